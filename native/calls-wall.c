/* seccomp: refuses system calls that no hand-in needs and that could lead out of the sandbox or into other processes. */
#include "filter.h"
#include "launch.h"
#include <linux/audit.h>
#include <linux/prctl.h>
#include <linux/sched.h>
#include <linux/socket.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#else
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifndef __NR_memfd_secret
#define __NR_memfd_secret 447
#endif

/* Fails if the argument has one of the bits; else the number of the call is loaded again for the next rule. */
#define REFUSE_BITS(name, argument, bits)                                                                           \
  UNLESS_EQUAL_SKIP(__NR_##name, 4), LOAD(FIELD(args[argument])), UNLESS_ANY_BIT_SKIP(bits, 1), FAIL_WITH(EPERM), \
      LOAD(FIELD(nr))
/* Fails unless the argument is 0, which means the calling process. */
#define REFUSE_OTHERS(name, argument)                                                                               \
  UNLESS_EQUAL_SKIP(__NR_##name, 4), LOAD(FIELD(args[argument])), IF_EQUAL_SKIP(0, 1), FAIL_WITH(EPERM), LOAD(FIELD(nr))

enum {
  X32_BIT = 0x40000000,
  NEW_NAMESPACES = CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWPID | CLONE_NEWIPC | CLONE_NEWUTS | 0x02000000,
  ALGORITHMS = 38, /* AF_ALG */
  VIRTUAL_MACHINES = 40, /* AF_VSOCK */
  TYPE_INPUT = 0x5412 /* TIOCSTI: puts keys into a terminal */
};

static const struct sock_filter refused[] = {
    LOAD(FIELD(arch)),
    UNLESS_EQUAL_SKIP(ARCHITECTURE, 1),
    BPF_JUMP(BPF_JMP | BPF_JA, 1, 0, 0),
    RETURN(SECCOMP_RET_KILL_PROCESS),
    LOAD(FIELD(nr)),
#if defined(__x86_64__)
    BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, X32_BIT, 0, 1),
    FAIL_WITH(ENOSYS),
#endif
    /* Into other processes. */
    REFUSE(ptrace),
    REFUSE(process_vm_readv),
    REFUSE(process_vm_writev),
    REFUSE(pidfd_getfd),
    REFUSE(process_madvise),
    REFUSE(kcmp),
    REFUSE(perf_event_open),
    /* Limits and priorities of other processes of the same user, such as the grader. */
    REFUSE_OTHERS(prlimit64, 0),
    REFUSE_OTHERS(setpriority, 0),
    REFUSE_OTHERS(setpriority, 1),
    REFUSE_OTHERS(sched_setaffinity, 0),
    REFUSE_OTHERS(sched_setscheduler, 0),
    REFUSE_OTHERS(sched_setparam, 0),
    REFUSE_OTHERS(sched_setattr, 0),
    REFUSE(ioprio_set),
    /* Out of the sandbox. */
    REFUSE_BITS(unshare, 0, NEW_NAMESPACES),
    REFUSE_BITS(clone, 0, NEW_NAMESPACES),
    /* Its flags are in memory, which a filter cannot read; C libraries fall back to clone. */
    LACK(clone3),
    REFUSE(setns),
    REFUSE(mount),
    REFUSE(umount2),
    REFUSE(move_mount),
    REFUSE(open_tree),
    REFUSE(fsopen),
    REFUSE(fsmount),
    REFUSE(mount_setattr),
    REFUSE(pivot_root),
    REFUSE(chroot),
    /* Large parts of the kernel that have had many vulnerabilities. */
    LACK(io_uring_setup),
    LACK(io_uring_enter),
    LACK(io_uring_register),
    REFUSE(bpf),
    REFUSE(fanotify_init),
    LACK(userfaultfd),
    /* Memory that the usage of no process shows, so that no limit counts it. */
    LACK(memfd_create),
    LACK(memfd_secret),
    REFUSE(keyctl),
    REFUSE(add_key),
    REFUSE(request_key),
    REFUSE_VALUE(socket, 0, ALGORITHMS, EAFNOSUPPORT),
    REFUSE_VALUE(socket, 0, VIRTUAL_MACHINES, EAFNOSUPPORT),
    REFUSE_VALUE(ioctl, 1, TYPE_INPUT, EPERM),
    RETURN(SECCOMP_RET_ALLOW),
};

/* Where Landlock confines files: the program would be told the names of files in folders that it cannot list. */
static const struct sock_filter refused_next_to_landlock[] = {
    LOAD(FIELD(nr)),
    FAIL(inotify_add_watch, EACCES),
    RETURN(SECCOMP_RET_ALLOW),
};

static void filter(const struct sock_filter *rules, size_t size) {
  struct sock_fprog program = {size / sizeof *rules, (struct sock_filter *)rules};
  long error = CALL(prctl, PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
  /* EINVAL: a kernel without seccomp. The program then runs without this filter. */
  if (error != 0 && error != -EINVAL) refuse("filter system calls", error);
}

void filter_calls(const struct launch *launch) {
  if (launch->confines_files) filter(refused_next_to_landlock, sizeof refused_next_to_landlock);
  filter(refused, sizeof refused);
}
