/* What a program sees of the launcher where that is process 1: a first process as on any machine, not the words of a grader. */
#include "launch.h"
#include <linux/prctl.h>

/* As setproctitle(3) does it: while their last byte is not 0, the arguments are shown up to the first 0 only. */
void look_like_any_first_process(char **arguments) {
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
