/* What the launcher tells the grader. */
#include "launch.h"

int complaints = COMPLAINTS;
int refusals = -1;

void write_all(int descriptor, const char *text) { CALL(write, descriptor, text, text_length(text)); }

void write_line(int descriptor, uint64_t number) {
  char line[LONGEST_NUMBER + 1];
  size_t length = put_number(line, number);
  line[length] = '\n';
  CALL(write, descriptor, line, length + 1);
}

static const char *reason(long error) {
  switch (-error) {
    case ENOENT: return "there is no such file";
    case EACCES: return "permission denied";
    case EPERM: return "the system refuses";
    case ENOEXEC: return "it is not a program for this machine";
    case ENOMEM: return "out of memory";
    case EAGAIN: return "too many processes";
    default: return NULL;
  }
}

void complain(const char *step, const char *about, long error) {
  write_all(complaints, step);
  if (about != NULL) write_all(complaints, " "), write_all(complaints, about);
  write_all(complaints, reason(error) == NULL ? ": errno " : ": ");
  if (reason(error) == NULL) return write_line(complaints, (uint64_t)-error);
  write_all(complaints, reason(error));
  write_all(complaints, "\n");
}

void refuse(const char *step, long error) {
  complain(step, NULL, error);
  if (refusals >= 0) CALL(write, refusals, "!", 1);
  CALL(exit_group, REFUSED_STATUS);
  __builtin_unreachable();
}
