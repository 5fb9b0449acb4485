/* What programs asked of their sockets: each process remembers its own requests, and a journal has those of the whole test. */
#include "loopback.h"
#include <linux/fcntl.h>

uint32_t current_block, own_address;
static int is_grader;

/* The path of the file to which the programs of a test and the grader append; empty: there is none. */
static char journal[512];

enum { REMEMBERED = 256, LONGEST_JOURNAL = 1 << 17 };

/* By inode modulo the size: of sockets that collide, the later one is remembered. Readers compare the whole inode. */
static struct record bound[REMEMBERED], reached[REMEMBERED];

static uint64_t inode_of(int socket) {
  /* `struct stat` begins with device and inode, of eight bytes each, on both architectures. */
  uint64_t status[32] = {0};
  return CALL(fstat, socket, status) == 0 ? status[1] : 0;
}

static void append(const struct record *record) {
  if (journal[0] == '\0') return;
  long file = CALL(openat, AT_FDCWD, journal, O_WRONLY | O_APPEND | O_CLOEXEC, 0);
  if (file < 0) return;
  CALL(write, file, record, sizeof *record);
  CALL(close, file);
}

/* Whether a socket is bound to a port that its program chose: its real port is then another. */
static int has_port_of_its_choice(uint64_t inode) {
  const struct record *memory = &bound[inode % REMEMBERED];
  return memory->inode == inode && memory->port != memory->real_port;
}

void write_down(enum event event, int socket, const struct address *asked, const struct address *real, int is_ipv6_only) {
  struct record record = {0};
  record.event = event;
  record.kind = (uint32_t)kind_of(socket);
  record.inode = inode_of(socket);
  record.family = asked->family;
  record.port = asked->port == 0 ? real->port : asked->port;
  record.real_port = real->port;
  record.is_ipv6_only = (uint16_t)is_ipv6_only;
  record.place = host_of(real);
  if (asked->family == AF_INET) memcpy(record.host, &asked->v4, 4);
  else memcpy(record.host, asked->v6.host, 16);
  struct record *memory = &(event == BOUND ? bound : reached)[record.inode % REMEMBERED];
  /* A client may send many datagrams to one address: they are recorded once. */
  if (memcmp(memory, &record, sizeof record) == 0) return;
  *memory = record;
  /*
   * The grader reads from the journal which addresses clients contact. So neither its own destinations are recorded, nor those of
   * sockets with a port of their choice: these belong to servers that answer. The kernel chose the port of a UDP client, even of
   * one that is bound (Node's and Java's always are).
   */
  if (event == BOUND || (!is_grader && !has_port_of_its_choice(record.inode))) append(&record);
}

int asked_of(enum event event, int socket, struct address *asked) {
  uint64_t inode = inode_of(socket);
  struct record record = (event == BOUND ? bound : reached)[inode % REMEMBERED];
  if (inode == 0 || record.inode != inode) return 0;
  asked->family = record.family;
  asked->port = record.port;
  if (record.family == AF_INET) memcpy(&asked->v4, record.host, 4);
  else memcpy(asked->v6.host, record.host, 16);
  return 1;
}

int find_bound(condition *holds, const struct record *sought, struct record *found) {
  struct record record;
  int is_found = 0;
  long file = journal[0] == '\0' ? -1 : CALL(openat, AT_FDCWD, journal, O_RDONLY | O_CLOEXEC, 0);
  if (file < 0) return 0;
  for (int at = 0; at < LONGEST_JOURNAL; at += (int)sizeof record) {
    if (CALL(read, file, &record, sizeof record) != sizeof record) break;
    if (record.event != BOUND || !holds(&record, sought)) continue;
    *found = record;
    is_found = 1;
  }
  CALL(close, file);
  return is_found;
}

static void enter(uint32_t block, const char *file) {
  size_t length = text_length(file);
  if (length >= sizeof journal) length = 0;
  memcpy(journal, file, length);
  journal[length] = '\0';
  current_block = block;
}

/* Called by the grader's worker: sockets that are opened from now on are in the block; those opened earlier stay in theirs. */
__attribute__((visibility("default"))) void wirecheck_enter(uint32_t block, const char *file) {
  is_grader = 1;
  enter(block, file);
}

extern char **environ;

static uint32_t read_address(const char **text) {
  uint32_t address = 0;
  while (**text >= '0' && **text <= '9') address = address * 10 + (uint32_t)(*(*text)++ - '0');
  return address;
}

/* A program finds its block, its machine's address and the journal in the environment: `<block>:<address>:<path>`, in decimal. */
__attribute__((constructor)) static void enter_from_environment(void) {
  const char name[] = "WIRECHECK_NETWORK=";
  for (char **entry = environ; entry != NULL && *entry != NULL; entry++) {
    if (memcmp(*entry, name, sizeof name - 1) != 0) continue;
    const char *value = *entry + sizeof name - 1;
    uint32_t block = read_address(&value), address = *value == ':' ? (value++, read_address(&value)) : 0;
    if (*value != ':' || !is_in_a_block(block)) return;
    enter(block, value + 1);
    own_address = address;
    return;
  }
}
