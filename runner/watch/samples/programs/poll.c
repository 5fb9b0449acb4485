/* Waits by itself: poll on standard input with a time-out of ten seconds. */
#include <poll.h>
#include <stdio.h>

int main(void) {
  struct pollfd in = {.fd = 0, .events = POLLIN};
  puts("ready");
  fflush(stdout);
  return poll(&in, 1, 10000);
}
