/*
 * Shows a program another machine than the one it runs on, without namespaces: its calls that ask for the name of the machine, for some
 * files of /etc, and for the name server, are suspended until the launcher has answered them (suspended-calls.c). Static programs ask
 * in the same way. It is no wall: a program that wants to see the real machine can.
 */
#include "filter.h"
#include "launch.h"
#include <linux/fcntl.h>
#include <linux/ioctl.h>
#include <linux/utsname.h>

enum { INTERNET = 2, DATAGRAMS = 2, DO_NOT_WAIT = 04000, DOMAIN_NAMES = 53 };

static const struct sock_filter rules[] = {
    LOAD(FIELD(nr)),
    SUSPEND(openat),
    SUSPEND(uname),
    SUSPEND(connect),
#if defined(__x86_64__)
    SUSPEND(open),
#endif
};

const struct rules machine_rules = {rules, sizeof rules / sizeof *rules};

struct socket_address {
  uint16_t family, port; /* the port in network order */
  uint32_t host;         /* in network order */
  uint8_t unused[8];
};

int shows_machine(const struct launch *launch) { return launch->shown_count > 0; }

/*
 * The memory of the thread that asks. Root opens it as the program's user (look_as): in many containers it has no right to look into the
 * processes of others, and process_vm_readv() would need that.
 */
static long open_memory(long listener, const struct seccomp_notif *asked, int flags) {
  char path[sizeof "/proc//mem" + LONGEST_NUMBER];
  size_t length = put_text(path, "/proc/");
  length += put_number(path + length, asked->pid);
  put_text(path + length, "/mem");
  long memory = CALL(openat, AT_FDCWD, path, flags | O_CLOEXEC, 0);
  /* If the thread has been killed meanwhile, its number may be that of another process now. */
  if (memory < 0 || CALL(ioctl, listener, SECCOMP_IOCTL_NOTIF_ID_VALID, &asked->id) == 0) return memory;
  CALL(close, memory);
  return -ESRCH;
}

/* Returns how many bytes could be read. */
static size_t read_memory(long listener, const struct seccomp_notif *asked, uint64_t from, void *to, size_t length) {
  long memory = open_memory(listener, asked, O_RDONLY);
  if (memory < 0) return 0;
  long got = CALL(pread64, memory, to, length, from);
  CALL(close, memory);
  return got < 0 ? 0 : (size_t)got;
}

/* Gives a descriptor to the thread that asks, in place of its descriptor `over` if that is not negative; returns its number there. */
static long give(long listener, const struct seccomp_notif *asked, long descriptor, int over, int closes_on_execute) {
  struct seccomp_notif_addfd added = {.id = asked->id, .srcfd = (uint32_t)descriptor};
  if (over >= 0) added.newfd = (uint32_t)over, added.flags = SECCOMP_ADDFD_FLAG_SETFD;
  if (closes_on_execute) added.newfd_flags = O_CLOEXEC;
  long number = CALL(ioctl, listener, SECCOMP_IOCTL_NOTIF_ADDFD, &added);
  CALL(close, descriptor);
  return number;
}

/* Opens the file that is shown in place of the one that was asked for. */
static long open_shown(const struct launch *launch, long listener, const struct seccomp_notif *asked, int path_at) {
  char path[64] = {0};
  int flags = (int)asked->data.args[path_at + 1];
  if ((flags & (O_ACCMODE | O_PATH)) != O_RDONLY) return NOT_ANSWERED;
  if (read_memory(listener, asked, asked->data.args[path_at], path, sizeof path - 1) == 0) return NOT_ANSWERED;
  for (int at = 0; at < launch->shown_count; at++) {
    if (!is_same_text(path, launch->shown[at].path)) continue;
    long file = CALL(openat, AT_FDCWD, launch->shown[at].file, O_RDONLY | O_CLOEXEC, 0);
    return file < 0 ? file : give(listener, asked, file, -1, flags & O_CLOEXEC);
  }
  return NOT_ANSWERED;
}

static long name_machine(const struct launch *launch, long listener, const struct seccomp_notif *asked) {
  struct new_utsname name;
  if (CALL(uname, &name) != 0) return NOT_ANSWERED;
  memset(name.nodename, 0, sizeof name.nodename);
  size_t length = text_length(launch->hostname);
  memcpy(name.nodename, launch->hostname, length < sizeof name.nodename ? length : sizeof name.nodename - 1);
  long memory = open_memory(listener, asked, O_RDWR);
  if (memory < 0) return NOT_ANSWERED;
  long written = CALL(pwrite64, memory, &name, sizeof name, asked->data.args[0]);
  CALL(close, memory);
  return written == sizeof name ? 0 : -EFAULT;
}

/* Resolvers call 127.0.0.1:53 over UDP, as the file that they are shown says; their socket is replaced by one that reaches the lab's. */
static long reach_name_server(const struct launch *launch, long listener, const struct seccomp_notif *asked) {
  struct socket_address called = {0}, own = {.family = INTERNET}, server = {.family = INTERNET};
  const uint32_t loopback = __builtin_bswap32(0x7f000001u);
  if (asked->data.args[2] < sizeof called) return NOT_ANSWERED;
  if (read_memory(listener, asked, asked->data.args[1], &called, sizeof called) < sizeof called) return NOT_ANSWERED;
  if (called.family != INTERNET || called.port != __builtin_bswap16(DOMAIN_NAMES) || called.host != loopback) return NOT_ANSWERED;
  server.host = own.host = __builtin_bswap32((uint32_t)launch->name_server_host);
  server.port = __builtin_bswap16((uint16_t)launch->name_server_port);
  long socket = CALL(socket, INTERNET, DATAGRAMS | O_CLOEXEC | DO_NOT_WAIT, 0);
  if (socket < 0) return socket;
  long error = CALL(bind, socket, &own, sizeof own);
  if (error == 0) error = CALL(connect, socket, &server, sizeof server);
  if (error == 0) error = give(listener, asked, socket, (int)asked->data.args[0], 1);
  else CALL(close, socket);
  return error < 0 ? error : 0;
}

int is_question(int call) {
  for (size_t at = 0; at < sizeof rules / sizeof *rules; at++)
    if (rules[at].code == (BPF_JMP | BPF_JEQ | BPF_K) && rules[at].k == (uint32_t)call) return 1;
  return 0;
}

long answer_question(const struct launch *launch, long listener, const struct seccomp_notif *asked) {
  switch (asked->data.nr) {
    case __NR_openat: return open_shown(launch, listener, asked, 1);
    case __NR_uname: return name_machine(launch, listener, asked);
    case __NR_connect: return reach_name_server(launch, listener, asked);
    /* open(), which arm64 does not have */
    default: return open_shown(launch, listener, asked, 0);
  }
}
