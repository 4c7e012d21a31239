#include "CZlib.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { FIRST_CAPACITY = 1 << 16, LARGEST_STEP = 1 << 30 };

static int unpack(const uint8_t *input, size_t count, size_t limit, int window, uint8_t **output, size_t *output_count) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  *output = NULL;
  *output_count = 0;
  if (inflateInit2(&stream, window) != Z_OK) return PQ_UNPACK_FAILED;
  size_t capacity = FIRST_CAPACITY, used = 0, given = 0;
  uint8_t *buffer = malloc(capacity);
  int result = buffer == NULL ? PQ_UNPACK_FAILED : PQ_UNPACK_COMPLETE;
  int is_done = buffer == NULL;
  while (!is_done) {
    if (used == capacity) {
      // A byte over the limit tells that there is more.
      if (capacity > limit) {
        result = PQ_UNPACK_TOO_LARGE;
        break;
      }
      size_t larger = capacity * 2 > limit ? limit + 1 : capacity * 2;
      uint8_t *moved = realloc(buffer, larger);
      if (moved == NULL) {
        result = PQ_UNPACK_FAILED;
        break;
      }
      buffer = moved;
      capacity = larger;
    }
    size_t step = count - given < LARGEST_STEP ? count - given : LARGEST_STEP;
    size_t room = capacity - used < LARGEST_STEP ? capacity - used : LARGEST_STEP;
    stream.next_in = (Bytef *)(input + given);
    stream.avail_in = (uInt)step;
    stream.next_out = buffer + used;
    stream.avail_out = (uInt)room;
    int status = inflate(&stream, Z_NO_FLUSH);
    size_t taken = step - stream.avail_in, made = room - stream.avail_out;
    given += taken;
    used += made;
    if (status == Z_STREAM_END) {
      // Another member of a gzip file may follow; anything else is padding.
      is_done = window != 15 + 16 || count - given < 2 || input[given] != 0x1F || input[given + 1] != 0x8B ||
                inflateReset(&stream) != Z_OK;
    } else if (status != Z_OK && !(status == Z_BUF_ERROR && made > 0)) {
      result = PQ_UNPACK_CUT;
      is_done = 1;
    } else if (taken == 0 && made == 0) {
      result = PQ_UNPACK_CUT;
      is_done = 1;
    }
  }
  inflateEnd(&stream);
  if (result == PQ_UNPACK_TOO_LARGE || result == PQ_UNPACK_FAILED || (result == PQ_UNPACK_CUT && used == 0)) {
    free(buffer);
    return result == PQ_UNPACK_CUT ? PQ_UNPACK_FAILED : result;
  }
  if (used > limit) {
    free(buffer);
    return PQ_UNPACK_TOO_LARGE;
  }
  *output = buffer;
  *output_count = used;
  return result;
}

int pq_unpack(const uint8_t *input, size_t count, size_t limit, uint8_t **output, size_t *output_count) {
  if (count >= 2 && input[0] == 0x1F && input[1] == 0x8B) {
    return unpack(input, count, limit, 15 + 16, output, output_count);
  }
  int result = unpack(input, count, limit, 15, output, output_count);
  if (result == PQ_UNPACK_FAILED) result = unpack(input, count, limit, -15, output, output_count);
  return result;
}
