// Every file that the program carries: an EMBED line for its bytes, an ENTRY line for its path.
// A missing file is a compile error; a file that is not listed is found by DataTests.

#include "Embedded.h"

#pragma clang diagnostic ignored "-Wc23-extensions"  // #embed itself

#define BYTES(name) static const unsigned char name[] = {
#define END };
#define ENTRY(path, name) {path, name, sizeof name}

BYTES(Data_ontology_cameo_tsv)
#embed "../../Data/ontology/cameo.tsv"
END
BYTES(Data_ontology_contexts_tsv)
#embed "../../Data/ontology/contexts.tsv"
END
BYTES(Data_ontology_countries_tsv)
#embed "../../Data/ontology/countries.tsv"
END
BYTES(Data_ontology_modes_tsv)
#embed "../../Data/ontology/modes.tsv"
END
BYTES(Data_ontology_relation_prefixes_tsv)
#embed "../../Data/ontology/relation-prefixes.tsv"
END
BYTES(Data_ontology_relations_tsv)
#embed "../../Data/ontology/relations.tsv"
END
BYTES(Data_ontology_sectors_tsv)
#embed "../../Data/ontology/sectors.tsv"
END
BYTES(Data_ontology_types_tsv)
#embed "../../Data/ontology/types.tsv"
END
BYTES(Migrations_V0001__articles_sql)
#embed "../../Migrations/V0001__articles.sql"
END

typedef struct {
  const char *path;
  const unsigned char *bytes;
  size_t length;
} embedded_file;

static const embedded_file files[] = {
    ENTRY("ontology/cameo.tsv", Data_ontology_cameo_tsv),
    ENTRY("ontology/contexts.tsv", Data_ontology_contexts_tsv),
    ENTRY("ontology/countries.tsv", Data_ontology_countries_tsv),
    ENTRY("ontology/modes.tsv", Data_ontology_modes_tsv),
    ENTRY("ontology/relation-prefixes.tsv", Data_ontology_relation_prefixes_tsv),
    ENTRY("ontology/relations.tsv", Data_ontology_relations_tsv),
    ENTRY("ontology/sectors.tsv", Data_ontology_sectors_tsv),
    ENTRY("ontology/types.tsv", Data_ontology_types_tsv),
    ENTRY("Migrations/V0001__articles.sql", Migrations_V0001__articles_sql),
};

size_t embedded_count(void) { return sizeof files / sizeof *files; }

const char *embedded_path(size_t index) { return files[index].path; }

const unsigned char *embedded_bytes(size_t index, size_t *length) {
  *length = files[index].length;
  return files[index].bytes;
}
