/* Landlock: the program can open only the files that are named, and can signal only its own processes; see landlock(7). */
#include "launch.h"
#include <linux/fcntl.h>

#ifndef __NR_landlock_create_ruleset
#define __NR_landlock_create_ruleset 444
#define __NR_landlock_add_rule 445
#define __NR_landlock_restrict_self 446
#endif

/* `struct landlock_ruleset_attr`; the machine's headers may be older than its kernel. */
struct ruleset {
  uint64_t files, network, scoped;
};

/* `struct landlock_path_beneath_attr`. */
struct beneath {
  uint64_t allowed;
  int32_t parent;
} __attribute__((packed));

enum { RULESET_VERSION = 1, PATH_BENEATH = 1 };

static const uint64_t execute = 1 << 0, write_file = 1 << 1, read_file = 1 << 2, read_folder = 1 << 3;
static const uint64_t truncate = 1 << 14, device_ioctl = 1 << 15;
static const uint64_t signals_and_abstract_sockets = 3;

long landlock_version(void) { return CALL(landlock_create_ruleset, NULL, 0, RULESET_VERSION); }

/* The rights to files that this version of Landlock can refuse. */
static uint64_t rights_of(long version) {
  int bits = version >= 5 ? 16 : version >= 3 ? 15 : version >= 2 ? 14 : 13;
  return ((uint64_t)1 << bits) - 1;
}

/* Whether a descriptor that was opened with O_PATH is a folder. */
static int is_folder(long descriptor) {
  long folder = CALL(openat, descriptor, ".", O_PATH | O_DIRECTORY | O_CLOEXEC, 0);
  if (folder >= 0) CALL(close, folder);
  return folder >= 0;
}

static void allow(long ruleset, const struct folder *folder, uint64_t handled) {
  long descriptor = CALL(openat, AT_FDCWD, folder->path, O_PATH | O_CLOEXEC, 0);
  /* A file that does not exist needs no rule. */
  if (descriptor < 0) return;
  uint64_t allowed = folder->is_writable ? handled : execute | read_file | read_folder;
  if (!is_folder(descriptor)) allowed &= execute | write_file | read_file | truncate | device_ioctl;
  struct beneath rule = {allowed & handled, (int32_t)descriptor};
  long error = CALL(landlock_add_rule, ruleset, PATH_BENEATH, &rule, 0);
  if (error != 0) refuse("allow a folder", error);
  CALL(close, descriptor);
}

/* A terminal that is the program's input may be opened by its names, /dev/stdin among them; a pipe needs no rule for that. */
static void allow_own_terminal(long ruleset, uint64_t handled) {
  char path[] = "/proc/self/fd/0", file[32] = "";
  const char terminals[] = "/dev/pts/";
  CALL(readlinkat, AT_FDCWD, path, file, sizeof file - 1);
  if (memcmp(file, terminals, sizeof terminals - 1) == 0) allow(ruleset, &(struct folder){path, 1}, handled);
}

void confine_files(const struct launch *launch) {
  long version = landlock_version();
  if (version < 1) return;
  struct ruleset asked = {rights_of(version), 0, version >= 6 ? signals_and_abstract_sockets : 0};
  size_t size = version >= 6 ? sizeof asked : version >= 4 ? 16 : 8;
  long ruleset = CALL(landlock_create_ruleset, &asked, size, 0);
  if (ruleset < 0) refuse("make rules for files", ruleset);
  for (int at = 0; at < launch->folder_count; at++) allow(ruleset, &launch->folders[at], asked.files);
  allow_own_terminal(ruleset, asked.files);
  long error = CALL(landlock_restrict_self, ruleset, 0);
  if (error != 0) refuse("confine files", error);
  CALL(close, ruleset);
}
