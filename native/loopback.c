/* Which address stands for which. */
#include "loopback.h"

enum host { IPV4, MAPPED, IPV6_LOOPBACK, IPV6_ANY, OTHER };

static const uint8_t mapped_prefix[12] = {[10] = 0xff, [11] = 0xff};
static const uint8_t ipv6_loopback[16] = {[15] = 1};
static const uint8_t ipv6_any[16];

/* Tells what kind of address it is; one of IPv4 is read in the machine's byte order. */
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

/* Whether somebody is bound there; asked by binding, for to connect would use up an accept of a server's. */
static int is_taken(int kind, uint32_t host, uint16_t port) {
  struct address wanted = {.family = AF_INET, .port = port, .v4 = __builtin_bswap32(host)};
  long probe = CALL(socket, AF_INET, kind | SOCK_CLOEXEC, 0);
  if (probe < 0) return 0;
  long error = CALL(bind, probe, &wanted, V4_LENGTH);
  CALL(close, probe);
  return error == -EADDRINUSE;
}

/* Broadcast and multicast addresses are what they are, and so is what lies in a block already. */
static int is_left_alone(uint32_t host) { return host >> 28 >= 14 || is_in_a_block(host); }

/* A socket of IPv6 carries IPv4 as well: that is how all of this is carried. */
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
      if (is_left_alone(host)) return 0;
      host = host == 0 || host == LOOPBACK_HOST ? block + LOOPBACK : place_of_foreign(block, host);
  }
  if (asked->family == AF_INET6) let_ipv4_through(socket);
  *real = *asked;
  write_host(real, host);
  return 1;
}

/*
 * Datagrams are answered at the address from which they come, which therefore must lie in the block; of a connection only who
 * came over IPv6 must be known by it.
 */
static void bind_sender(int socket, uint16_t family, uint32_t host) {
  struct address own = {.family = family};
  write_host(&own, host);
  CALL(bind, socket, &own, family == AF_INET ? V4_LENGTH : V6_LENGTH);
}

int reach(int socket, const struct address *asked, struct address *real) {
  uint32_t block = current_block, host = 0;
  int has_port = is_bound(socket, &block), kind = kind_of(socket);
  if (block == 0) return 0;
  enum host sort = read_host(asked, &host);
  int is_over_ipv6 = sort == IPV6_LOOPBACK || sort == IPV6_ANY;
  if (sort == OTHER || (!is_over_ipv6 && is_left_alone(host))) return 0;
  uint32_t target = is_over_ipv6                               ? block + OVER_IPV6
                    : host == 0 || host == LOOPBACK_HOST       ? block + LOOPBACK
                                                               : place_of_foreign(block, host);
  /* Who is bound to every address is found at any of them, of IPv6 where it takes both. */
  if (target != block + LOOPBACK && !is_taken(kind, target, asked->port))
    if (!is_over_ipv6 || takes_both_families(kind, asked->port)) target = block + LOOPBACK;
  if (asked->family == AF_INET6) let_ipv4_through(socket);
  if (!has_port && (kind == SOCK_DGRAM || is_over_ipv6))
    bind_sender(socket, asked->family, block + (is_over_ipv6 ? OVER_IPV6 : LOOPBACK));
  *real = *asked;
  write_host(real, target);
  return 1;
}

void disguise(struct address *address, uint32_t length) {
  uint32_t host = 0;
  if (!is_internet(address, length)) return;
  enum host sort = read_host(address, &host);
  if ((sort != IPV4 && sort != MAPPED) || !is_in_a_block(host)) return;
  uint32_t place_in_block = host & 15;
  if (sort == MAPPED && place_in_block == OVER_IPV6) memcpy(address->v6.host, ipv6_loopback, 16);
  else write_host(address, place_in_block < FIRST_FOREIGN ? LOOPBACK_HOST : foreign_at(host));
}
