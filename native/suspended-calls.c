/*
 * seccomp: some calls of the program wait until the launcher has answered them (seccomp_unotify(2)). There can be only one filter of this
 * kind, so it is made of the rules of all parts that need it.
 */
#include "filter.h"
#include "launch.h"
#include <linux/fcntl.h>
#include <linux/ioctl.h>

enum { MOST_RULES = 128, SOCKET_LEVEL = 1, DESCRIPTORS = 1, NO_SIGNAL = 0x4000, AT_ONCE = 0x40, CLOSE_ON_EXECUTE = 0x40000000 };

/* `struct msghdr` and a control message with one descriptor; see unix(7) and cmsg(3). */
struct passed {
  size_t length;
  int level, kind, descriptor;
} __attribute__((aligned(8)));

struct message {
  void *name;
  uint32_t name_length;
  const void *pieces;
  size_t piece_count;
  void *control;
  size_t control_length;
  int flags;
};

enum { PASSED_LENGTH = offsetof(struct passed, descriptor) + sizeof(int) };

static void add(const struct rules *rules, struct sock_filter *filter, size_t *count) {
  memcpy(filter + *count, rules->start, rules->count * sizeof *filter);
  *count += rules->count;
}

void suspend_calls(const struct launch *launch, int to_launcher) {
  static struct sock_filter filter[MOST_RULES];
  size_t count = 0;
  if (shows_machine(launch)) add(&machine_rules, filter, &count);
  if (guards_attributes(launch)) add(&attribute_rules, filter, &count);
  filter[count++] = (struct sock_filter)RETURN(SECCOMP_RET_ALLOW);
  struct sock_fprog program = {(unsigned short)count, filter};
  long listener = CALL(seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &program);
  /* EBUSY: a container has such a filter already. The program then runs without the wall, but never without what it is to see. */
  if (listener == -EBUSY && !shows_machine(launch)) return;
  if (listener < 0) refuse("suspend system calls", listener);
  struct passed passed = {PASSED_LENGTH, SOCKET_LEVEL, DESCRIPTORS, (int)listener};
  struct {
    const void *start;
    size_t length;
  } piece = {"!", 1};
  struct message message = {.pieces = &piece, .piece_count = 1, .control = &passed, .control_length = sizeof passed};
  long error = CALL(sendmsg, to_launcher, &message, NO_SIGNAL);
  if (error < 0) refuse("pass a descriptor", error);
  CALL(close, listener);
}

long receive_listener(int from_program) {
  char byte;
  struct passed passed = {0};
  struct {
    void *start;
    size_t length;
  } piece = {&byte, 1};
  struct message message = {.pieces = &piece, .piece_count = 1, .control = &passed, .control_length = sizeof passed};
  long length = CALL(recvmsg, from_program, &message, AT_ONCE | CLOSE_ON_EXECUTE);
  return length == 1 && message.control_length >= PASSED_LENGTH ? passed.descriptor : -1;
}

void answer_call(const struct launch *launch, long listener) {
  struct seccomp_notif asked = {0};
  /* The thread that asked may have been killed. */
  if (CALL(ioctl, listener, SECCOMP_IOCTL_NOTIF_RECV, &asked) != 0) return;
  long returned = is_question(asked.data.nr) ? answer_question(launch, listener, &asked) : answer_attribute_call(listener, &asked);
  struct seccomp_notif_resp answer = {.id = asked.id};
  if (returned == NOT_ANSWERED) answer.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
  else if (returned < 0) answer.error = (int)returned;
  else answer.val = returned;
  CALL(ioctl, listener, SECCOMP_IOCTL_NOTIF_SEND, &answer);
}
