#ifndef PULLQUOTE_CZLIB_H
#define PULLQUOTE_CZLIB_H

// zlib as Pullquote uses it, linked statically: whole blocks are compressed, and sources are unpacked up to a limit.

#include <stddef.h>
#include <stdint.h>

// The most bytes that `count` bytes can become.
size_t pq_deflate_bound(size_t count);

// Compresses into `output` of `*output_count` bytes and sets that to what was used; 0 when it failed.
int pq_deflate(const uint8_t *input, size_t count, uint8_t *output, size_t *output_count);

// Decompresses exactly `output_count` bytes; 0 when the input is damaged or holds another number of them.
int pq_inflate(const uint8_t *input, size_t count, uint8_t *output, size_t output_count);

enum {
  PQ_UNPACK_COMPLETE = 0,   // everything was unpacked
  PQ_UNPACK_CUT = 1,        // the data ends too early or is damaged; what came before was unpacked
  PQ_UNPACK_TOO_LARGE = 2,  // the limit was reached
  PQ_UNPACK_FAILED = 3      // nothing could be unpacked, or there was no memory
};

// Unpacks gzip (also several members one after the other), zlib or, when neither fits, raw deflate data.
// On success *output is memory to be freed by the caller, of *output_count bytes.
int pq_unpack(const uint8_t *input, size_t count, size_t limit, uint8_t **output, size_t *output_count);

#endif
