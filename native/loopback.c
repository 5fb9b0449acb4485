/* Translates between the addresses that programs use and those of the test's block. */
#include "loopback.h"

enum host { IPV4, MAPPED, IPV6_LOOPBACK, IPV6_ANY, OTHER };

static const uint8_t mapped_prefix[12] = {[10] = 0xff, [11] = 0xff};
static const uint8_t ipv6_loopback[16] = {[15] = 1};
static const uint8_t ipv6_any[16];

/* tcpmux, port 1 in network order: on today's machines nothing listens there, so that connecting to it is refused. */
static const uint16_t closed_port = 1 << 8;

enum { FOREIGN_PLACES = 11 };

/* Returns the kind of an address; stores an IPv4 address in the machine's byte order. */
static enum host read_host(const struct address *address, uint32_t *host) {
  uint32_t bytes = address->v4;
  if (address->family == AF_INET6) {
    if (memcmp(address->v6.host, ipv6_loopback, 16) == 0) return IPV6_LOOPBACK;
    if (memcmp(address->v6.host, ipv6_any, 16) == 0) return IPV6_ANY;
    if (memcmp(address->v6.host, mapped_prefix, 12) != 0) return OTHER;
    memcpy(&bytes, address->v6.host + 12, 4);
  }
  *host = __builtin_bswap32(bytes);
  return address->family == AF_INET ? IPV4 : MAPPED;
}

uint32_t host_of(const struct address *address) {
  uint32_t host = 0;
  read_host(address, &host);
  return host;
}

static uint32_t place_of_foreign(uint32_t block, uint32_t host) {
  return block + FIRST_FOREIGN + (host * 2654435761u >> 16) % FOREIGN_PLACES;
}

/* The IPv4 address that the program asked for. */
static uint32_t foreign_of(const struct record *record) {
  uint32_t bytes;
  memcpy(&bytes, record->host + (record->family == AF_INET ? 0 : 12), 4);
  return __builtin_bswap32(bytes);
}

int is_any(const struct record *record) {
  return memcmp(record->host, ipv6_any, record->family == AF_INET ? 4 : 16) == 0 && !record->is_ipv6_only;
}

static void write_host(struct address *address, uint32_t host) {
  uint32_t bytes = __builtin_bswap32(host);
  if (address->family == AF_INET) {
    address->v4 = bytes;
    return;
  }
  memcpy(address->v6.host, mapped_prefix, 12);
  memcpy(address->v6.host + 12, &bytes, 4);
}

int is_internet(const struct address *address, uint32_t length) {
  if (address == NULL || length < sizeof address->family) return 0;
  return (address->family == AF_INET && length >= V4_LENGTH) || (address->family == AF_INET6 && length >= V6_LENGTH - 4);
}

static int option_of(int socket, int level, int name) {
  int value = 0;
  uint32_t length = sizeof value;
  CALL(getsockopt, socket, level, name, &value, &length);
  return value;
}

int kind_of(int socket) { return option_of(socket, SOL_SOCKET, SO_TYPE); }

static int is_bound(int socket, uint32_t *block) {
  struct address own = {0};
  uint32_t length = sizeof own, host = 0;
  if (CALL(getsockname, socket, &own, &length) != 0 || !is_internet(&own, length)) return 0;
  read_host(&own, &host);
  if (is_in_a_block(host)) *block = host & ~15u;
  return own.port != 0;
}

/* Broadcast and multicast addresses are not translated, nor are real addresses of a block. */
static int is_not_translated(uint32_t host) { return host >> 28 >= 14 || is_in_a_block(host); }

/* The real addresses of IPv6 sockets are IPv4-mapped, which IPV6_V6ONLY would refuse. */
static void let_ipv4_through(int socket) {
  int off = 0;
  CALL(setsockopt, socket, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off);
}

int place(int socket, const struct address *asked, struct address *real) {
  uint32_t block = current_block, host = 0;
  if (block == 0) return 0;
  int is_ipv6_only = asked->family == AF_INET6 && option_of(socket, IPPROTO_IPV6, IPV6_V6ONLY);
  switch (read_host(asked, &host)) {
    case IPV6_LOOPBACK: host = block + OVER_IPV6; break;
    case IPV6_ANY: host = block + (is_ipv6_only ? OVER_IPV6 : LOOPBACK); break;
    case OTHER: return 0;
    default:
      if (is_not_translated(host)) return 0;
      host = host == 0 || host == LOOPBACK_HOST ? block + LOOPBACK : place_of_foreign(block, host);
  }
  if (asked->family == AF_INET6) let_ipv4_through(socket);
  *real = *asked;
  write_host(real, host);
  return 1;
}

/* Binds a client to an address of the block: the receiver of a datagram answers to it, or learns from it that IPv6 was used. */
static void bind_sender(int socket, uint16_t family, uint32_t host) {
  struct address own = {.family = family};
  write_host(&own, host);
  CALL(bind, socket, &own, family == AF_INET ? V4_LENGTH : V6_LENGTH);
}

static int is_there(const struct record *record, const struct record *sought) {
  return record->kind == sought->kind && record->port == sought->port && record->place == sought->place;
}

/* A socket that is bound to every address is reached at each of them. */
static int takes_every_address(const struct record *record, const struct record *sought) {
  return is_there(record, sought) && is_any(record);
}

static int takes_both_families(const struct record *record, const struct record *sought) {
  return takes_every_address(record, sought) && record->family == AF_INET6;
}

/* Finds the bound socket that an address of the block reaches; false if there is none. */
static int find_target(uint32_t target, int is_over_ipv6, int kind, uint16_t port, struct record *found) {
  struct record sought = {.kind = (uint32_t)kind, .port = port, .place = target};
  if (find_bound(is_there, &sought, found)) return 1;
  sought.place = (target & ~15u) + LOOPBACK;
  return find_bound(is_over_ipv6 ? takes_both_families : takes_every_address, &sought, found);
}

int reach(int socket, const struct address *asked, struct address *real) {
  uint32_t block = current_block, host = 0;
  int has_port = is_bound(socket, &block), kind = kind_of(socket);
  if (block == 0) return 0;
  enum host kind_of_host = read_host(asked, &host);
  int is_over_ipv6 = kind_of_host == IPV6_LOOPBACK || kind_of_host == IPV6_ANY;
  if (kind_of_host == OTHER || (!is_over_ipv6 && is_not_translated(host))) return 0;
  int is_loopback = host == 0 || host == LOOPBACK_HOST;
  uint32_t target = is_over_ipv6 ? block + OVER_IPV6 : is_loopback ? block + LOOPBACK : place_of_foreign(block, host);
  /* A client socket that bind_sender bound is not in the journal, but its address is known. */
  struct record found = {.place = block + (is_over_ipv6 ? OVER_IPV6 : LOOPBACK), .real_port = asked->port};
  /* Sockets outside this test must not be reached, not even those that listen at every address of the machine. */
  if (!find_target(target, is_over_ipv6, kind, asked->port, &found) && kind == SOCK_STREAM) found.real_port = closed_port;
  if (asked->family == AF_INET6) let_ipv4_through(socket);
  if (!has_port && (kind == SOCK_DGRAM || is_over_ipv6))
    bind_sender(socket, asked->family, block + (is_over_ipv6 ? OVER_IPV6 : LOOPBACK));
  *real = *asked;
  real->port = found.real_port;
  write_host(real, found.place);
  return 1;
}

static const uint16_t first_other_port = 61000, other_ports = 4000;

uint16_t other_port(uint16_t port, int attempt) {
  return __builtin_bswap16((uint16_t)(first_other_port + (__builtin_bswap16(port) * 7u + (unsigned)attempt * 31u) % other_ports));
}

static int is_really_there(const struct record *record, const struct record *sought) {
  return record->real_port == sought->real_port && record->place == sought->place;
}

void disguise(struct address *address, uint32_t length) {
  uint32_t host = 0;
  if (!is_internet(address, length)) return;
  enum host kind_of_host = read_host(address, &host);
  if ((kind_of_host != IPV4 && kind_of_host != MAPPED) || !is_in_a_block(host)) return;
  uint32_t place_in_block = host & 15;
  struct record sought = {.place = host, .real_port = address->port}, found;
  uint16_t port = (uint16_t)(__builtin_bswap16(address->port) - first_other_port);
  if ((port < other_ports || place_in_block >= FIRST_FOREIGN) && find_bound(is_really_there, &sought, &found)) {
    address->port = found.port;
    if (place_in_block >= FIRST_FOREIGN) return write_host(address, foreign_of(&found));
  }
  if (kind_of_host == MAPPED && place_in_block == OVER_IPV6) memcpy(address->v6.host, ipv6_loopback, 16);
  else write_host(address, LOOPBACK_HOST);
}

void disguise_source(struct address *source, uint32_t length, const struct address *peer) {
  disguise(source, length);
  uint32_t host = host_of(peer);
  int is_elsewhere = host != 0 && host >> 24 != LOOPBACK_HOST >> 24;
  if (own_address != 0 && is_elsewhere && host_of(source) == LOOPBACK_HOST) write_host(source, own_address);
}
