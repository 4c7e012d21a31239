#include "CExpat.h"

#include <expat.h>
#include <limits.h>
#include <string.h>

// A feed that declares entities at all declares the names of a few characters.
enum { MOST_ENTITIES = 512, LONGEST_ENTITY = 1024 };

typedef struct {
  XML_Parser parser;
  const pq_xml_events *events;
  void *context;
  int entities;
  int stopped;
} reading;

static void on_start(void *data, const char *name, const char **attributes) {
  reading *state = data;
  state->events->start(state->context, name, attributes);
}

static void on_end(void *data, const char *name) {
  (void)name;
  reading *state = data;
  state->events->end(state->context);
}

static void on_text(void *data, const char *bytes, int count) {
  reading *state = data;
  state->events->text(state->context, bytes, count);
}

// An entity that is made of others can grow without bound, and expat 2.5 goes down the stack for it.
static int refers_to_others(const char *value, int count) {
  for (int i = 0; i < count; i++) {
    if (value[i] == '%') return 1;
    if (value[i] == '&' && (i + 1 >= count || value[i + 1] != '#')) return 1;
  }
  return 0;
}

static void on_entity(void *data, const char *name, int is_parameter, const char *value, int count, const char *base,
                      const char *system_id, const char *public_id, const char *notation) {
  (void)name, (void)base, (void)system_id, (void)public_id, (void)notation;
  reading *state = data;
  if (value == NULL) return;  // outside of the document, and never read
  state->entities++;
  if (state->entities > MOST_ENTITIES || count > LONGEST_ENTITY || is_parameter || refers_to_others(value, count)) {
    state->stopped = 1;
    XML_StopParser(state->parser, XML_FALSE);
  }
}

pq_xml_outcome pq_xml_parse(const char *bytes, size_t count, const pq_xml_events *events, void *context) {
  pq_xml_outcome outcome = {PQ_XML_MEMORY, 1, NULL};
  if (count > INT_MAX) return outcome;
  reading state = {XML_ParserCreate("UTF-8"), events, context, 0, 0};
  if (state.parser == NULL) return outcome;
  XML_SetUserData(state.parser, &state);
  XML_SetElementHandler(state.parser, on_start, on_end);
  XML_SetCharacterDataHandler(state.parser, on_text);
  XML_SetEntityDeclHandler(state.parser, on_entity);
  XML_SetParamEntityParsing(state.parser, XML_PARAM_ENTITY_PARSING_NEVER);
  // The whole text in one call: expat then reads it in place, and no token is ever scanned twice.
  enum XML_Status status = XML_Parse(state.parser, bytes, (int)count, XML_TRUE);
  outcome.line = XML_GetCurrentLineNumber(state.parser);
  enum XML_Error error = XML_GetErrorCode(state.parser);
  if (status == XML_STATUS_OK) {
    outcome.result = PQ_XML_COMPLETE;
  } else if (state.stopped || error == XML_ERROR_AMPLIFICATION_LIMIT_BREACH) {
    outcome.result = PQ_XML_ENTITIES;
  } else if (error != XML_ERROR_NO_MEMORY) {
    outcome.result = PQ_XML_MALFORMED;
    outcome.message = XML_ErrorString(error);
  }
  XML_ParserFree(state.parser);
  return outcome;
}
