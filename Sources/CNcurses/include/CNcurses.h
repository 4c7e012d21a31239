#ifndef PULLQUOTE_CNCURSES_H
#define PULLQUOTE_CNCURSES_H

// Everything Pullquote asks of ncurses and of the terminal, as plain functions and plain integers: curses' own macros,
// globals and variadic functions do not reach Swift, and <term.h> defines macros named `lines` and `columns`.

#include <stddef.h>
#include <stdint.h>

// One cell as the shim draws it: a base, up to four more scalars, attributes, and colours. A base of 0 is the second
// column of the cell before it.
// A colour is -1 for the terminal's own, else a palette index or, in direct colour, 0xRRGGBB.
typedef struct {
  uint32_t base;
  uint32_t marks[4];
  uint32_t attributes;
  int32_t foreground;
  int32_t background;
} pq_cell;

enum {
  PQ_BOLD = 1, PQ_DIM = 2, PQ_ITALIC = 4, PQ_UNDERLINE = 8, PQ_REVERSE = 16, PQ_STRIKE = 32
};

// What `pq_read` delivers.
enum {
  PQ_INPUT_NONE = 0,       // nothing is waiting
  PQ_INPUT_CHARACTER = 1,  // `code` is a Unicode scalar
  PQ_INPUT_KEY = 2,        // `code` is one of PQ_KEY_*
  PQ_INPUT_MOUSE = 3       // `code` is one of PQ_MOUSE_*, with `x` and `y`
};
enum {
  PQ_KEY_UP = 1, PQ_KEY_DOWN, PQ_KEY_LEFT, PQ_KEY_RIGHT, PQ_KEY_HOME, PQ_KEY_END, PQ_KEY_PAGE_UP, PQ_KEY_PAGE_DOWN,
  PQ_KEY_ENTER, PQ_KEY_BACKSPACE, PQ_KEY_DELETE, PQ_KEY_INSERT, PQ_KEY_BACKTAB, PQ_KEY_PASTE_START,
  PQ_KEY_PASTE_END, PQ_KEY_OTHER, PQ_KEY_FUNCTION = 100
};
enum { PQ_MOUSE_PRESS = 1, PQ_MOUSE_RELEASE, PQ_MOUSE_WHEEL_UP, PQ_MOUSE_WHEEL_DOWN, PQ_MOUSE_CLICK, PQ_MOUSE_DRAG };
typedef struct {
  int kind;
  int code;
  int x;
  int y;
} pq_input;

enum { PQ_COLORS_NONE = 0, PQ_COLORS_8 = 8, PQ_COLORS_16 = 16, PQ_COLORS_256 = 256, PQ_COLORS_DIRECT = 1 << 24 };

// The program's argument at a place, from 0, or NULL after the last. Swift's own list is made by searching the stack
// with the help of /proc, which takes longer than reading an article.
const char *pq_argument(int index);

// Tunes malloc for a process that draws frames, before anything large is allocated.
void pq_prepare_memory(void);

// Makes the memory that the first frame needs present at once: a fault for each page would take a tenth of the time to
// it. Work that was started before goes on meanwhile.
void pq_fill_memory(void);

// Sets the locale's characters from the environment; when its character set is not UTF-8, tries C.UTF-8.
// Returns 2 when the environment asks for UTF-8, 1 when only C.UTF-8 worked, 0 when UTF-8 is not to be had.
int pq_set_locale(void);

// Whether terminfo knows the terminal; 1 yes, 0 no such entry, -1 the entry cannot place the cursor (dumb, hard copy).
int pq_terminal_is_usable(const char *name, int fd);

// Starts curses on the terminal `name` that is open as `fd`. Returns 0 when terminfo has no such entry or the
// terminal cannot place text.
int pq_start(const char *name, int fd);
void pq_stop(void);
int pq_colors(void);

void pq_draw(int y, int x, const pq_cell *cells, int count);
void pq_cursor(int y, int x, int visible);

// Shows what was drawn on `rows` rows since the last time.
void pq_flush(int rows);

void pq_invalidate(void);

// Asks the terminal for its size and tells curses; writes both. Returns 0 when the terminal is gone.
int pq_measure(int fd, int *width, int *height);

// The next input, without waiting.
pq_input pq_read(void);

// Gives the terminal back, stops the whole job as the shell's ^Z would, and takes the terminal again afterwards.
void pq_suspend(void);

// Gives the terminal to another program, and takes it back.
void pq_leave(void);
void pq_return(void);

// Writes to the terminal as it is, past curses: a sequence that shows nothing.
void pq_send(const char *text);

// Runs a program and waits for it; returns its exit status, or -1. With `input` it reads `size` bytes from its standard
// input, else from the terminal; a quiet one has its output thrown away and, without `input`, nothing to read.
int pq_run(const char *const arguments[], const void *input, size_t size, int quiet);

// Runs a program with nothing to read and its errors thrown away, and keeps up to `room` bytes of its output; it gets
// `memory` bytes of address space and `seconds` of time. Returns its exit status, 127 when there is no such program, -1
// when it was ended.
int pq_capture(const char *const arguments[], void *output, size_t room, long *length, size_t memory, int seconds);

// Installs handlers for resize and end signals that write one byte (the signal's number) to a pipe, and handlers for
// crashes that restore the terminal first. Returns the pipe's reading end, or -1.
int pq_watch_signals(void);

// A pipe that other threads write to when they have something for the main thread; both ends do not block.
int pq_make_pipe(int *reading, int *writing);

// Waits until one of the descriptors can be read; `timeout` in milliseconds, -1 for ever.
// Returns a bit for each readable descriptor, bit 30 when the first one is gone.
int pq_wait(const int *fds, int count, int timeout);

// Runs a program with all its streams closed off; returns its exit status, or -1.
int pq_run_quietly(const char *const arguments[]);

#endif
