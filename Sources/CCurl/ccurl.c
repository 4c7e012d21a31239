#define _GNU_SOURCE
#include "CCurl.h"

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#undef curl_easy_setopt
#undef curl_easy_getinfo

#include <arpa/inet.h>
#include <dlfcn.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>

// What is used of libcurl.
static struct {
  CURLcode (*global_init)(long);
  CURL *(*easy_init)(void);
  CURLcode (*easy_setopt)(CURL *, CURLoption, ...);
  CURLcode (*easy_getinfo)(CURL *, CURLINFO, ...);
  CURLcode (*easy_perform)(CURL *);
  void (*easy_cleanup)(CURL *);
  const char *(*easy_strerror)(CURLcode);
  struct curl_slist *(*slist_append)(struct curl_slist *, const char *);
  void (*slist_free_all)(struct curl_slist *);
} curl;
static int is_loaded;
static char load_problem[256];
static pthread_once_t loading = PTHREAD_ONCE_INIT;

static void load(void) {
  static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4", "libcurl-nss.so.4"};
  void *library = NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names && !library; i++) library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    const char *problem = dlerror();
    snprintf(load_problem, sizeof load_problem, "%s", problem ? problem : "");
    return;
  }
  const struct { const char *name; void *place; } symbols[] = {
    {"curl_global_init", &curl.global_init}, {"curl_easy_init", &curl.easy_init},
    {"curl_easy_setopt", &curl.easy_setopt}, {"curl_easy_getinfo", &curl.easy_getinfo},
    {"curl_easy_perform", &curl.easy_perform}, {"curl_easy_cleanup", &curl.easy_cleanup},
    {"curl_easy_strerror", &curl.easy_strerror}, {"curl_slist_append", &curl.slist_append},
    {"curl_slist_free_all", &curl.slist_free_all},
  };
  for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
    void *symbol = dlsym(library, symbols[i].name);
    if (!symbol) {
      snprintf(load_problem, sizeof load_problem, "libcurl has no %s", symbols[i].name);
      return;
    }
    memcpy(symbols[i].place, &symbol, sizeof symbol);
  }
  is_loaded = curl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

// A growing block of bytes.
struct block {
  char *bytes;
  size_t count, capacity;
};

struct transfer {
  const pq_fetch_request *request;
  struct block body, headers;
  int verdict;           // PQ_FETCH_* when a callback ended the request
  int refused, allowed;  // addresses
};

static int append(struct block *block, const char *bytes, size_t count) {
  if (block->count + count > block->capacity) {
    size_t capacity = block->capacity ? block->capacity : 16384;
    while (capacity < block->count + count) capacity *= 2;
    char *larger = realloc(block->bytes, capacity);
    if (!larger) return 0;
    block->bytes = larger;
    block->capacity = capacity;
  }
  memcpy(block->bytes + block->count, bytes, count);
  block->count += count;
  return 1;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
  struct transfer *transfer = context;
  size_t total = size * count, room = transfer->request->byte_limit - transfer->body.count;
  if (!append(&transfer->body, bytes, total < room ? total : room)) {
    transfer->verdict = PQ_FETCH_MEMORY;
    return 0;
  }
  if (total > room) {
    transfer->verdict = PQ_FETCH_TOO_LARGE;
    return 0;
  }
  return total;
}

static int has_prefix(const char *bytes, size_t count, const char *prefix) {
  size_t length = strlen(prefix);
  return count >= length && strncasecmp(bytes, prefix, length) == 0;
}

// Whether a header line announces what no reader of text can use.
static int is_wrong_type(const char *line, size_t count) {
  static const char *const types[] = {
    "image/", "video/", "audio/", "font/", "application/pdf", "application/zip", "application/gzip",
    "application/x-tar", "application/vnd.", "application/x-msdownload", "application/java-archive",
  };
  if (!has_prefix(line, count, "content-type:")) return 0;
  line += 13, count -= 13;
  while (count && (*line == ' ' || *line == '\t')) line++, count--;
  if (has_prefix(line, count, "image/svg")) return 1;
  for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
    if (!has_prefix(line, count, types[i])) continue;
    // Several API types are JSON or XML under a vendor's name.
    return !memmem(line, count, "json", 4) && !memmem(line, count, "xml", 3);
  }
  return 0;
}

static size_t take_header(char *bytes, size_t size, size_t count, void *context) {
  struct transfer *transfer = context;
  size_t total = size * count;
  // A status line begins another answer: an interim one, or the proxy's, came before.
  if (has_prefix(bytes, total, "HTTP/")) transfer->headers.count = 0;
  if (transfer->headers.count + total > 262144) {
    transfer->verdict = PQ_FETCH_BROKEN;
    return 0;
  }
  if (has_prefix(bytes, total, "content-encoding:")) {
    size_t codings = 1;
    for (size_t i = 0; i < total; i++) codings += bytes[i] == ',';
    if (codings > 3) {
      transfer->verdict = PQ_FETCH_TOO_MANY_CODINGS;
      return 0;
    }
  }
  if (!append(&transfer->headers, bytes, total)) {
    transfer->verdict = PQ_FETCH_MEMORY;
    return 0;
  }
  if (is_wrong_type(bytes, total)) {
    transfer->verdict = PQ_FETCH_WRONG_TYPE;
    return 0;
  }
  return total;
}

static int report(void *context, curl_off_t total, curl_off_t now, curl_off_t up_total, curl_off_t up) {
  (void)total, (void)now, (void)up_total, (void)up;
  struct transfer *transfer = context;
  if (!transfer->request->progress(transfer->request->context, transfer->body.count)) return 0;
  transfer->verdict = PQ_FETCH_CANCELLED;
  return 1;
}

// Asked for every address that a name stands for, before the connection is made: this is where a name that points into
// the private network is caught, whatever it pointed to when it was looked up before.
static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address) {
  (void)purpose;
  struct transfer *transfer = context;
  const uint8_t *bytes = NULL;
  size_t count = 0;
  if (address->family == AF_INET) {
    bytes = (const uint8_t *)&((const struct sockaddr_in *)&address->addr)->sin_addr;
    count = 4;
  } else if (address->family == AF_INET6) {
    bytes = (const uint8_t *)&((const struct sockaddr_in6 *)&address->addr)->sin6_addr;
    count = 16;
  }
  if (!bytes || !transfer->request->allows(transfer->request->context, bytes, count)) {
    transfer->refused++;
    return CURL_SOCKET_BAD;
  }
  transfer->allowed++;
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static int meaning(CURLcode code, const struct transfer *transfer) {
  if (transfer->verdict) return transfer->verdict;
  switch (code) {
  case CURLE_OK: return PQ_FETCH_DONE;
  case CURLE_COULDNT_RESOLVE_HOST: return PQ_FETCH_NO_HOST;
  case CURLE_COULDNT_RESOLVE_PROXY: return PQ_FETCH_NO_PROXY;
  case CURLE_COULDNT_CONNECT:
    return transfer->refused && !transfer->allowed ? PQ_FETCH_REFUSED_ADDRESS : PQ_FETCH_NO_CONNECTION;
  case CURLE_OPERATION_TIMEDOUT: return PQ_FETCH_TIMEOUT;
  case CURLE_PEER_FAILED_VERIFICATION: return PQ_FETCH_CERTIFICATE;
  case CURLE_SSL_CONNECT_ERROR: return PQ_FETCH_TLS;
  case CURLE_BAD_CONTENT_ENCODING: return PQ_FETCH_BAD_CODING;
  case CURLE_OUT_OF_MEMORY: return PQ_FETCH_MEMORY;
  case CURLE_PARTIAL_FILE: case CURLE_GOT_NOTHING: case CURLE_RECV_ERROR: case CURLE_SEND_ERROR:
  case CURLE_WEIRD_SERVER_REPLY: case CURLE_HTTP2: case CURLE_HTTP2_STREAM: case CURLE_UNSUPPORTED_PROTOCOL:
    return PQ_FETCH_BROKEN;
  default: return PQ_FETCH_OTHER;
  }
}

static struct curl_slist *with_header(struct curl_slist *list, const char *name, const char *value) {
  if (!value || !*value || strpbrk(value, "\r\n")) return list;
  size_t size = strlen(name) + strlen(value) + 3;
  char *line = malloc(size);
  if (!line) return list;
  snprintf(line, size, "%s: %s", name, value);
  struct curl_slist *longer = curl.slist_append(list, line);
  free(line);
  return longer ? longer : list;
}

void pq_fetch(const pq_fetch_request *request, pq_fetch_answer *answer) {
  memset(answer, 0, sizeof *answer);
  pthread_once(&loading, load);
  if (!is_loaded) {
    answer->result = PQ_FETCH_NO_LIBRARY;
    snprintf(answer->detail, sizeof answer->detail, "%s", load_problem);
    return;
  }
  CURL *handle = curl.easy_init();
  if (!handle) {
    answer->result = PQ_FETCH_MEMORY;
    return;
  }
  struct transfer transfer = {.request = request};
  char words[CURL_ERROR_SIZE] = "";
  struct curl_slist *headers = with_header(NULL, "Accept", request->accept);
  headers = with_header(headers, "If-None-Match", request->entity_tag);
  headers = with_header(headers, "If-Modified-Since", request->modified);
  struct curl_slist *resolve = request->resolve ? curl.slist_append(NULL, request->resolve) : NULL;

#define SET(option, value) curl.easy_setopt(handle, option, value)
  SET(CURLOPT_URL, request->address);
  SET(CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
  SET(CURLOPT_REDIR_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
  SET(CURLOPT_FOLLOWLOCATION, 0L);
  SET(CURLOPT_NOSIGNAL, 1L);
  SET(CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
  SET(CURLOPT_USERAGENT, request->user_agent);
  SET(CURLOPT_HTTPHEADER, headers);
  SET(CURLOPT_ACCEPT_ENCODING, "");
  SET(CURLOPT_HTTP09_ALLOWED, 0L);
  SET(CURLOPT_SSL_VERIFYPEER, 1L);
  SET(CURLOPT_SSL_VERIFYHOST, 2L);
  SET(CURLOPT_CONNECTTIMEOUT_MS, request->connect_milliseconds);
  SET(CURLOPT_TIMEOUT_MS, request->total_milliseconds);
  SET(CURLOPT_LOW_SPEED_LIMIT, 1L);
  SET(CURLOPT_LOW_SPEED_TIME, request->idle_seconds);
  SET(CURLOPT_PROXY, request->proxy);
  SET(CURLOPT_NOPROXY, "");
  if (request->credentials) {
    SET(CURLOPT_HTTPAUTH, (long)(CURLAUTH_BASIC | CURLAUTH_DIGEST));
    SET(CURLOPT_USERPWD, request->credentials);
  }
  if (resolve) SET(CURLOPT_RESOLVE, resolve);
  SET(CURLOPT_ERRORBUFFER, words);
  SET(CURLOPT_WRITEFUNCTION, take_body);
  SET(CURLOPT_WRITEDATA, &transfer);
  SET(CURLOPT_HEADERFUNCTION, take_header);
  SET(CURLOPT_HEADERDATA, &transfer);
  SET(CURLOPT_NOPROGRESS, 0L);
  SET(CURLOPT_XFERINFOFUNCTION, report);
  SET(CURLOPT_XFERINFODATA, &transfer);
  SET(CURLOPT_OPENSOCKETFUNCTION, open_socket);
  SET(CURLOPT_OPENSOCKETDATA, &transfer);
#undef SET

  CURLcode code = curl.easy_perform(handle);
  answer->result = meaning(code, &transfer);
  curl.easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &answer->status);
  answer->body = (uint8_t *)transfer.body.bytes;
  answer->body_count = transfer.body.count;
  answer->headers = transfer.headers.bytes;
  answer->header_count = transfer.headers.count;
  if (code != CURLE_OK) snprintf(answer->detail, sizeof answer->detail, "%s", *words ? words : curl.easy_strerror(code));
  curl.easy_cleanup(handle);
  curl.slist_free_all(headers);
  if (resolve) curl.slist_free_all(resolve);
}
