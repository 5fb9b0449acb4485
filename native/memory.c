/* The functions of string.h that compilers call. `volatile` keeps a compiler from replacing the loops with calls of themselves. */
#include "system.h"

void *memset(void *to, int byte, size_t length) {
  volatile char *bytes = to;
  for (size_t at = 0; at < length; at++) bytes[at] = (char)byte;
  return to;
}

void *memcpy(void *to, const void *from, size_t length) {
  volatile char *target = to;
  const char *source = from;
  for (size_t at = 0; at < length; at++) target[at] = source[at];
  return to;
}

int memcmp(const void *one, const void *other, size_t length) {
  const unsigned char *left = one, *right = other;
  for (size_t at = 0; at < length; at++)
    if (left[at] != right[at]) return left[at] - right[at];
  return 0;
}
