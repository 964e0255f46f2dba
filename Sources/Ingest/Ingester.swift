import Ontology
