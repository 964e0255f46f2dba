// Every file that the program carries: an EMBED line for its bytes, an ENTRY line for its path.
// A missing file is a compile error; a file that is not listed is found by DataTests.

#include "Embedded.h"

#pragma clang diagnostic ignored "-Wc23-extensions"  // #embed itself

#define BYTES(name) static const unsigned char name[] = {
#define END };
#define ENTRY(path, name) {path, name, sizeof name}

BYTES(Data_actors_organizations_tsv)
#embed "../../Data/actors/organizations.tsv"
END
BYTES(Data_actors_persons_tsv)
#embed "../../Data/actors/persons.tsv"
END
BYTES(Data_actors_places_tsv)
#embed "../../Data/actors/places.tsv"
END
BYTES(Data_actors_states_tsv)
#embed "../../Data/actors/states.tsv"
END
BYTES(Data_en_abbreviations_tsv)
#embed "../../Data/en/abbreviations.tsv"
END
BYTES(Data_en_act_bin)
#embed "../../Data/en/act.bin"
END
BYTES(Data_en_affixes_tsv)
#embed "../../Data/en/affixes.tsv"
END
BYTES(Data_en_calibration_tsv)
#embed "../../Data/en/calibration.tsv"
END
BYTES(Data_en_clitics_tsv)
#embed "../../Data/en/clitics.tsv"
END
BYTES(Data_en_contexts_tsv)
#embed "../../Data/en/contexts.tsv"
END
BYTES(Data_en_cues_tsv)
#embed "../../Data/en/cues.tsv"
END
BYTES(Data_en_dates_tsv)
#embed "../../Data/en/dates.tsv"
END
BYTES(Data_en_frames_tsv)
#embed "../../Data/en/frames.tsv"
END
BYTES(Data_en_gate_bin)
#embed "../../Data/en/gate.bin"
END
BYTES(Data_en_lemmas_tsv)
#embed "../../Data/en/lemmas.tsv"
END
BYTES(Data_en_name_endings_tsv)
#embed "../../Data/en/name-endings.tsv"
END
BYTES(Data_en_parser_bin)
#embed "../../Data/en/parser.bin"
END
BYTES(Data_en_phrase_words_tsv)
#embed "../../Data/en/phrase-words.tsv"
END
BYTES(Data_en_recipient_bin)
#embed "../../Data/en/recipient.bin"
END
BYTES(Data_en_role_bin)
#embed "../../Data/en/role.bin"
END
BYTES(Data_en_roles_tsv)
#embed "../../Data/en/roles.tsv"
END
BYTES(Data_en_starters_tsv)
#embed "../../Data/en/starters.tsv"
END
BYTES(Data_en_status_bin)
#embed "../../Data/en/status.bin"
END
BYTES(Data_en_stems_tsv)
#embed "../../Data/en/stems.tsv"
END
BYTES(Data_en_tagger_bin)
#embed "../../Data/en/tagger.bin"
END
BYTES(Data_en_thresholds_tsv)
#embed "../../Data/en/thresholds.tsv"
END
BYTES(Data_id_abbreviations_tsv)
#embed "../../Data/id/abbreviations.tsv"
END
BYTES(Data_id_act_bin)
#embed "../../Data/id/act.bin"
END
BYTES(Data_id_affixes_tsv)
#embed "../../Data/id/affixes.tsv"
END
BYTES(Data_id_calibration_tsv)
#embed "../../Data/id/calibration.tsv"
END
BYTES(Data_id_clitics_tsv)
#embed "../../Data/id/clitics.tsv"
END
BYTES(Data_id_contexts_tsv)
#embed "../../Data/id/contexts.tsv"
END
BYTES(Data_id_cues_tsv)
#embed "../../Data/id/cues.tsv"
END
BYTES(Data_id_dates_tsv)
#embed "../../Data/id/dates.tsv"
END
BYTES(Data_id_frames_tsv)
#embed "../../Data/id/frames.tsv"
END
BYTES(Data_id_gate_bin)
#embed "../../Data/id/gate.bin"
END
BYTES(Data_id_lemmas_tsv)
#embed "../../Data/id/lemmas.tsv"
END
BYTES(Data_id_name_endings_tsv)
#embed "../../Data/id/name-endings.tsv"
END
BYTES(Data_id_parser_bin)
#embed "../../Data/id/parser.bin"
END
BYTES(Data_id_phrase_words_tsv)
#embed "../../Data/id/phrase-words.tsv"
END
BYTES(Data_id_recipient_bin)
#embed "../../Data/id/recipient.bin"
END
BYTES(Data_id_role_bin)
#embed "../../Data/id/role.bin"
END
BYTES(Data_id_roles_tsv)
#embed "../../Data/id/roles.tsv"
END
BYTES(Data_id_starters_tsv)
#embed "../../Data/id/starters.tsv"
END
BYTES(Data_id_status_bin)
#embed "../../Data/id/status.bin"
END
BYTES(Data_id_stems_tsv)
#embed "../../Data/id/stems.tsv"
END
BYTES(Data_id_tagger_bin)
#embed "../../Data/id/tagger.bin"
END
BYTES(Data_id_thresholds_tsv)
#embed "../../Data/id/thresholds.tsv"
END
BYTES(Data_languages_trigrams_tsv)
#embed "../../Data/languages/trigrams.tsv"
END
BYTES(Data_languages_words_tsv)
#embed "../../Data/languages/words.tsv"
END
BYTES(Data_ontology_blocs_tsv)
#embed "../../Data/ontology/blocs.tsv"
END
BYTES(Data_ontology_cameo_tsv)
#embed "../../Data/ontology/cameo.tsv"
END
BYTES(Data_ontology_contexts_tsv)
#embed "../../Data/ontology/contexts.tsv"
END
BYTES(Data_ontology_countries_tsv)
#embed "../../Data/ontology/countries.tsv"
END
BYTES(Data_ontology_import_names_tsv)
#embed "../../Data/ontology/import-names.tsv"
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
BYTES(Data_samples_en_01_tigray_peace_deal_txt)
#embed "../../Data/samples/en-01-tigray-peace-deal.txt"
END
BYTES(Data_samples_en_02_niger_coup_ecowas_txt)
#embed "../../Data/samples/en-02-niger-coup-ecowas.txt"
END
BYTES(Data_samples_en_03_xinjiang_sanctions_txt)
#embed "../../Data/samples/en-03-xinjiang-sanctions.txt"
END
BYTES(Data_samples_en_04_sri_lanka_protests_txt)
#embed "../../Data/samples/en-04-sri-lanka-protests.txt"
END
BYTES(Data_samples_id_01_jokowi_kyiv_moskwa_txt)
#embed "../../Data/samples/id-01-jokowi-kyiv-moskwa.txt"
END
BYTES(Data_samples_id_02_gencatan_senjata_india_pakistan_txt)
#embed "../../Data/samples/id-02-gencatan-senjata-india-pakistan.txt"
END
BYTES(Data_samples_id_03_protes_natuna_txt)
#embed "../../Data/samples/id-03-protes-natuna.txt"
END
BYTES(Data_samples_id_04_asean_tolak_undang_junta_txt)
#embed "../../Data/samples/id-04-asean-tolak-undang-junta.txt"
END
BYTES(Data_samples_id_05_korut_ledakkan_kantor_penghubung_txt)
#embed "../../Data/samples/id-05-korut-ledakkan-kantor-penghubung.txt"
END
BYTES(Data_samples_id_06_pilot_selandia_baru_bebas_txt)
#embed "../../Data/samples/id-06-pilot-selandia-baru-bebas.txt"
END
BYTES(Data_samples_id_07_ekuador_serbu_kedutaan_meksiko_txt)
#embed "../../Data/samples/id-07-ekuador-serbu-kedutaan-meksiko.txt"
END
BYTES(Data_samples_id_08_indonesia_dan_gaza_txt)
#embed "../../Data/samples/id-08-indonesia-dan-gaza.txt"
END
BYTES(Migrations_V0001__graph_sql)
#embed "../../Migrations/V0001__graph.sql"
END
BYTES(Migrations_V0002__sums_sql)
#embed "../../Migrations/V0002__sums.sql"
END
BYTES(Migrations_V0003__views_sql)
#embed "../../Migrations/V0003__views.sql"
END

typedef struct {
  const char *path;
  const unsigned char *bytes;
  size_t length;
} embedded_file;

static const embedded_file files[] = {
    ENTRY("actors/organizations.tsv", Data_actors_organizations_tsv),
    ENTRY("actors/persons.tsv", Data_actors_persons_tsv),
    ENTRY("actors/places.tsv", Data_actors_places_tsv),
    ENTRY("actors/states.tsv", Data_actors_states_tsv),
    ENTRY("en/abbreviations.tsv", Data_en_abbreviations_tsv),
    ENTRY("en/act.bin", Data_en_act_bin),
    ENTRY("en/affixes.tsv", Data_en_affixes_tsv),
    ENTRY("en/calibration.tsv", Data_en_calibration_tsv),
    ENTRY("en/clitics.tsv", Data_en_clitics_tsv),
    ENTRY("en/contexts.tsv", Data_en_contexts_tsv),
    ENTRY("en/cues.tsv", Data_en_cues_tsv),
    ENTRY("en/dates.tsv", Data_en_dates_tsv),
    ENTRY("en/frames.tsv", Data_en_frames_tsv),
    ENTRY("en/gate.bin", Data_en_gate_bin),
    ENTRY("en/lemmas.tsv", Data_en_lemmas_tsv),
    ENTRY("en/name-endings.tsv", Data_en_name_endings_tsv),
    ENTRY("en/parser.bin", Data_en_parser_bin),
    ENTRY("en/phrase-words.tsv", Data_en_phrase_words_tsv),
    ENTRY("en/recipient.bin", Data_en_recipient_bin),
    ENTRY("en/role.bin", Data_en_role_bin),
    ENTRY("en/roles.tsv", Data_en_roles_tsv),
    ENTRY("en/starters.tsv", Data_en_starters_tsv),
    ENTRY("en/status.bin", Data_en_status_bin),
    ENTRY("en/stems.tsv", Data_en_stems_tsv),
    ENTRY("en/tagger.bin", Data_en_tagger_bin),
    ENTRY("en/thresholds.tsv", Data_en_thresholds_tsv),
    ENTRY("id/abbreviations.tsv", Data_id_abbreviations_tsv),
    ENTRY("id/act.bin", Data_id_act_bin),
    ENTRY("id/affixes.tsv", Data_id_affixes_tsv),
    ENTRY("id/calibration.tsv", Data_id_calibration_tsv),
    ENTRY("id/clitics.tsv", Data_id_clitics_tsv),
    ENTRY("id/contexts.tsv", Data_id_contexts_tsv),
    ENTRY("id/cues.tsv", Data_id_cues_tsv),
    ENTRY("id/dates.tsv", Data_id_dates_tsv),
    ENTRY("id/frames.tsv", Data_id_frames_tsv),
    ENTRY("id/gate.bin", Data_id_gate_bin),
    ENTRY("id/lemmas.tsv", Data_id_lemmas_tsv),
    ENTRY("id/name-endings.tsv", Data_id_name_endings_tsv),
    ENTRY("id/parser.bin", Data_id_parser_bin),
    ENTRY("id/phrase-words.tsv", Data_id_phrase_words_tsv),
    ENTRY("id/recipient.bin", Data_id_recipient_bin),
    ENTRY("id/role.bin", Data_id_role_bin),
    ENTRY("id/roles.tsv", Data_id_roles_tsv),
    ENTRY("id/starters.tsv", Data_id_starters_tsv),
    ENTRY("id/status.bin", Data_id_status_bin),
    ENTRY("id/stems.tsv", Data_id_stems_tsv),
    ENTRY("id/tagger.bin", Data_id_tagger_bin),
    ENTRY("id/thresholds.tsv", Data_id_thresholds_tsv),
    ENTRY("languages/trigrams.tsv", Data_languages_trigrams_tsv),
    ENTRY("languages/words.tsv", Data_languages_words_tsv),
    ENTRY("ontology/blocs.tsv", Data_ontology_blocs_tsv),
    ENTRY("ontology/cameo.tsv", Data_ontology_cameo_tsv),
    ENTRY("ontology/contexts.tsv", Data_ontology_contexts_tsv),
    ENTRY("ontology/countries.tsv", Data_ontology_countries_tsv),
    ENTRY("ontology/import-names.tsv", Data_ontology_import_names_tsv),
    ENTRY("ontology/modes.tsv", Data_ontology_modes_tsv),
    ENTRY("ontology/relation-prefixes.tsv", Data_ontology_relation_prefixes_tsv),
    ENTRY("ontology/relations.tsv", Data_ontology_relations_tsv),
    ENTRY("ontology/sectors.tsv", Data_ontology_sectors_tsv),
    ENTRY("ontology/types.tsv", Data_ontology_types_tsv),
    ENTRY("samples/en-01-tigray-peace-deal.txt", Data_samples_en_01_tigray_peace_deal_txt),
    ENTRY("samples/en-02-niger-coup-ecowas.txt", Data_samples_en_02_niger_coup_ecowas_txt),
    ENTRY("samples/en-03-xinjiang-sanctions.txt", Data_samples_en_03_xinjiang_sanctions_txt),
    ENTRY("samples/en-04-sri-lanka-protests.txt", Data_samples_en_04_sri_lanka_protests_txt),
    ENTRY("samples/id-01-jokowi-kyiv-moskwa.txt", Data_samples_id_01_jokowi_kyiv_moskwa_txt),
    ENTRY("samples/id-02-gencatan-senjata-india-pakistan.txt", Data_samples_id_02_gencatan_senjata_india_pakistan_txt),
    ENTRY("samples/id-03-protes-natuna.txt", Data_samples_id_03_protes_natuna_txt),
    ENTRY("samples/id-04-asean-tolak-undang-junta.txt", Data_samples_id_04_asean_tolak_undang_junta_txt),
    ENTRY("samples/id-05-korut-ledakkan-kantor-penghubung.txt", Data_samples_id_05_korut_ledakkan_kantor_penghubung_txt),
    ENTRY("samples/id-06-pilot-selandia-baru-bebas.txt", Data_samples_id_06_pilot_selandia_baru_bebas_txt),
    ENTRY("samples/id-07-ekuador-serbu-kedutaan-meksiko.txt", Data_samples_id_07_ekuador_serbu_kedutaan_meksiko_txt),
    ENTRY("samples/id-08-indonesia-dan-gaza.txt", Data_samples_id_08_indonesia_dan_gaza_txt),
    ENTRY("Migrations/V0001__graph.sql", Migrations_V0001__graph_sql),
    ENTRY("Migrations/V0002__sums.sql", Migrations_V0002__sums_sql),
    ENTRY("Migrations/V0003__views.sql", Migrations_V0003__views_sql),
};

size_t embedded_count(void) { return sizeof files / sizeof *files; }

const char *embedded_path(size_t index) { return files[index].path; }

const unsigned char *embedded_bytes(size_t index, size_t *length) {
  *length = files[index].length;
  return files[index].bytes;
}
