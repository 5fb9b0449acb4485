/* The program's user, and the privileges that it must never get. */
#include "launch.h"
#include <linux/capability.h>
#include <linux/prctl.h>

void become_user(long user) {
  if (user < 0) return;
  long error = CALL(setgroups, 0, NULL);
  if (error == 0) error = CALL(setresgid, user, user, user);
  /* Dropped before the right to drop it is lost. Without a bounding set no set-user-id file or file capability gives rights. */
  for (int capability = 0; CALL(prctl, PR_CAPBSET_READ, capability, 0, 0, 0) >= 0; capability++)
    CALL(prctl, PR_CAPBSET_DROP, capability, 0, 0, 0);
  if (error == 0) error = CALL(setresuid, user, user, user);
  if (error != 0) refuse("become the program's user", error);
}

void give_up_rights(void) {
  struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct none[2] = {{0, 0, 0}, {0, 0, 0}};
  CALL(prctl, PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
  long error = CALL(capset, &header, none);
  if (error != 0) refuse("give up capabilities", error);
  error = CALL(prctl, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  if (error != 0) refuse("give up new privileges", error);
}

void look_as(long user) {
  if (user < 0) return;
  CALL(setfsgid, user);
  CALL(setfsuid, user);
}
