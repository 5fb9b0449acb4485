/* System calls without a C library, so that one binary runs on any version of glibc or musl, on x86-64 and arm64. */
#pragma once
#include <asm/unistd.h>
#include <linux/errno.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
static inline long system_call(long number, long a, long b, long c, long d, long e, long f) {
  register long r10 __asm__("r10") = d;
  register long r8 __asm__("r8") = e;
  register long r9 __asm__("r9") = f;
  long returned;
  __asm__ volatile("syscall"
                   : "=a"(returned)
                   : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                   : "rcx", "r11", "memory");
  return returned;
}
#elif defined(__aarch64__)
static inline long system_call(long number, long a, long b, long c, long d, long e, long f) {
  register long x8 __asm__("x8") = number;
  register long x0 __asm__("x0") = a;
  register long x1 __asm__("x1") = b;
  register long x2 __asm__("x2") = c;
  register long x3 __asm__("x3") = d;
  register long x4 __asm__("x4") = e;
  register long x5 __asm__("x5") = f;
  __asm__ volatile("svc 0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5) : "memory");
  return x0;
}
#else
#error "wirecheck's native code supports only x86-64 and arm64"
#endif

/* CALL(name, arguments...) returns the result of a system call, or its errno as a negative number. */
#define SELECT_CALL(_1, _2, _3, _4, _5, _6, _7, name, ...) name
#define CALL1(n) system_call(__NR_##n, 0, 0, 0, 0, 0, 0)
#define CALL2(n, a) system_call(__NR_##n, (long)(a), 0, 0, 0, 0, 0)
#define CALL3(n, a, b) system_call(__NR_##n, (long)(a), (long)(b), 0, 0, 0, 0)
#define CALL4(n, a, b, c) system_call(__NR_##n, (long)(a), (long)(b), (long)(c), 0, 0, 0)
#define CALL5(n, a, b, c, d) system_call(__NR_##n, (long)(a), (long)(b), (long)(c), (long)(d), 0, 0)
#define CALL6(n, a, b, c, d, e) system_call(__NR_##n, (long)(a), (long)(b), (long)(c), (long)(d), (long)(e), 0)
#define CALL7(n, a, b, c, d, e, f) \
  system_call(__NR_##n, (long)(a), (long)(b), (long)(c), (long)(d), (long)(e), (long)(f))
#define CALL(...) SELECT_CALL(__VA_ARGS__, CALL7, CALL6, CALL5, CALL4, CALL3, CALL2, CALL1)(__VA_ARGS__)

/* Compilers emit calls of these to copy and clear structures, even without a C library. */
void *memset(void *to, int byte, size_t length);
void *memcpy(void *to, const void *from, size_t length);
int memcmp(const void *one, const void *other, size_t length);

static inline size_t text_length(const char *text) {
  size_t length = 0;
  while (text[length] != '\0') length++;
  return length;
}

static inline int is_same_text(const char *one, const char *other) {
  while (*one != '\0' && *one == *other) one++, other++;
  return *one == *other;
}
