#ifndef PULLQUOTE_CSQLITE_H
#define PULLQUOTE_CSQLITE_H

// SQLite, linked statically, and the few calls of it that Swift cannot make: those that take -1 for a destructor.

#include <sqlite3.h>
#include <stdint.h>

// Binds a copy of the bytes as text or as a blob.
int pq_bind_text(sqlite3_stmt *statement, int index, const char *bytes, uint64_t count);
int pq_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, uint64_t count);

// Adds the SQL functions base64(blob) and unbase64(text), which exchange files need; returns a result code.
int pq_add_functions(sqlite3 *database);

#endif
