/*
 * seccomp: Landlock leaves modes, dates, owners and extended attributes of files alone, so a program that runs as the grader's user
 * could change those of all its files. Here its calls that change modes, dates and owners are suspended until the launcher has answered
 * them (attributes.c); the others fail as on a file system that has no such attributes.
 */
#include "filter.h"
#include "launch.h"
#include <linux/fcntl.h>
#include <linux/fs.h>
#include <linux/ioctl.h>

#ifndef __NR_fchmodat2
#define __NR_fchmodat2 452
#endif
#define __NR_setxattrat 463
#define __NR_removexattrat 466
#define __NR_file_setattr 469

enum { TERMINALS = 'T', SOCKETS = 0x89, SET_LEASE = 1024 };

static const struct sock_filter rules[] = {
    LOAD(FIELD(nr)),
    SUSPEND(fchmod),
    SUSPEND(fchmodat),
    SUSPEND(fchmodat2),
    SUSPEND(utimensat),
    SUSPEND(fchown),
    SUSPEND(fchownat),
#if defined(__x86_64__)
    SUSPEND(chmod),
    SUSPEND(utime),
    SUSPEND(utimes),
    SUSPEND(futimesat),
    SUSPEND(chown),
    SUSPEND(lchown),
#endif
    FAIL(setxattr, EOPNOTSUPP),
    FAIL(lsetxattr, EOPNOTSUPP),
    FAIL(fsetxattr, EOPNOTSUPP),
    FAIL(removexattr, EOPNOTSUPP),
    FAIL(lremovexattr, EOPNOTSUPP),
    FAIL(fremovexattr, EOPNOTSUPP),
    LACK(setxattrat),
    LACK(removexattrat),
    LACK(file_setattr),
    /* The owner of a file that is open for reading can make others wait who open it. */
    REFUSE_VALUE(fcntl, 1, F_SETLEASE, EACCES),
    /* Flags and attributes are also set by requests, whose numbers contain the kind of file; those to copy files remain. */
    UNLESS_EQUAL_SKIP(__NR_ioctl, 8),
    LOAD(FIELD(args[1])),
    IF_EQUAL_SKIP(FICLONE, 5),
    IF_EQUAL_SKIP(FICLONERANGE, 4),
    BPF_STMT(BPF_ALU | BPF_AND | BPF_K, 0xff00),
    IF_EQUAL_SKIP(TERMINALS << 8, 2),
    IF_EQUAL_SKIP(SOCKETS << 8, 1),
    FAIL_WITH(ENOTTY),
    LOAD(FIELD(nr)),
};

const struct rules attribute_rules = {rules, sizeof rules / sizeof *rules};

/* 2: only root may look into other processes, 3: nobody; see Documentation/admin-guide/LSM/Yama.rst. Without Yama there is no file. */
static int may_look_into_children(void) {
  char scope = '0';
  long file = CALL(openat, AT_FDCWD, "/proc/sys/kernel/yama/ptrace_scope", O_RDONLY | O_CLOEXEC, 0);
  if (file < 0) return 1;
  CALL(read, file, &scope, 1);
  CALL(close, file);
  return scope < '2';
}

int guards_attributes(const struct launch *launch) {
  return launch->confines_files && launch->user < 0 && may_look_into_children();
}
