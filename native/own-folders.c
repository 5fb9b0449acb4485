/*
 * Replaces folders that every user may write to, such as /tmp, for one launch: by empty ones in memory, of limited size, which
 * are gone with its last process. The launch also gets its own System V objects and POSIX message queues.
 */
#include "launch.h"
#include <linux/fcntl.h>
#include <linux/mount.h>
#include <linux/sched.h>

enum { LONGEST_PATH = 4096 };

/* "/proc/self/fd/7": a path to a folder that was opened before something else was mounted over it. */
static const char *name_of(long descriptor) {
  static char name[32];
  put_number(name + put_text(name, "/proc/self/fd/"), (uint64_t)descriptor);
  return name;
}

static void make_folders(const char *path) {
  static char part[LONGEST_PATH];
  for (size_t at = 0; at + 1 < sizeof part && path[at] != '\0'; at++) {
    part[at] = path[at];
    part[at + 1] = '\0';
    if (path[at + 1] == '/' || path[at + 1] == '\0') CALL(mkdirat, AT_FDCWD, part, 0755);
  }
}

static void mount_over(const char *source, const char *path, const char *type, unsigned long flags, const char *options) {
  long error = CALL(mount, source, path, type, flags, options);
  if (error != 0) refuse("replace a folder", error);
}

/* Limits System V shared memory to 64 MiB (in pages of 4 KiB), as much as a replaced folder holds; only root can raise it. */
static void limit_shared_memory(void) {
  long file = CALL(openat, AT_FDCWD, "/proc/sys/kernel/shmall", O_WRONLY | O_CLOEXEC, 0);
  if (file < 0) return;
  CALL(write, file, "16384\n", 6);
  CALL(close, file);
}

void own_folders(const struct launch *launch) {
  static char working_folder[LONGEST_PATH];
  long kept[MOST_FOLDERS];
  if (launch->own_count == 0) return;
  long error = CALL(unshare, CLONE_NEWNS | CLONE_NEWIPC);
  if (error != 0) refuse("make namespaces for mounts and IPC", error);
  limit_shared_memory();
  mount_over("none", "/", NULL, MS_REC | MS_PRIVATE, NULL);
  CALL(getcwd, working_folder, sizeof working_folder);
  for (int at = 0; at < launch->kept_count; at++)
    kept[at] = CALL(openat, AT_FDCWD, launch->kept[at], O_PATH | O_CLOEXEC, 0);
  for (int at = 0; at < launch->own_count; at++)
    mount_over("tmpfs", launch->own[at], "tmpfs", MS_NOSUID | MS_NODEV, "size=64m,mode=1777");
  for (int at = 0; at < launch->kept_count; at++) {
    if (kept[at] < 0) continue;
    make_folders(launch->kept[at]);
    mount_over(name_of(kept[at]), launch->kept[at], NULL, MS_BIND | MS_REC, NULL);
    CALL(close, kept[at]);
  }
  /* Something else may be mounted at its path now. */
  CALL(chdir, working_folder);
}
