#ifndef PULLQUOTE_CHTML_H
#define PULLQUOTE_CHTML_H

// The HTML5 parser of Debian's libgumbo-dev. Only ArticleParsing/HTML sees it.
#include <gumbo.h>

#endif
