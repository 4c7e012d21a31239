#include "CZlib.h"

#include <zlib.h>

enum { LARGE = 4 << 20 };

size_t pq_deflate_bound(size_t count) { return compressBound(count); }

int pq_deflate(const uint8_t *input, size_t count, uint8_t *output, size_t *output_count) {
  uLongf size = *output_count;
  // Level 6 and above give pages a hundredth more for twice the time; a long thread takes a third of the time at level 1.
  int result = compress2(output, &size, input, count, count > LARGE ? 1 : 5);
  *output_count = size;
  return result == Z_OK;
}

int pq_inflate(const uint8_t *input, size_t count, uint8_t *output, size_t output_count) {
  uLongf size = output_count;
  uLong used = count;
  return uncompress2(output, &size, input, &used) == Z_OK && size == output_count;
}
