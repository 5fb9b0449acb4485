/* Waits by itself: a timer descriptor in an epoll set that has no time-out. */
#include <stdio.h>
#include <sys/epoll.h>
#include <sys/timerfd.h>

int main(void) {
  int timer = timerfd_create(CLOCK_MONOTONIC, 0);
  struct itimerspec after = {.it_value = {10, 0}};
  timerfd_settime(timer, 0, &after, NULL);
  int set = epoll_create1(0);
  struct epoll_event event = {.events = EPOLLIN};
  epoll_ctl(set, EPOLL_CTL_ADD, timer, &event);
  epoll_ctl(set, EPOLL_CTL_ADD, 0, &event);
  puts("ready");
  fflush(stdout);
  return epoll_wait(set, &event, 1, -1);
}
