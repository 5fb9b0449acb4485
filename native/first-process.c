/* Where the launcher is process 1, programs see it under the name of a usual first process, without the grader's command line. */
#include "launch.h"
#include <linux/prctl.h>

/* As setproctitle(3) does it: if the last byte of the arguments is not 0, the kernel shows them only up to the first 0. */
void hide_command_line(char **arguments) {
  static const char name[] = "init";
  char *first = arguments[0];
  int count = 0;
  if (CALL(getpid) != 1 || first == NULL) return;
  while (arguments[count + 1] != NULL) count++;
  char *last = arguments[count] + text_length(arguments[count]);
  if (last - first < (long)sizeof name) return;
  memcpy(first, name, sizeof name);
  *last = '.';
  CALL(prctl, PR_SET_NAME, name, 0, 0, 0);
}
