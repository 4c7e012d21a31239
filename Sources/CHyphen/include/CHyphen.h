#ifndef PULLQUOTE_CHYPHEN_H
#define PULLQUOTE_CHYPHEN_H

// Hyphenation patterns through libhyphen, which is linked statically so that starting costs nothing.

// Loads a pattern file; NULL when there is none, or it is no pattern file. Takes tens of milliseconds.
void *ch_load(const char *path);
void ch_free(void *patterns);

// Marks the letters of a word in lower case after which a line may end: an odd digit in `marks`, one for each character.
// `marks` has room for `size` + 8 bytes. Returns 0 when the word could not be looked at.
int ch_hyphenate(void *patterns, const char *word, int size, char *marks);

#endif
