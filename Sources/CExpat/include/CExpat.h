#ifndef PULLQUOTE_CEXPAT_H
#define PULLQUOTE_CEXPAT_H

// Expat as Pullquote uses it: one call parses a whole text and reports elements and character data. The text is never
// led out of itself: no DTD, no file, no address is read, and entities stay within limits.

#include <stddef.h>

// What happens in a document; `context` is what the caller handed over. Names and values are UTF-8 and end with a NUL.
// `attributes` holds names and values by turns and ends with NULL.
typedef struct {
  void (*start)(void *context, const char *name, const char *const *attributes);
  void (*end)(void *context);
  void (*text)(void *context, const char *bytes, int count);
} pq_xml_events;

enum {
  PQ_XML_COMPLETE = 0,   // the document was read to its end
  PQ_XML_MALFORMED = 1,  // it breaks a rule of XML; what came before was reported
  PQ_XML_ENTITIES = 2,   // it declares entities beyond the limits; what came before was reported
  PQ_XML_MEMORY = 3      // there was no memory
};

typedef struct {
  int result;           // one of PQ_XML_*
  size_t line;          // where reading ended, from 1
  const char *message;  // expat's words for what is wrong, or NULL
} pq_xml_outcome;

// Parses `count` bytes of UTF-8, whatever encoding they declare. Calls the events on this thread.
pq_xml_outcome pq_xml_parse(const char *bytes, size_t count, const pq_xml_events *events, void *context);

#endif
