/* Replacements for the functions of the C library that take or return an address. */
#include "loopback.h"

#define EXPORTED __attribute__((visibility("default")))

/* dlsym(3); NULL in programs whose C library has it in a separate library (libdl): then system calls are made directly. */
extern void *dlsym(void *where, const char *name) __attribute__((weak));
extern int *__errno_location(void);
#define NEXT_LIBRARY ((void *)-1L)

enum { ATTEMPTS = 16 };

struct message {
  struct address *name;
  uint32_t name_length;
  void *pieces;
  size_t piece_count;
  void *control;
  size_t control_length;
  int flags;
};

struct message_of_many {
  struct message message;
  unsigned int length;
};

static long with_errno(long returned) {
  if (returned >= 0) return returned;
  *__errno_location() = (int)-returned;
  return -1;
}

/* Calls the C library's own function, in which a thread can be cancelled, or the system call where there is no dlsym. */
#define NEXT(name, type, ...)                                                       \
  ({                                                                                \
    static type next;                                                               \
    if (next == NULL && dlsym != NULL) next = (type)dlsym(NEXT_LIBRARY, #name);     \
    next != NULL ? (long)next(__VA_ARGS__) : with_errno(CALL(name, __VA_ARGS__));   \
  })

typedef int listening(int, int);
typedef int named(int, const void *, uint32_t);
typedef int naming(int, void *, uint32_t *);
typedef int naming_with_flags(int, void *, uint32_t *, int);
typedef long sending(int, const void *, size_t, int, const void *, uint32_t);
typedef long receiving(int, void *, size_t, int, void *, uint32_t *);
typedef long sending_message(int, const void *, int);
typedef long receiving_message(int, void *, int);
typedef int receiving_messages(int, void *, unsigned int, int, void *);

static int is_this(const struct record *record, const struct record *sought) {
  return record->kind == sought->kind && record->port == sought->port && record->place == sought->place;
}

static int has_its_real_port(const struct record *record, const struct record *sought) {
  return record->kind == sought->kind && record->real_port == sought->real_port && record->place == sought->place;
}

/*
 * Binds to another port than the one that is asked for, so that a socket in a block never conflicts with sockets of the machine that
 * are bound to every address, and privileged ports are available. The journal translates between the two ports.
 */
static int bind_somewhere(int socket, const struct address *asked, struct address *real, uint32_t length) {
  struct record sought = {.kind = (uint32_t)kind_of(socket), .port = asked->port, .place = host_of(real)}, found;
  int is_chosen_by_kernel = asked->port == 0, is_known = !is_chosen_by_kernel && find_bound(is_this, &sought, &found);
  /* A socket of this test has or had the port: the kernel decides whether it can be bound again (SO_REUSEADDR). */
  if (is_known) real->port = found.real_port;
  if (is_chosen_by_kernel || is_known) return (int)NEXT(bind, named *, socket, real, length);
  int returned = -1;
  *__errno_location() = EADDRINUSE;
  for (int attempt = 0; returned != 0 && attempt < ATTEMPTS; attempt++) {
    real->port = sought.real_port = other_port(asked->port, attempt);
    /* With SO_REUSEPORT, bind() would succeed at a real port that stands for another port of the program. */
    if (find_bound(has_its_real_port, &sought, &found)) continue;
    returned = (int)NEXT(bind, named *, socket, real, length);
    if (returned != 0 && *__errno_location() != EADDRINUSE) break;
  }
  return returned;
}

EXPORTED int bind(int socket, const void *address, uint32_t length) {
  struct address real;
  const struct address *asked = address;
  if (!is_internet(asked, length)) return (int)NEXT(bind, named *, socket, address, length);
  int is_ipv6_only = 0;
  uint32_t size = sizeof is_ipv6_only;
  CALL(getsockopt, socket, IPPROTO_IPV6, IPV6_V6ONLY, &is_ipv6_only, &size);
  if (!place(socket, asked, &real)) return (int)NEXT(bind, named *, socket, address, length);
  int returned = bind_somewhere(socket, asked, &real, length);
  size = sizeof real;
  if (returned != 0 || CALL(getsockname, socket, &real, &size) != 0) return returned;
  write_down(BOUND, socket, asked, &real, asked->family == AF_INET6 && is_ipv6_only);
  return 0;
}

/* listen() without bind() listens at every address, at a port that the kernel chooses. */
EXPORTED int listen(int socket, int backlog) {
  struct address own = {0}, every = {0};
  uint32_t length = sizeof own;
  if (current_block != 0 && CALL(getsockname, socket, &own, &length) == 0 && is_internet(&own, length) && own.port == 0) {
    every.family = own.family;
    bind(socket, &every, own.family == AF_INET ? V4_LENGTH : V6_LENGTH);
  }
  return (int)NEXT(listen, listening *, socket, backlog);
}

/* The real address for the one that is asked for, or that one itself if it is not translated. */
static const void *destination(int socket, const void *address, uint32_t length, struct address *real) {
  if (!is_internet(address, length) || !reach(socket, address, real)) return address;
  write_down(REACHED, socket, address, real, 0);
  return real;
}

EXPORTED int connect(int socket, const void *address, uint32_t length) {
  struct address real;
  const void *towards = destination(socket, address, length, &real);
  return (int)NEXT(connect, named *, socket, towards, length);
}

EXPORTED long sendto(int socket, const void *bytes, size_t count, int flags, const void *address, uint32_t length) {
  struct address real;
  const void *towards = destination(socket, address, length, &real);
  return NEXT(sendto, sending *, socket, bytes, count, flags, towards, length);
}

EXPORTED long sendmsg(int socket, const struct message *message, int flags) {
  struct address real;
  struct message redirected = *message;
  redirected.name = (struct address *)destination(socket, message->name, message->name_length, &real);
  return NEXT(sendmsg, sending_message *, socket, &redirected, flags);
}

EXPORTED int sendmmsg(int socket, struct message_of_many *messages, unsigned int count, int flags) {
  for (unsigned int at = 0; at < count; at++) {
    long length = sendmsg(socket, &messages[at].message, flags);
    if (length < 0) return at == 0 ? -1 : (int)at;
    messages[at].length = (unsigned int)length;
  }
  return (int)count;
}

/* `length` is the full length of the address, even if the buffer had room for less of it. */
static void disguise_in(void *address, uint32_t room, const uint32_t *length) {
  if (address == NULL || length == NULL) return;
  disguise(address, room < *length ? room : *length);
}

static int is_connected(int socket) {
  struct address peer;
  uint32_t length = sizeof peer;
  return CALL(getpeername, socket, &peer, &length) == 0;
}

/* Replaces an address that the kernel reports by the one that this process asked for; false if that is not known. */
static int report_asked(enum event event, int socket, struct address *reported) {
  struct address asked;
  if (!asked_of(event, socket, &asked) || asked.family != reported->family) return 0;
  if (asked.port != 0) reported->port = asked.port;
  if (asked.family == AF_INET) reported->v4 = asked.v4;
  else memcpy(reported->v6.host, asked.v6.host, 16);
  return 1;
}

EXPORTED int getsockname(int socket, void *address, uint32_t *length) {
  uint32_t room = length == NULL ? 0 : *length;
  int returned = (int)NEXT(getsockname, naming *, socket, address, length);
  if (returned != 0 || !is_internet(address, room < *length ? room : *length)) return returned;
  struct address peer;
  /* A socket that is bound to every address has a specific one once it is connected. */
  if (is_connected(socket) && asked_of(REACHED, socket, &peer)) disguise_source(address, room < *length ? room : *length, &peer);
  else if (is_connected(socket) || !report_asked(BOUND, socket, address)) disguise_in(address, room, length);
  return 0;
}

EXPORTED int getpeername(int socket, void *address, uint32_t *length) {
  uint32_t room = length == NULL ? 0 : *length;
  int returned = (int)NEXT(getpeername, naming *, socket, address, length);
  if (returned != 0 || !is_internet(address, room < *length ? room : *length)) return returned;
  if (!report_asked(REACHED, socket, address)) disguise_in(address, room, length);
  return 0;
}

EXPORTED int accept4(int socket, void *address, uint32_t *length, int flags) {
  uint32_t room = length == NULL ? 0 : *length;
  int accepted = (int)NEXT(accept4, naming_with_flags *, socket, address, length, flags);
  if (accepted >= 0) disguise_in(address, room, length);
  return accepted;
}

EXPORTED int accept(int socket, void *address, uint32_t *length) {
  uint32_t room = length == NULL ? 0 : *length;
  int accepted = (int)NEXT(accept, naming *, socket, address, length);
  if (accepted >= 0) disguise_in(address, room, length);
  return accepted;
}

EXPORTED long recvfrom(int socket, void *bytes, size_t count, int flags, void *address, uint32_t *length) {
  uint32_t room = length == NULL ? 0 : *length;
  long received = NEXT(recvfrom, receiving *, socket, bytes, count, flags, address, length);
  if (received >= 0) disguise_in(address, room, length);
  return received;
}

EXPORTED long recvmsg(int socket, struct message *message, int flags) {
  uint32_t room = message->name_length;
  long received = NEXT(recvmsg, receiving_message *, socket, message, flags);
  if (received >= 0) disguise_in(message->name, room, &message->name_length);
  return received;
}

EXPORTED int recvmmsg(int socket, struct message_of_many *messages, unsigned int count, int flags, void *timeout) {
  int received = (int)NEXT(recvmmsg, receiving_messages *, socket, messages, count, flags, timeout);
  for (int at = 0; at < received; at++) {
    struct message *message = &messages[at].message;
    disguise_in(message->name, message->name_length, &message->name_length);
  }
  return received;
}
