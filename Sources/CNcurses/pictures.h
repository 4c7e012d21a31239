#ifndef PULLQUOTE_PICTURES_H
#define PULLQUOTE_PICTURES_H

// Pictures: clusters of several scalars with columns of their own (flags, joined emoji), which curses can neither hold
// in a cell nor measure, and which terminals draw in different widths. Curses is given one private scalar for each; on
// the way to the terminal it is replaced by the cluster between two sequences that bring the cursor to where curses
// takes it to be.

#include <stddef.h>
#include <wchar.h>

// The most bytes that stand for one picture.
enum { PICTURE_BYTES = 112 };

// Whether curses cannot hold a cluster that takes `columns` columns.
int pq_is_picture(const wchar_t *text, int count, int columns);

// The scalar that stands for a cluster of up to five scalars; `room` is the columns from it to the right edge.
wchar_t pq_picture(const wchar_t *text, int count, int columns, int room);

// Whether there was a picture since the program began.
int pq_has_pictures(void);

// The columns of a scalar that stands for a picture, 0 for another.
int pq_picture_columns(wchar_t scalar);

// Writes what four bytes stand for to `end` and returns the place after it; `NULL` when they stand for no picture.
char *pq_write_picture(const char *bytes, char *end);

#endif
