/* The tasks of the launcher that run no program. */
#include "launch.h"
#include <linux/sched.h>
#include <linux/signal.h>

/* kill(-1) signals all processes of the user at once: no fork escapes, as one could between listing and killing. */
static int end_user(const char *text) {
  uint64_t user;
  if (!read_number(text, &user) || user == 0) return USAGE_STATUS;
  become_user((long)user);
  CALL(kill, -1, SIGKILL);
  return 0;
}

static int try_own(const char *folder) {
  static struct launch launch;
  launch.own[launch.own_count++] = folder;
  own_folders(&launch);
  return 0;
}

/* Makes a network, brings its loopback up and opens a packet socket in it, as runner/linux/network.ts does. */
static int try_network(void) {
  struct {
    char name[16];
    short flags;
    char rest[22];
  } request = {.name = "lo"};
  const int get_flags = 0x8913, set_flags = 0x8914, up = 1, internet = 2, packet = 17, datagram = 2;
  long error = CALL(unshare, CLONE_NEWNET);
  if (error != 0) refuse("make a network", error);
  long descriptor = CALL(socket, internet, datagram, 0);
  error = CALL(ioctl, descriptor, get_flags, &request);
  request.flags |= up;
  if (error == 0) error = CALL(ioctl, descriptor, set_flags, &request);
  if (error != 0) refuse("bring up a network", error);
  descriptor = CALL(socket, packet, datagram, 0);
  if (descriptor < 0) refuse("record the packets of a network", descriptor);
  return 0;
}

int run_task(char **arguments, int *status) {
  const char *task = arguments[0], *about = task == NULL ? NULL : arguments[1];
  if (task == NULL) return 0;
  if (is_same_text(task, "--landlock")) {
    long version = landlock_version();
    write_line(1, version < 0 ? 0 : (uint64_t)version);
    *status = 0;
  } else if (is_same_text(task, "--try-network")) {
    *status = try_network();
  } else if (is_same_text(task, "--try-machine")) {
    *status = try_shown_machine();
  } else if (is_same_text(task, "--end-user") && about != NULL) {
    *status = end_user(about);
  } else if (is_same_text(task, "--try-own") && about != NULL) {
    *status = try_own(about);
  } else {
    return 0;
  }
  return 1;
}
