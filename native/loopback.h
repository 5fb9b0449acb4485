/*
 * A library that LD_PRELOAD puts in front of the C library in programs that have no network namespace of their own. All of
 * 127.0.0.0/8 is loopback: each test gets a block of sixteen of these addresses, and the library translates between them and the
 * addresses that the program uses (127.0.0.1, ::1 and others). So programs that use the same port can run at the same time, and
 * each reaches only the sockets of its own test.
 *
 * It uses only what glibc and musl have in common. Static programs and Go programs do not call it: they make system calls directly.
 */
#pragma once
#include "system.h"

/* Which address of the block stands for which address of the program; runner/linux/loopback.ts has the same numbers. */
enum place_in_block {
  LOOPBACK = 1,     /* 127.0.0.1 and 0.0.0.0, and :: unless the socket is IPv6-only */
  OVER_IPV6 = 2,    /* ::1, and :: of an IPv6-only socket; IPv6 is carried over IPv4-mapped addresses */
  FIRST_FOREIGN = 4 /* the first of the places for other IPv4 addresses that a program binds to */
};

/* See ip(7), ipv6(7), tcp(7) and socket(7); the kernel's headers for these conflict with those of the C library. */
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

/* `struct sockaddr_in` or `struct sockaddr_in6`, with the size of `struct sockaddr_storage`. */
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

/* The address for which a program called bind() or connect(), and the real one; an entry of the test's journal, see loopback.ts. */
struct record {
  uint32_t event; /* BOUND or REACHED */
  uint32_t kind;  /* SOCK_STREAM or SOCK_DGRAM */
  uint64_t inode; /* of the socket */
  uint16_t family, port;
  uint16_t real_port; /* differs from `port` unless the kernel chose it; both in network order */
  uint16_t is_ipv6_only;
  uint8_t host[16]; /* the address that was asked for, in network order; only four bytes for IPv4 */
  uint32_t place;   /* the real address, in the machine's byte order */
  uint32_t unused;
};

enum event { BOUND = 1, REACHED = 2 };

/* The first address of the current test's block, in the machine's byte order; 0: addresses are not translated. */
extern uint32_t current_block;
/* The address of this machine as the test invented it, in the machine's byte order; 0: it has none but loopback. */
extern uint32_t own_address;

static inline int is_in_a_block(uint32_t host) { return host >= 0x7f400000u && host < 0x7fc00000u; }

int is_internet(const struct address *address, uint32_t length);
int kind_of(int socket);

/* The real address to bind to; false if the address is not translated. */
int place(int socket, const struct address *asked, struct address *real);
/* The real address to connect or send to; false if the address is not translated. */
int reach(int socket, const struct address *asked, struct address *real);
/* Replaces a real address that the kernel reports by the one that the program knows. */
void disguise(struct address *address, uint32_t length);
/* The same for the source of a connection to `peer`: towards other machines it is this machine's own address. */
void disguise_source(struct address *source, uint32_t length, const struct address *peer);
/* The real port for a port of the program, in network order; each `attempt`, counted from 0, gives another one. */
uint16_t other_port(uint16_t port, int attempt);

/* Remembers what a program asked for, and appends it to the journal, which the grader and all programs of the test read. */
void write_down(enum event event, int socket, const struct address *asked, const struct address *real, int is_ipv6_only);
/* The address that this process asked for when it bound or connected the socket; false if it is not known. */
int asked_of(enum event event, int socket, struct address *asked);

/* An IPv4 or IPv4-mapped address in the machine's byte order; 0 for any other. */
uint32_t host_of(const struct address *address);
/* Whether a socket was bound to every address, IPv4 included. */
int is_any(const struct record *record);

/* Finds the last bound socket of this test for which the condition holds; false if there is none. */
typedef int condition(const struct record *record, const struct record *sought);
int find_bound(condition *holds, const struct record *sought, struct record *found);
