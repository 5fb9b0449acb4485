/* Tries out whether a program can be shown another machine here (shown-machine.c). */
#include "launch.h"
#include <linux/fcntl.h>
#include <linux/poll.h>
#include <linux/prctl.h>
#include <linux/sched.h>
#include <linux/signal.h>
#include <linux/utsname.h>
#include <linux/wait.h>

enum { UNIX_SOCKETS = 1, STREAM = 1 };

/* In a child: whether a file and the name of the machine are those that the launcher shows. */
static int sees_shown_machine(void) {
  struct new_utsname name;
  char byte;
  long file = CALL(openat, AT_FDCWD, "/etc/hosts", O_RDONLY, 0);
  return CALL(read, file, &byte, 1) == 0 && CALL(uname, &name) == 0 && is_same_text(name.nodename, "shown");
}

int try_shown_machine(void) {
  static struct launch launch = {.user = -1, .shown = {{"/etc/hosts", "/dev/null"}}, .shown_count = 1, .hostname = "shown"};
  int passing[2], wait_status = 1;
  long error = CALL(socketpair, UNIX_SOCKETS, STREAM | O_CLOEXEC, 0, passing);
  if (error == 0) error = CALL(prctl, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  if (error != 0) refuse("prepare", error);
  long child = CALL(clone, SIGCHLD, 0, 0, 0, 0);
  if (child < 0) refuse("fork", child);
  if (child == 0) {
    suspend_calls(&launch, passing[1]);
    CALL(exit_group, sees_shown_machine() ? 0 : 1);
  }
  CALL(close, passing[1]);
  struct pollfd passed = {.fd = passing[0], .events = POLLIN};
  CALL(ppoll, &passed, 1, NULL, NULL, 0);
  struct pollfd awaited = {.fd = (int)receive_listener(passing[0]), .events = POLLIN};
  if (awaited.fd < 0) return 1;
  /* Until every process that could ask has ended. */
  while (CALL(ppoll, &awaited, 1, NULL, NULL, 0) > 0 && (awaited.revents & POLLIN)) answer_call(&launch, awaited.fd);
  CALL(wait4, child, &wait_status, 0, NULL);
  return wait_status == 0 ? 0 : 1;
}
