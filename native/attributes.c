/*
 * Changes modes, dates and owners of files in the place of the program (attributes-wall.c), if they lie in folders to which it may write.
 * What the program wrote is read once, and the file that was found is the one that is judged and changed: the program can exchange
 * neither for another one meanwhile.
 */
#include "launch.h"
#include <linux/fcntl.h>
#include <linux/ioctl.h>
#include <linux/seccomp.h>
#include <linux/stat.h>
#include <linux/time.h>

enum { LONGEST_PATH = 4096, PAGE = 4096 };

/* A change that the program asked for. */
struct change {
  /* A path, relative to a folder; 0: the descriptor itself. */
  int folder;
  uint64_t path;
  long flags;
  enum { MODE, OWNER, NANOSECONDS, MICROSECONDS, SECONDS } kind;
  /* The mode; the user; or the address of the dates, 0: now. */
  uint64_t value;
  uint64_t group;
};

/* What of a program is in /proc: "/proc/<pid>" and `rest`. */
static void name_of_its(char *name, long pid, const char *rest) {
  name += put_text(name, "/proc/");
  name += put_number(name, (uint64_t)pid);
  put_text(name, rest);
}

static void name_of_descriptor(char *name, const char *before, long descriptor) {
  put_number(name + put_text(name, before), (uint64_t)descriptor);
}

/* Returns the number of bytes that could be read, which is less where its memory ends, or a negative errno. */
static long read_memory(long pid, uint64_t address, void *to, size_t length) {
  struct {
    uint64_t start;
    size_t length;
  } here = {(uint64_t)to, length}, there = {address, length};
  return CALL(process_vm_readv, pid, &here, 1, &there, 1, 0);
}

/* Reads a text page by page, because the next page may not exist. */
static long read_path(long pid, uint64_t address, char *path) {
  for (size_t at = 0; at < LONGEST_PATH;) {
    size_t piece = PAGE - (address + at) % PAGE;
    if (piece > LONGEST_PATH - at) piece = LONGEST_PATH - at;
    long length = read_memory(pid, address + at, path + at, piece);
    if (length <= 0) return length == -EPERM ? -EPERM : -EFAULT;
    for (long end = (long)at + length; (long)at < end; at++)
      if (path[at] == '\0') return 0;
  }
  return -ENAMETOOLONG;
}

/* Which change a call asks for; `arguments` are those of the call. */
static struct change change_of(int number, const uint64_t *arguments) {
  const uint64_t *a = arguments;
  switch (number) {
    case __NR_fchmod: return (struct change){(int)a[0], 0, 0, MODE, a[1], 0};
    case __NR_fchmodat: return (struct change){(int)a[0], a[1], 0, MODE, a[2], 0};
    case __NR_fchown: return (struct change){(int)a[0], 0, 0, OWNER, a[1], a[2]};
    case __NR_fchownat: return (struct change){(int)a[0], a[1], (long)a[4], OWNER, a[2], a[3]};
    case __NR_utimensat: return (struct change){(int)a[0], a[1], (long)a[3], NANOSECONDS, a[2], 0};
#if defined(__x86_64__)
    case __NR_chmod: return (struct change){AT_FDCWD, a[0], 0, MODE, a[1], 0};
    case __NR_chown: return (struct change){AT_FDCWD, a[0], 0, OWNER, a[1], a[2]};
    case __NR_lchown: return (struct change){AT_FDCWD, a[0], AT_SYMLINK_NOFOLLOW, OWNER, a[1], a[2]};
    case __NR_utime: return (struct change){AT_FDCWD, a[0], 0, SECONDS, a[1], 0};
    case __NR_utimes: return (struct change){AT_FDCWD, a[0], 0, MICROSECONDS, a[1], 0};
    case __NR_futimesat: return (struct change){(int)a[0], a[1], 0, MICROSECONDS, a[2], 0};
#endif
    /* fchmodat2 */
    default: return (struct change){(int)a[0], a[1], (long)a[3], MODE, a[2], 0};
  }
}

/* Opens a file of the program without any access to its content; returns a negative errno if that fails. */
static long open_target(long pid, const struct change *change) {
  static char path[LONGEST_PATH], name[LONGEST_PATH + 32];
  if (change->path != 0) {
    long error = read_path(pid, change->path, path);
    if (error != 0) return error;
  }
  char *rest = path;
  const char self[] = "/proc/self/";
  int is_descriptor = change->path == 0 || (path[0] == '\0' && (change->flags & AT_EMPTY_PATH));
  long folder = AT_FDCWD;
  if (is_descriptor || path[0] != '/') {
    name_of_its(name, pid, "/cwd");
    if (change->folder != AT_FDCWD) {
      name_of_its(name, pid, "/fd/");
      name_of_descriptor(name + text_length(name), "", change->folder < 0 ? -1 : change->folder);
    }
    folder = CALL(openat, AT_FDCWD, name, O_PATH | O_CLOEXEC, 0);
    if (folder == -ENOENT) folder = -EBADF;
    if (folder < 0 || is_descriptor) return folder;
  } else if (memcmp(path, self, sizeof self - 1) == 0) {
    /* The program means itself, and not the launcher. */
    name_of_its(name, pid, path + sizeof self - 2);
    rest = name;
  }
  int how = O_PATH | O_CLOEXEC | (change->flags & AT_SYMLINK_NOFOLLOW ? O_NOFOLLOW : 0);
  long target = CALL(openat, folder, rest, how, 0);
  if (folder != AT_FDCWD) CALL(close, folder);
  return target;
}

/* Reads where an open file lies now; false if it lies nowhere. */
static int read_place(long file, char *place) {
  char name[64];
  name_of_descriptor(name, "/proc/self/fd/", file);
  long length = CALL(readlinkat, AT_FDCWD, name, place, LONGEST_PATH - 1);
  if (length <= 0) return 0;
  place[length] = '\0';
  return place[0] == '/';
}

/* Whether the file belongs to this user and has a content of its own: no device, such as a terminal. */
static int is_own(long file) {
  struct statx status;
  if (CALL(statx, file, "", AT_EMPTY_PATH, STATX_TYPE | STATX_UID, &status) != 0) return 0;
  int kind = status.stx_mode & S_IFMT;
  return status.stx_uid == CALL(geteuid) && kind != S_IFCHR && kind != S_IFBLK;
}

/* The folders to which the program may write, opened before it could move anything. */
static long writable[MOST_FOLDERS];
static int writable_count;

void remember_writable_folders(const struct launch *launch) {
  for (int at = 0; at < launch->folder_count; at++) {
    if (!launch->folders[at].is_writable) continue;
    long folder = CALL(openat, AT_FDCWD, launch->folders[at].path, O_PATH | O_CLOEXEC, 0);
    if (folder >= 0) writable[writable_count++] = folder;
  }
}

static int lies_in_a_writable_folder(long file) {
  static char place[LONGEST_PATH], folder[LONGEST_PATH];
  if (!read_place(file, place)) return 0;
  for (int at = 0; at < writable_count; at++) {
    if (!read_place(writable[at], folder)) continue;
    size_t length = text_length(folder);
    /* A file has a longer path than the folder "/", and no shorter one than itself. */
    if (memcmp(place, folder, length) == 0 && (place[length] == '/' || place[length] == '\0')) return 1;
  }
  return 0;
}

/* Reads the dates in whichever form they have; 0 or a negative errno. */
static long read_dates(long pid, const struct change *change, struct timespec *dates) {
  int64_t numbers[4];
  size_t size = change->kind == SECONDS ? 2 * sizeof *numbers : sizeof numbers;
  if (read_memory(pid, change->value, numbers, size) != (long)size) return -EFAULT;
  for (int at = 0; at < 2; at++) {
    dates[at].tv_sec = change->kind == SECONDS ? numbers[at] : numbers[2 * at];
    dates[at].tv_nsec = change->kind == SECONDS ? 0 : numbers[2 * at + 1];
    if (change->kind != MICROSECONDS) continue;
    if (dates[at].tv_nsec < 0 || dates[at].tv_nsec >= 1000000) return -EINVAL;
    dates[at].tv_nsec *= 1000;
  }
  return 0;
}

/* A file stays with its owner; calls that leave it there are made, because some programs make them for every file. */
static long set_owner(const struct change *change, const char *name) {
  int user = (int)change->value, group = (int)change->group;
  if ((user != -1 && user != CALL(geteuid)) || (group != -1 && group != CALL(getegid))) return -EPERM;
  return CALL(fchownat, AT_FDCWD, name, user, group, 0);
}

static long make(long pid, const struct change *change, long file) {
  char name[64];
  struct timespec dates[2];
  name_of_descriptor(name, "/proc/self/fd/", file);
  if (change->kind == MODE) return CALL(fchmodat, AT_FDCWD, name, change->value);
  if (change->kind == OWNER) return set_owner(change, name);
  long error = change->value == 0 ? 0 : read_dates(pid, change, dates);
  return error != 0 ? error : CALL(utimensat, AT_FDCWD, name, change->value == 0 ? NULL : dates, 0);
}

long answer_attribute_call(long listener, const struct seccomp_notif *asked) {
  struct change change = change_of(asked->data.nr, (const uint64_t *)asked->data.args);
  long file = open_target(asked->pid, &change), returned = file;
  if (file < 0) return file;
  returned = is_own(file) && lies_in_a_writable_folder(file) ? 0 : -EPERM;
  /* The thread waits still: so what was read was its own, and not that of another one with its number. */
  if (returned == 0 && CALL(ioctl, listener, SECCOMP_IOCTL_NOTIF_ID_VALID, &asked->id) == 0)
    returned = make(asked->pid, &change, file);
  CALL(close, file);
  return returned;
}
