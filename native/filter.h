/* Pieces of which filters of system calls are made; see seccomp(2) and Documentation/userspace-api/seccomp_filter.rst of Linux. */
#pragma once
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>

/* A part of a filter: it begins by loading the number of the call, and lets those that it does not know go on to the next part. */
struct rules {
  const struct sock_filter *start;
  size_t count;
};

/* Calls of the program that the launcher answers. */
extern const struct rules attribute_rules, machine_rules;

#define FIELD(name) (uint32_t) offsetof(struct seccomp_data, name)
/* Loads 32 bits. Arguments have 64: both architectures are little-endian, so that this is the low half. */
#define LOAD(offset) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offset)
#define RETURN(action) BPF_STMT(BPF_RET | BPF_K, action)
#define FAIL_WITH(error) RETURN(SECCOMP_RET_ERRNO | (error))
#define UNLESS_EQUAL_SKIP(value, count) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, count)
#define IF_EQUAL_SKIP(value, count) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, count, 0)
#define UNLESS_ANY_BIT_SKIP(bits, count) BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, bits, 0, count)

/* Every call waits until the launcher has answered it; see suspended-calls.c. */
#define SUSPEND(name) UNLESS_EQUAL_SKIP(__NR_##name, 1), RETURN(SECCOMP_RET_USER_NOTIF)
/* Every call fails with `error`. */
#define FAIL(name, error) UNLESS_EQUAL_SKIP(__NR_##name, 1), FAIL_WITH(error)
/* Every call fails. */
#define REFUSE(name) FAIL(name, EPERM)
/* Every call fails as on a kernel that does not have it: libraries that try it then use another way. */
#define LACK(name) FAIL(name, ENOSYS)
/* Fails with `error` if the argument has that value; else the number of the call is loaded again for the next rule. */
#define REFUSE_VALUE(name, argument, value, error)                                                                     \
  UNLESS_EQUAL_SKIP(__NR_##name, 4), LOAD(FIELD(args[argument])), UNLESS_EQUAL_SKIP(value, 1), FAIL_WITH(error), \
      LOAD(FIELD(nr))
