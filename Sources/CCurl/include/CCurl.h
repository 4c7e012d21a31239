#ifndef PULLQUOTE_CCURL_H
#define PULLQUOTE_CCURL_H

// One HTTP request by libcurl, which is loaded when it is first needed: a program that opens files never pays for it.
// Redirects are not followed here; the caller judges each hop.

#include <stddef.h>
#include <stdint.h>

// How a request ended.
enum {
  PQ_FETCH_DONE = 0,
  PQ_FETCH_NO_LIBRARY,      // libcurl is not installed; `detail` says what the loader says
  PQ_FETCH_CANCELLED,       // the progress callback asked for it
  PQ_FETCH_TOO_LARGE,       // the body, decompressed, passed the limit; what came before is kept
  PQ_FETCH_WRONG_TYPE,      // pictures, sound, archives: the body was not read
  PQ_FETCH_TOO_MANY_CODINGS, // more compressions around each other than anybody needs
  PQ_FETCH_REFUSED_ADDRESS, // every address of the host was refused by the callback
  PQ_FETCH_NO_HOST,         // the name is not known
  PQ_FETCH_NO_PROXY,
  PQ_FETCH_NO_CONNECTION,
  PQ_FETCH_TIMEOUT,
  PQ_FETCH_BROKEN,          // the answer ended early or is no HTTP; what came before is kept
  PQ_FETCH_BAD_CODING,      // the compression is broken; what came before is kept
  PQ_FETCH_CERTIFICATE,
  PQ_FETCH_TLS,
  PQ_FETCH_MEMORY,
  PQ_FETCH_OTHER
};

typedef struct {
  const char *address;        // http or https
  const char *user_agent;
  const char *accept;
  const char *entity_tag;     // for If-None-Match, or NULL
  const char *modified;       // for If-Modified-Since, or NULL
  const char *credentials;    // "name:password", or NULL
  const char *proxy;          // "" for none
  const char *resolve;        // "HOST:PORT:ADDRESS" in place of looking the name up, or NULL
  long connect_milliseconds;
  long total_milliseconds;
  long idle_seconds;          // without a byte
  size_t byte_limit;          // of the body after decompression
  // Whether a connection to this address is wanted; `bytes` are 4 or 16 in network order.
  int (*allows)(void *context, const uint8_t *bytes, size_t count);
  // Called with the bytes of the body so far, once a second at least; not 0 ends the request.
  int (*progress)(void *context, uint64_t received);
  void *context;
} pq_fetch_request;

typedef struct {
  int result;                 // PQ_FETCH_*
  long status;                // of HTTP; 0 when there was no answer
  uint8_t *body;              // to be freed with `free`
  size_t body_count;
  char *headers;              // the last header block, lines separated by \n; to be freed with `free`
  size_t header_count;
  char detail[256];           // libcurl's words, or ""
} pq_fetch_answer;

// Performs one request; blocks until it ended.
void pq_fetch(const pq_fetch_request *request, pq_fetch_answer *answer);

#endif
