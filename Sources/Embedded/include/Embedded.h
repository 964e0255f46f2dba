// The program's own copy of Data/ and Migrations/, so that one binary is all there is.
#ifndef EMBEDDED_H
#define EMBEDDED_H

#include <stddef.h>

/// How many files are embedded.
size_t embedded_count(void);

/// The path of file `index` below Data/ ("ontology/types.tsv"), or "Migrations/…" for a schema step.
const char *embedded_path(size_t index);

/// The bytes of file `index`; `length` receives their number.
const unsigned char *embedded_bytes(size_t index, size_t *length);

#endif
