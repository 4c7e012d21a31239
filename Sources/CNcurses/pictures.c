#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include "pictures.h"
#include "column_width_table.h"

#include <curses.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#undef columns  // a capability

// Private scalars, of the last plane: UTF-8 of four bytes. Those of one column come after those of two.
enum { FIRST = 0x10E000, SLOTS = 4096, NARROW = FIRST + SLOTS, AFTER = NARROW + SLOTS - 2, SCALARS = 5 };
static const wchar_t unknown = 0xFFFD;

typedef struct {
  wchar_t text[SCALARS];
  wchar_t scalar;
  unsigned char count, columns, is_at_edge;
} picture;

// By hash, open addressing; half of the places stay free.
static picture *table;
static uint16_t *place_of;  // by scalar
static int count_of[3];     // by columns

int pq_has_pictures(void) { return table != NULL; }

int pq_picture_columns(wchar_t scalar) {
  return scalar < FIRST || scalar >= AFTER ? 0 : scalar < NARROW ? 2 : 1;
}

// ncurses asks the process for wcwidth; answering from our own table makes it agree with the layout on every scalar,
// where glibc's table is years behind and leaves new emoji blank.
int wcwidth(wchar_t scalar) {
  if (scalar == 0) return 0;
  if (scalar < 32 || (scalar >= 0x7f && scalar < 0xa0)) return -1;
  int columns = pq_picture_columns(scalar);
  return columns ? columns : pq_column_width((unsigned)scalar);
}

static int is_regional_indicator(wchar_t scalar) { return scalar >= 0x1F1E6 && scalar <= 0x1F1FF; }

int pq_is_picture(const wchar_t *text, int count, int columns) {
  // A lone half of a flag is as wide as a flag on some terminals.
  if (is_regional_indicator(text[0]) || pq_column_width((unsigned)text[0]) != columns) return 1;
  for (int i = 1; i < count; i++)
    if (pq_column_width((unsigned)text[i]) != 0) return 1;
  // What text holds of our scalars must not be taken for them.
  return pq_picture_columns(text[0]) != 0;
}

static int is_equal(const picture *one, const picture *other) {
  return one->count == other->count && one->columns == other->columns && one->is_at_edge == other->is_at_edge
      && wmemcmp(one->text, other->text, SCALARS) == 0;
}

wchar_t pq_picture(const wchar_t *text, int count, int columns, int room) {
  enum { PLACES = 4 * SLOTS };
  if (!table) {
    picture *places = calloc(PLACES, sizeof *places);
    uint16_t *index = calloc(2 * SLOTS, sizeof *index);
    if (!places || !index) {
      free(places);
      free(index);
      return unknown;
    }
    table = places;
    place_of = index;
  }
  picture wanted = {{0}, 0, (unsigned char)count, columns == 2 ? 2 : 1, 0};
  int widest = 0;
  uint32_t hash = 2166136261u;
  for (int i = 0; i < count; i++) {
    // In the table only as what it cannot be taken for.
    wanted.text[i] = pq_picture_columns(text[i]) ? unknown : text[i];
    // Some terminals draw a regional indicator as wide as a flag.
    widest += is_regional_indicator(text[i]) && count == 1 ? 2 : pq_column_width((unsigned)text[i]);
    hash = (hash ^ (uint32_t)wanted.text[i]) * 16777619u;
  }
  wanted.is_at_edge = widest > room;
  hash ^= wanted.columns * 3u + wanted.is_at_edge;
  uint32_t place = (hash ^ hash >> 15) % PLACES;
  while (table[place].count != 0) {
    if (is_equal(&table[place], &wanted)) return table[place].scalar;
    place = (place + 1) % PLACES;
  }
  int slot = count_of[wanted.columns];
  // Thousands of different ones have been shown: more than there are emoji.
  if (slot >= SLOTS - 2) return unknown;
  count_of[wanted.columns]++;
  wanted.scalar = (wanted.columns == 2 ? FIRST : NARROW) + slot;
  table[place] = wanted;
  place_of[wanted.scalar - FIRST] = (uint16_t)place;
  return wanted.scalar;
}

static char *write_scalar(wchar_t scalar, char *end) {
  uint32_t value = (uint32_t)scalar;
  if (value < 0x80) {
    *end++ = (char)value;
  } else if (value < 0x800) {
    *end++ = (char)(0xC0 | value >> 6);
    *end++ = (char)(0x80 | (value & 0x3F));
  } else {
    if (value < 0x10000) {
      *end++ = (char)(0xE0 | value >> 12);
    } else {
      *end++ = (char)(0xF0 | value >> 18);
      *end++ = (char)(0x80 | (value >> 12 & 0x3F));
    }
    *end++ = (char)(0x80 | (value >> 6 & 0x3F));
    *end++ = (char)(0x80 | (value & 0x3F));
  }
  return end;
}

// Writes one of the terminal's strings; those that are long or want pauses are none that we can use.
static char *write_string(const char *string, char *end) {
  size_t length = strlen(string);
  memcpy(end, string, length);
  return end + length;
}

static int is_usable(const char *string) {
  return string && string != (char *)-1 && strlen(string) <= 12 && !strchr(string, '$');
}

char *pq_write_picture(const char *bytes, char *end) {
  const unsigned char *b = (const unsigned char *)bytes;
  if (b[0] != 0xF4 || b[1] < 0x8E || (b[1] & 0xC0) != 0x80) return NULL;
  wchar_t scalar = 0x100000 | (b[1] & 0x0F) << 12 | (b[2] & 0x3F) << 6 | (b[3] & 0x3F);
  if (!table || pq_picture_columns(scalar) == 0) return NULL;
  const picture *shown = &table[place_of[scalar - FIRST]];
  const char *forward = is_usable(parm_right_cursor) ? tparm(parm_right_cursor, (long)shown->columns) : NULL;
  int can_return = is_usable(save_cursor) && is_usable(restore_cursor) && is_usable(forward);
  int can_stay = !shown->is_at_edge || (is_usable(enter_am_mode) && is_usable(exit_am_mode));
  if (!can_return || !can_stay) {
    // Nothing that could be taken for another picture.
    end = write_scalar(unknown, end);
    return shown->columns == 2 ? write_scalar(L' ', end) : end;
  }
  end = write_string(save_cursor, end);
  // Some terminals draw a picture narrower than it should be.
  for (int i = 0; i < shown->columns; i++) *end++ = ' ';
  end = write_string(restore_cursor, end);
  // Beyond the right edge there is the next line.
  if (shown->is_at_edge) end = write_string(exit_am_mode, end);
  for (int i = 0; i < shown->count; i++) end = write_scalar(shown->text[i], end);
  if (shown->is_at_edge) end = write_string(enter_am_mode, end);
  end = write_string(restore_cursor, end);
  return write_string(forward, end);
}
