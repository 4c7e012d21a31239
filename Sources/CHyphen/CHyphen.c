#include "CHyphen.h"

#include <hyphen.h>
#include <stdlib.h>
#include <string.h>

void *ch_load(const char *path) { return hnj_hyphen_load(path); }

void ch_free(void *patterns) { hnj_hyphen_free(patterns); }

int ch_hyphenate(void *patterns, const char *word, int size, char *marks) {
  char **replacements = NULL;
  int *positions = NULL, *cuts = NULL;
  memset(marks, 0, (size_t)size + 8);
  int failed = hnj_hyphen_hyphenate2(patterns, word, size, marks, NULL, &replacements, &positions, &cuts);
  // Breaks that change letters ("Zuk-ker") are left out: a line shows the text as it is.
  if (replacements)
    for (int i = 0; i < size; i++) {
      if (!replacements[i]) continue;
      marks[i] = 0;
      free(replacements[i]);
    }
  free(replacements);
  free(positions);
  free(cuts);
  return !failed;
}
