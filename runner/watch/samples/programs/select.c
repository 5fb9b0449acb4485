/* Waits by itself: select with a time-out of ten seconds. */
#include <stdio.h>
#include <sys/select.h>

int main(void) {
  puts("ready");
  fflush(stdout);
  fd_set set;
  FD_ZERO(&set);
  FD_SET(0, &set);
  struct timeval limit = {10, 0};
  return select(1, &set, NULL, NULL, &limit);
}
