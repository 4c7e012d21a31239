#include "CSQLite.h"

#include <string.h>

int pq_bind_text(sqlite3_stmt *statement, int index, const char *bytes, uint64_t count) {
  return sqlite3_bind_text64(statement, index, bytes ? bytes : "", count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

int pq_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, uint64_t count) {
  return sqlite3_bind_blob64(statement, index, bytes ? bytes : "", count, SQLITE_TRANSIENT);
}

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static void base64(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  const unsigned char *bytes = sqlite3_value_blob(values[0]);
  sqlite3_uint64 size = (sqlite3_uint64)sqlite3_value_bytes(values[0]), length = (size + 2) / 3 * 4, at = 0;
  char *text = sqlite3_malloc64(length + 1);
  if (!text) {
    sqlite3_result_error_nomem(context);
    return;
  }
  for (sqlite3_uint64 i = 0; i < size; i += 3) {
    uint32_t group = (uint32_t)bytes[i] << 16;
    if (i + 1 < size) group |= (uint32_t)bytes[i + 1] << 8;
    if (i + 2 < size) group |= bytes[i + 2];
    text[at++] = digits[group >> 18];
    text[at++] = digits[group >> 12 & 63];
    text[at++] = i + 1 < size ? digits[group >> 6 & 63] : '=';
    text[at++] = i + 2 < size ? digits[group & 63] : '=';
  }
  sqlite3_result_text64(context, text, length, sqlite3_free, SQLITE_UTF8);
}

static void unbase64(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  const unsigned char *text = sqlite3_value_text(values[0]);
  sqlite3_uint64 length = (sqlite3_uint64)sqlite3_value_bytes(values[0]), at = 0;
  unsigned char *bytes = text ? sqlite3_malloc64(length / 4 * 3 + 4) : NULL;
  if (!bytes) {
    sqlite3_result_null(context);
    return;
  }
  uint32_t group = 0;
  int bits = 0;
  for (sqlite3_uint64 i = 0; i < length && text[i] != '='; i++) {
    const char *digit = text[i] ? strchr(digits, text[i]) : NULL;
    if (!digit) {
      sqlite3_free(bytes);
      sqlite3_result_null(context);
      return;
    }
    group = group << 6 | (uint32_t)(digit - digits);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (unsigned char)(group >> bits);
    }
  }
  sqlite3_result_blob64(context, bytes, at, sqlite3_free);
}

int pq_add_functions(sqlite3 *database) {
  int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  int result = sqlite3_create_function(database, "base64", 1, flags, NULL, base64, NULL, NULL);
  if (result != SQLITE_OK) return result;
  return sqlite3_create_function(database, "unbase64", 1, flags, NULL, unbase64, NULL, NULL);
}
