#ifndef PULLQUOTE_CZLIB_H
#define PULLQUOTE_CZLIB_H

// Compression of whole blocks by zlib, which is linked statically.

#include <stddef.h>
#include <stdint.h>

// The most bytes that `count` bytes can become.
size_t pq_deflate_bound(size_t count);

// Compresses into `output` of `*output_count` bytes and sets that to what was used; 0 when it failed.
int pq_deflate(const uint8_t *input, size_t count, uint8_t *output, size_t *output_count);

// Decompresses exactly `output_count` bytes; 0 when the input is damaged or holds another number of them.
int pq_inflate(const uint8_t *input, size_t count, uint8_t *output, size_t output_count);

#endif
