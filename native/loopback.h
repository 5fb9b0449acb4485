/*
 * A library that is loaded before all others into programs which have no network namespace of their own. All of 127.0.0.0/8 is
 * loopback: each test has sixteen addresses of it to itself, its block, and the program believes them to be those of any
 * machine. So programs with the same port in their sources run side by side, and meet none but those of their own test.
 *
 * Of the C library only what glibc and musl have in common is used. Static programs and those of Go do not come by here.
 */
#pragma once
#include "system.h"

/* Shared with runner/linux/loopback.ts. */
enum place_in_block {
  LOOPBACK = 1,     /* 127.0.0.1 and every address: 0.0.0.0, and :: where it takes IPv4 */
  OVER_IPV6 = 2,    /* ::1, and :: where it takes IPv6 alone; IPv6 is carried over IPv4-mapped addresses */
  FIRST_FOREIGN = 4 /* any other address of IPv4, as far as a program is bound to it */
};

/* See ip(7), ipv6(7), tcp(7) and socket(7); the kernel's own headers cannot be mixed with the C library's. */
enum {
  AF_INET = 2,
  AF_INET6 = 10,
  SOCK_STREAM = 1,
  SOCK_DGRAM = 2,
  SOCK_CLOEXEC = 02000000,
  SOL_SOCKET = 1,
  SO_TYPE = 3,
  IPPROTO_IPV6 = 41,
  IPV6_V6ONLY = 26,
  V4_LENGTH = 16,
  V6_LENGTH = 28
};

#define LOOPBACK_HOST 0x7f000001u

/* `struct sockaddr_in` or `struct sockaddr_in6`, with room for any other. */
struct address {
  uint16_t family, port; /* the port in network order */
  union {
    uint32_t v4;
    struct {
      uint32_t flow;
      uint8_t host[16];
      uint32_t scope;
    } v6;
    uint8_t room[124];
  };
};

/* What was asked of a socket, and what became of it; written into the test's journal, see loopback.ts. */
struct record {
  uint32_t event; /* BOUND or REACHED */
  uint32_t kind;  /* SOCK_STREAM or SOCK_DGRAM */
  uint64_t inode; /* of the socket */
  uint16_t family, port;
  uint16_t real_port; /* another than `port` unless the kernel chose it; both in network order */
  uint16_t is_ipv6_only;
  uint8_t host[16]; /* what was asked for, in network order; four bytes of IPv4 */
  uint32_t place;   /* where it really is, in the machine's order */
  uint32_t unused;
};

enum event { BOUND = 1, REACHED = 2 };

/* The block of the current test, in the machine's byte order; 0 where the network is everybody's. */
extern uint32_t current_block;

static inline int is_in_a_block(uint32_t host) { return host >= 0x7f400000u && host < 0x7fc00000u; }

int is_internet(const struct address *address, uint32_t length);
int kind_of(int socket);

/* Where a socket is really to be bound; false where that is no matter of ours. */
int place(int socket, const struct address *asked, struct address *real);
/* Where what is sent, or connects, to an address really goes; false where that is no matter of ours. */
int reach(int socket, const struct address *asked, struct address *real);
/* Puts what the program believes in place of an address that the kernel reports. */
void disguise(struct address *address, uint32_t length);
/* Another port in place of one that is not to be had; `attempt` counts from 0. In network order. */
uint16_t other_port(uint16_t port, int attempt);

/* Writes down what was asked of a socket, for the grader and all of this test. */
void write_down(enum event event, int socket, const struct address *asked, const struct address *real, int is_ipv6_only);
/* The address that this process asked for when it bound or connected the socket; false where it is not known. */
int asked_of(enum event event, int socket, struct address *asked);

uint32_t host_of(const struct address *address);
int is_any(const struct record *record);

/* The last socket of this test of which something holds that was bound; false where there is none. */
typedef int condition(const struct record *record, const struct record *sought);
int find_bound(condition *holds, const struct record *sought, struct record *found);
