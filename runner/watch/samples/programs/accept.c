/* Blocked for good: select without a time-out on a listening socket. */
#include <stdio.h>
#include <sys/select.h>
#include <sys/socket.h>

int main(void) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  listen(fd, 5);
  puts("ready");
  fflush(stdout);
  fd_set set;
  FD_ZERO(&set);
  FD_SET(fd, &set);
  return select(fd + 1, &set, NULL, NULL, NULL);
}
