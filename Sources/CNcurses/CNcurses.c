#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include "CNcurses.h"
#include "pictures.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <term.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
static FILE *terminal_out, *terminal_in;
static int terminal_fd = -1;
static struct termios modes_at_start;
static int have_modes;
static int paste_key_start, paste_key_end;

static int argument_count;
static char **argument_list;

// The C library hands the arguments to constructors as it does to main.
__attribute__((constructor)) static void keep_arguments(int count, char **list) {
  argument_count = count;
  argument_list = list;
}

const char *pq_argument(int index) {
  return index < argument_count ? argument_list[index] : NULL;
}

// The Swift runtime looks for its crash reporter in eight folders before main. It is not installed with the program,
// and a crash gives the terminal back on its own: the release build's linker leads the search here.
char *__wrap_swift_copyAuxiliaryExecutablePath(const char *name);
char *__wrap_swift_copyAuxiliaryExecutablePath(const char *name) {
  (void)name;
  return NULL;
}

static char *fresh_memory;
static size_t fresh_size;

void pq_prepare_memory(void) {
  // Every frame takes and gives back the same few hundred kilobytes; without this malloc returns them to the system
  // each time, and each frame pays for fresh pages.
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
  mallopt(M_TRIM_THRESHOLD, 16 << 20);
  // One heap for both threads, because a thread's first allocation otherwise makes a heap of its own.
  mallopt(M_ARENA_MAX, 1);
  size_t size = 1 << 20, page = (size_t)sysconf(_SC_PAGESIZE);
  char *block = malloc(size);
  if (!block) return;
  fresh_memory = (char *)(((uintptr_t)block + page - 1) & ~(page - 1));
  fresh_size = (size_t)(block + size - fresh_memory) & ~(page - 1);
  free(block);
}

void pq_fill_memory(void) {
  // What was given back stays part of the heap: the threshold above is larger.
  if (fresh_size) madvise(fresh_memory, fresh_size, MADV_POPULATE_WRITE);
}

int pq_set_locale(void) {
  if (setlocale(LC_CTYPE, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return 2;
  if (setlocale(LC_CTYPE, "C.UTF-8") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return 1;
  return 0;
}

int pq_terminal_is_usable(const char *name, int fd) {
  int error = 0;
  if (setupterm(name, fd, &error) == ERR) return 0;
  return cursor_address && clear_screen ? 1 : -1;
}

// Sequences that curses does not know of. They are written only when the terminal's own strings look like xterm's.
static int speaks_xterm(void) {
  return cursor_address && cursor_address[0] == '\033' && enter_ca_mode && enter_ca_mode[0] == '\033';
}

static void write_all(const char *text) {
  size_t left = strlen(text);
  while (left > 0 && terminal_fd >= 0) {
    ssize_t n = write(terminal_fd, text, left);
    if (n <= 0) return;
    text += n;
    left -= (size_t)n;
  }
}

// Pasted text in brackets, and reports of a mouse that moves with its button held.
static void bracketed_paste(int on) {
  if (speaks_xterm()) write_all(on ? "\033[?2004h\033[?1002h" : "\033[?1002l\033[?2004l");
}

int pq_start(const char *name, int fd) {
  have_modes = tcgetattr(fd, &modes_at_start) == 0;
  terminal_fd = fd;
  int out = fcntl(fd, F_DUPFD_CLOEXEC, 3), in = fcntl(fd, F_DUPFD_CLOEXEC, 3);
  terminal_out = fdopen(out, "w");
  terminal_in = fdopen(in, "r");
  if (!terminal_out || !terminal_in) return 0;
  screen = newterm((char *)name, terminal_out, terminal_in);
  if (!screen) return 0;
  if (!cursor_address || !clear_screen) {
    pq_stop();
    return 0;
  }
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  meta(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  set_escdelay(25);
  typeahead(-1);  // all keys that wait are read before a frame is drawn: curses need not look for more while it does
  curs_set(0);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  mouseinterval(0);
  mousemask(BUTTON1_PRESSED | BUTTON1_RELEASED | BUTTON1_CLICKED | BUTTON1_DOUBLE_CLICKED | BUTTON4_PRESSED
      | BUTTON5_PRESSED | REPORT_MOUSE_POSITION, NULL);
  paste_key_start = 0x7001;
  paste_key_end = 0x7002;
  define_key("\033[200~", paste_key_start);
  define_key("\033[201~", paste_key_end);
  bracketed_paste(1);
  return 1;
}

void pq_stop(void) {
  if (!screen) return;
  SCREEN *old = screen;
  screen = NULL;
  bracketed_paste(0);
  endwin();
  delscreen(old);
  if (have_modes) tcsetattr(terminal_fd, TCSADRAIN, &modes_at_start);
}

int pq_colors(void) {
  if (!has_colors()) return PQ_COLORS_NONE;
  // RGB may be a flag, a number or a string; with any of them colour numbers are 24-bit values.
  int number = tigetnum("RGB");
  char *string = tigetstr("RGB");
  if (COLORS >= 1 << 24 && (tigetflag("RGB") > 0 || number > 0 || (string && string != (char *)-1)))
    return PQ_COLORS_DIRECT;
  return COLORS >= 256 ? PQ_COLORS_256 : COLORS >= 16 ? PQ_COLORS_16 : COLORS >= 8 ? PQ_COLORS_8 : PQ_COLORS_NONE;
}

// Cells go to curses in runs: one call a cell would cost more than everything else about a frame.
void pq_draw(int y, int x, const pq_cell *cells, int count) {
  enum { RUN = 128 };
  cchar_t run[RUN], look;
  int length = 0, start = x;
  uint32_t attributes = ~0u;
  int32_t foreground = -2, background = -2;
  attr_t attr = 0;
  int pair = 0;
  for (int i = 0; i < count; i++) {
    const pq_cell *c = &cells[i];
    if (c->base == 0) continue;  // the second half of a wide cell
    if (c->attributes != attributes || c->foreground != foreground || c->background != background) {
      attributes = c->attributes;
      foreground = c->foreground;
      background = c->background;
      attr = (attributes & PQ_BOLD ? A_BOLD : 0) | (attributes & PQ_DIM ? A_DIM : 0)
          | (attributes & PQ_ITALIC ? A_ITALIC : 0) | (attributes & PQ_UNDERLINE ? A_UNDERLINE : 0)
          | (attributes & PQ_REVERSE ? A_REVERSE : 0);
      pair = foreground == -1 && background == -1 ? 0 : alloc_pair(foreground, background);
      if (pair < 0) pair = 0;
      // The extended pair goes through the last argument: short pair numbers end at 32,767.
      setcchar(&look, L" ", attr, 0, &pair);
    }
    if (length == RUN) {
      mvadd_wchnstr(y, start, run, length);
      length = 0;
    }
    if (length == 0) start = x + i;
    cchar_t *cell = &run[length++];
    *cell = look;
    int width = i + 1 < count && cells[i + 1].base == 0 ? 2 : 1;
    if (c->base >= 0x20 && c->base < 0x7f && c->marks[0] == 0 && width == 1) {
      cell->chars[0] = (wchar_t)c->base;
      continue;
    }
    wchar_t text[6];
    int n = 0;
    text[n++] = (wchar_t)c->base;
    for (int k = 0; k < 4 && c->marks[k]; k++) text[n++] = (wchar_t)c->marks[k];
    text[n] = 0;
    if (pq_is_picture(text, n, width)) {
      cell->chars[0] = pq_picture(text, n, width, COLS - x - i);
      continue;
    }
    if (setcchar(cell, text, attr, 0, &pair) != OK) *cell = look;
  }
  if (length > 0) mvadd_wchnstr(y, start, run, length);
}

void pq_cursor(int y, int x, int visible) {
  static int shown = -1;
  if (visible != shown) curs_set(visible);
  shown = visible;
  move(y, x);
}

// What curses writes while it shows a frame. It writes in dozens of pieces, one for each move of the cursor; in one
// piece a frame costs the terminal one wake-up, and is never seen half drawn.
static struct {
  char *bytes;
  size_t length, room;
  _Atomic int fd;  // the descriptor that is being collected, or -1; other threads write too, to others
} frame = {NULL, 0, 0, -1};

// A frame in which no more rows than these changed is no scrolled one.
enum { ROWS_AT_REST = 4 };

// Puts pictures where curses wrote what stands for them.
static void show_pictures(void) {
  size_t pictures = 0;
  for (size_t i = 0; i + 4 <= frame.length; i++) pictures += (unsigned char)frame.bytes[i] == 0xF4;
  if (pictures == 0) return;
  size_t room = frame.length + pictures * PICTURE_BYTES;
  char *bytes = malloc(room), *end = bytes;
  if (!bytes) return;
  for (size_t i = 0; i < frame.length;) {
    char *after = i + 4 <= frame.length ? pq_write_picture(frame.bytes + i, end) : NULL;
    if (after) {
      end = after;
      i += 4;
    } else {
      *end++ = frame.bytes[i++];
    }
  }
  free(frame.bytes);
  frame.bytes = bytes;
  frame.length = (size_t)(end - bytes);
  frame.room = room;
}

static void write_frame(void) {
  if (pq_has_pictures()) show_pictures();
  size_t written = 0;
  while (written < frame.length) {
    ssize_t n = syscall(SYS_write, fileno(terminal_out), frame.bytes + written, frame.length - written);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    written += (size_t)n;
  }
  frame.length = 0;
}

// ncurses calls the process's write; nothing else writes to the descriptor of the terminal's output.
ssize_t write(int fd, const void *bytes, size_t size) {
  if (fd != frame.fd || fd < 0) return syscall(SYS_write, fd, bytes, size);
  if (frame.length + size > frame.room) {
    size_t room = 2 * (frame.length + size) + 8192;
    char *grown = realloc(frame.bytes, room);
    if (!grown) {
      write_frame();
      return syscall(SYS_write, fd, bytes, size);
    }
    frame.bytes = grown;
    frame.room = room;
  }
  memcpy(frame.bytes + frame.length, bytes, size);
  frame.length += size;
  return (ssize_t)size;
}

static int holds_picture(int y) {
  for (int x = 0; x < COLS; x++) {
    cchar_t cell;
    if (mvin_wch(y, x, &cell) == OK && pq_picture_columns(cell.chars[0])) return 1;
  }
  return 0;
}

// A terminal that draws a picture wider than it should overruns what is right of it: a changed row with pictures is
// written whole, from left to right.
static void redraw_rows_with_pictures(int all) {
  int y, x;
  getyx(stdscr, y, x);
  for (int row = 0; row < LINES; row++)
    if ((all || is_linetouched(stdscr, row)) && holds_picture(row)) wredrawln(stdscr, row, 1);
  move(y, x);
}

// Shows what was drawn.
static void show(void) {
  frame.fd = fileno(terminal_out);
  if (is_cleared(curscr) || is_cleared(stdscr)) {
    // On a screen that was just cleared curses does not write blanks, not even those that a picture overran.
    refresh();
    if (pq_has_pictures()) {
      redraw_rows_with_pictures(1);
      refresh();
    }
  } else {
    if (pq_has_pictures()) redraw_rows_with_pictures(0);
    refresh();
  }
  frame.fd = -1;
  write_frame();
}

void pq_flush(int rows) {
  // To look for lines that only moved takes a walk over all of them, and finds nothing where a few words changed.
  idlok(stdscr, rows > ROWS_AT_REST);
  show();
}

void pq_invalidate(void) { clearok(curscr, TRUE); }

int pq_measure(int fd, int *width, int *height) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0) return 0;
  if (size.ws_col > 0 && size.ws_row > 0) {
    if (screen && (size.ws_row != LINES || size.ws_col != COLS)) resizeterm(size.ws_row, size.ws_col);
    *width = size.ws_col;
    *height = size.ws_row;
  } else {
    *width = screen ? COLS : 80;
    *height = screen ? LINES : 24;
  }
  return 1;
}

static int next_byte_is_waiting(void) {
  struct pollfd p = {fileno(terminal_in), POLLIN, 0};
  return poll(&p, 1, 25) > 0;
}

// Reads on after ESC [ to the final byte of a sequence that terminfo does not know, so that its letters are not
// taken for commands.
static void swallow_sequence(void) {
  wint_t c;
  for (int i = 0; i < 64; i++) {
    if (get_wch(&c) != OK) {
      if (!next_byte_is_waiting() || get_wch(&c) != OK) return;
    }
    if (c >= 0x40 && c <= 0x7e) return;
  }
}

static pq_input mouse_input(void) {
  MEVENT event;
  pq_input result = {PQ_INPUT_KEY, PQ_KEY_OTHER, 0, 0};
  if (getmouse(&event) != OK) return result;
  result.x = event.x;
  result.y = event.y;
  result.kind = PQ_INPUT_MOUSE;
  if (event.bstate & BUTTON4_PRESSED) result.code = PQ_MOUSE_WHEEL_UP;
  else if (event.bstate & BUTTON5_PRESSED) result.code = PQ_MOUSE_WHEEL_DOWN;
  else if (event.bstate & (BUTTON1_CLICKED | BUTTON1_DOUBLE_CLICKED)) result.code = PQ_MOUSE_CLICK;
  else if (event.bstate & REPORT_MOUSE_POSITION) result.code = PQ_MOUSE_DRAG;
  else if (event.bstate & BUTTON1_PRESSED) result.code = PQ_MOUSE_PRESS;
  else if (event.bstate & BUTTON1_RELEASED) result.code = PQ_MOUSE_RELEASE;
  else result = (pq_input){PQ_INPUT_KEY, PQ_KEY_OTHER, 0, 0};
  return result;
}

static int key_code(int c) {
  switch (c) {
    case KEY_UP: return PQ_KEY_UP;
    case KEY_DOWN: return PQ_KEY_DOWN;
    case KEY_LEFT: return PQ_KEY_LEFT;
    case KEY_RIGHT: return PQ_KEY_RIGHT;
    case KEY_HOME: case KEY_FIND: return PQ_KEY_HOME;
    case KEY_END: case KEY_SELECT: return PQ_KEY_END;
    case KEY_PPAGE: return PQ_KEY_PAGE_UP;
    case KEY_NPAGE: return PQ_KEY_PAGE_DOWN;
    case KEY_ENTER: return PQ_KEY_ENTER;
    case KEY_BACKSPACE: return PQ_KEY_BACKSPACE;
    case KEY_DC: return PQ_KEY_DELETE;
    case KEY_IC: return PQ_KEY_INSERT;
    case KEY_BTAB: return PQ_KEY_BACKTAB;
    default: break;
  }
  if (c == paste_key_start) return PQ_KEY_PASTE_START;
  if (c == paste_key_end) return PQ_KEY_PASTE_END;
  if (c > KEY_F0 && c <= KEY_F(24)) return PQ_KEY_FUNCTION + (c - KEY_F0);
  return PQ_KEY_OTHER;
}

pq_input pq_read(void) {
  static wint_t pushed;  // a character read ahead after ESC, delivered as Alt by the next call's caller
  for (;;) {
    wint_t c;
    int kind;
    if (pushed) {
      c = pushed;
      pushed = 0;
      return (pq_input){PQ_INPUT_CHARACTER, (int)c, 0, 0};
    }
    kind = get_wch(&c);
    if (kind == ERR) return (pq_input){PQ_INPUT_NONE, 0, 0, 0};
    if (kind == KEY_CODE_YES) {
      if (c == KEY_RESIZE) continue;  // the size is asked for when the signal says so
      if (c == KEY_MOUSE) return mouse_input();
      return (pq_input){PQ_INPUT_KEY, key_code((int)c), 0, 0};
    }
    if (c == 27) {
      wint_t after;
      if (get_wch(&after) == OK) {
        if (after == '[' || after == 'O') {
          if (after == '[' || next_byte_is_waiting()) swallow_sequence();
          return (pq_input){PQ_INPUT_KEY, PQ_KEY_OTHER, 0, 0};
        }
        pushed = after;
        // ESC first, then the character: two events of one read are an Alt key.
        return (pq_input){PQ_INPUT_CHARACTER, 27, 1, 0};
      }
    }
    return (pq_input){PQ_INPUT_CHARACTER, (int)c, 0, 0};
  }
}

void pq_suspend(void) {
  bracketed_paste(0);
  def_prog_mode();
  endwin();
  struct sigaction standard = {0}, old;
  standard.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &standard, &old);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &old, NULL);
  reset_prog_mode();
  bracketed_paste(1);
  clearok(curscr, TRUE);
  show();
}

void pq_leave(void) {
  bracketed_paste(0);
  def_prog_mode();
  endwin();
}

void pq_return(void) {
  reset_prog_mode();
  bracketed_paste(1);
  clearok(curscr, TRUE);
  show();
}

void pq_send(const char *text) { write_all(text); }

static int signal_pipe[2] = {-1, -1};

// A crash must not leave the terminal raw: undo what can be undone with async-signal-safe calls, then die of it.
static void restore_and_die(int number) {
  if (screen && terminal_fd >= 0) {
    static const char undo[] = "\033[?2004l\033[?1006l\033[?1000l\033[?1002l\033[?1l\033>\033[0m\033[?25h\033[?1049l\r";
    // Nobody may be reading the other end: what does not fit is lost, waiting for it would be worse.
    fcntl(terminal_fd, F_SETFL, O_RDWR | O_NONBLOCK);
    if (write(terminal_fd, undo, sizeof undo - 1) < 0) { /* nothing more to be done */ }
    if (have_modes) tcsetattr(terminal_fd, TCSANOW, &modes_at_start);
  }
  signal(number, SIG_DFL);
  raise(number);
}

static void report_signal(int number) {
  static volatile sig_atomic_t ends;
  int saved = errno;
  // The main thread may hang in a write to a terminal that nobody reads: who asks a second time is obeyed at once.
  if ((number == SIGTERM || number == SIGHUP || number == SIGQUIT) && ends++ > 0) restore_and_die(number);
  char byte = (char)number;
  if (write(signal_pipe[1], &byte, 1) < 0) { /* the pipe is full: a signal is waiting there already */ }
  errno = saved;
}

int pq_watch_signals(void) {
  if (pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  static const int reported[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT, SIGTSTP};
  for (size_t i = 0; i < sizeof reported / sizeof *reported; i++) {
    struct sigaction action = {0};
    action.sa_handler = report_signal;
    action.sa_flags = SA_RESTART;
    sigaction(reported[i], &action, NULL);
  }
  static const int fatal[] = {SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE};
  for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++) {
    struct sigaction action = {0};
    action.sa_handler = restore_and_die;
    action.sa_flags = SA_RESETHAND | SA_NODEFER;
    sigaction(fatal[i], &action, NULL);
  }
  signal(SIGPIPE, SIG_IGN);
  return signal_pipe[0];
}

int pq_make_pipe(int *reading, int *writing) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return 0;
  *reading = ends[0];
  *writing = ends[1];
  return 1;
}

int pq_wait(const int *fds, int count, int timeout) {
  struct pollfd polled[8];
  if (count > 8) count = 8;
  for (int i = 0; i < count; i++) polled[i] = (struct pollfd){fds[i], POLLIN, 0};
  int result = poll(polled, (nfds_t)count, timeout);
  if (result <= 0) return 0;
  int bits = 0;
  for (int i = 0; i < count; i++)
    if (polled[i].revents & POLLIN) bits |= 1 << i;
  if (polled[0].revents & (POLLHUP | POLLERR | POLLNVAL)) bits |= 1 << 30;
  return bits;
}

int pq_run_quietly(const char *const arguments[]) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (int fd = 0; fd < 3; fd++) posix_spawn_file_actions_addopen(&actions, fd, "/dev/null", O_RDWR, 0);
  pid_t child;
  int error = posix_spawnp(&child, arguments[0], &actions, NULL, (char *const *)arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) return -1;
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int pq_run(const char *const arguments[], const void *input, size_t size, int quiet) {
  int in = -1;
  if (input || size == 0) {
    // A file in memory: a pipe would need somebody to fill it while the program runs.
    in = input ? memfd_create("pullquote", MFD_CLOEXEC) : -1;
    if (input && in < 0) return -1;
    for (size_t done = 0; in >= 0 && done < size;) {
      ssize_t n = write(in, (const char *)input + done, size - done);
      if (n <= 0) {
        close(in);
        return -1;
      }
      done += (size_t)n;
    }
    if (in >= 0) lseek(in, 0, SEEK_SET);
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (in >= 0) posix_spawn_file_actions_adddup2(&actions, in, 0);
  else posix_spawn_file_actions_addopen(&actions, 0, quiet ? "/dev/null" : "/dev/tty", O_RDWR, 0);
  if (quiet) {
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_RDWR, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_RDWR, 0);
  }
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t standard;
  sigemptyset(&standard);
  sigaddset(&standard, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &standard);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  pid_t child;
  int error = posix_spawnp(&child, arguments[0], &actions, &attributes, (char *const *)arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (in >= 0) close(in);
  if (error != 0) return -1;
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int pq_capture(const char *const arguments[], void *output, size_t room, long *length, size_t memory, int seconds) {
  int ends[2];
  *length = 0;
  if (pipe2(ends, O_CLOEXEC) != 0) return -1;
  pid_t child = fork();
  if (child < 0) {
    close(ends[0]);
    close(ends[1]);
    return -1;
  }
  if (child == 0) {
    // Nothing but system calls until the program runs: other threads held locks when this one was copied.
    struct rlimit space = {memory, memory}, time = {(rlim_t)seconds, (rlim_t)seconds}, core = {0, 0};
    setrlimit(RLIMIT_AS, &space);
    setrlimit(RLIMIT_CPU, &time);
    setrlimit(RLIMIT_CORE, &core);
    int nothing = open("/dev/null", O_RDWR);
    dup2(nothing, 0);
    dup2(ends[1], 1);
    dup2(nothing, 2);
    signal(SIGPIPE, SIG_DFL);
    execvp(arguments[0], (char *const *)arguments);
    _exit(127);
  }
  close(ends[1]);
  struct timespec start, now;
  clock_gettime(CLOCK_MONOTONIC, &start);
  size_t have = 0;
  int ended = 0;
  while (have < room) {
    clock_gettime(CLOCK_MONOTONIC, &now);
    long left = seconds * 1000L - (now.tv_sec - start.tv_sec) * 1000 - (now.tv_nsec - start.tv_nsec) / 1000000;
    struct pollfd polled = {ends[0], POLLIN, 0};
    if (left <= 0 || poll(&polled, 1, (int)left) <= 0) {
      ended = 1;
      break;
    }
    ssize_t n = read(ends[0], (char *)output + have, room - have);
    if (n <= 0) break;
    have += (size_t)n;
  }
  close(ends[0]);
  if (ended || have == room) kill(child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return -1;
  *length = (long)have;
  return !ended && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
