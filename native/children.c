/* Lists of children in /proc; see proc_pid_task(5). */
#include "launch.h"
#include <linux/fcntl.h>

long open_own_children(void) { return CALL(openat, AT_FDCWD, "/proc/thread-self/children", O_RDONLY | O_CLOEXEC, 0); }

int visit_children(long file, void (*visit)(long pid)) {
  char text[1024];
  long length, pid = 0;
  int visited = 0;
  if (file < 0) return 0;
  /* Each number ends with a blank. */
  while ((length = CALL(read, file, text, sizeof text)) > 0) {
    for (long at = 0; at < length; at++) {
      if (text[at] != ' ') pid = pid * 10 + (text[at] - '0');
      else visit(pid), visited++, pid = 0;
    }
  }
  CALL(close, file);
  return visited;
}
