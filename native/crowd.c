/*
 * Stops a program that has as many processes and threads as it may. Beside hundreds of busy processes the grader, one process among
 * them, gets too little time to look at each of them; here a look takes a millisecond, and what is stopped takes no time any more.
 */
#include "launch.h"
#include <linux/fcntl.h>
#include <linux/signal.h>

enum { MOST_LISTED = 4096, MOST_PASSES = 50, LONGEST_PATH = 64 };

/* The descendants of this process, parents first; and how many threads of them there are. */
static int listed[MOST_LISTED];
static int listed_count;
static uint64_t thread_count;

static size_t put_text(char *to, const char *text) {
  size_t length = text_length(text);
  memcpy(to, text, length + 1);
  return length;
}

static size_t put_number(char *to, long number) {
  char digits[20];
  size_t count = 0, length = 0;
  do digits[count++] = (char)('0' + number % 10);
  while ((number /= 10) > 0);
  while (count > 0) to[length++] = digits[--count];
  to[length] = '\0';
  return length;
}

/* "/proc/<pid>/stat", or "/proc/<pid>/task/<tid>/children". */
static long open_of(int pid, const char *what, long tid, const char *rest) {
  char path[LONGEST_PATH];
  size_t at = put_text(path, "/proc/");
  at += put_number(path + at, pid);
  at += put_text(path + at, what);
  if (rest != NULL) {
    at += put_number(path + at, tid);
    put_text(path + at, rest);
  }
  return CALL(openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC, 0);
}

/* Takes the numbers of a file of children, each of which ends with a blank. */
static void list_children(long file) {
  char text[1024];
  long length, pid = 0;
  if (file < 0) return;
  while ((length = CALL(read, file, text, sizeof text)) > 0) {
    for (long at = 0; at < length; at++) {
      if (text[at] != ' ') pid = pid * 10 + (text[at] - '0');
      else if (listed_count < MOST_LISTED) listed[listed_count++] = (int)pid, pid = 0;
    }
  }
  CALL(close, file);
}

/* The children of every thread. */
static void list_children_of_threads(int pid) {
  struct {
    uint64_t inode, offset;
    unsigned short length;
    unsigned char type;
    char name[];
  } *entry;
  static char entries[4096] __attribute__((aligned(8)));
  long folder = open_of(pid, "/task", 0, NULL), length;
  if (folder < 0) return;
  while ((length = CALL(getdents64, folder, entries, sizeof entries)) > 0) {
    for (long at = 0; at < length; at += entry->length) {
      entry = (void *)(entries + at);
      long tid = 0;
      for (const char *digit = entry->name; *digit >= '0' && *digit <= '9'; digit++) tid = tid * 10 + (*digit - '0');
      if (tid > 0) list_children(open_of(pid, "/task/", tid, "/children"));
    }
  }
  CALL(close, folder);
}

/* How many threads a process has; 0 when it has ended. The name in parentheses may hold any character; see proc_pid_stat(5). */
static long threads_of(int pid) {
  char text[1024];
  long file = open_of(pid, "/stat", 0, NULL);
  long length = file < 0 ? 0 : CALL(read, file, text, sizeof text - 1), at = 0, threads = 0;
  if (file >= 0) CALL(close, file);
  if (length <= 0) return 0;
  for (at = length; at > 0 && text[at - 1] != ')';) at--;
  text[length] = '\0';
  if (text[at] == '\0' || text[at + 1] == 'Z' || text[at + 1] == 'X') return 0;
  /* The state is the third field and the number of threads the twentieth. */
  for (int field = 2; text[at] != '\0' && field < 20; at++) field += text[at] == ' ';
  for (; text[at] >= '0' && text[at] <= '9'; at++) threads = threads * 10 + (text[at] - '0');
  return threads;
}

static void look(void) {
  listed_count = 0, thread_count = 0;
  list_children(CALL(openat, AT_FDCWD, "/proc/thread-self/children", O_RDONLY | O_CLOEXEC, 0));
  for (int at = 0; at < listed_count; at++) {
    long threads = threads_of(listed[at]);
    thread_count += (uint64_t)threads;
    if (threads == 1) list_children(open_of(listed[at], "/task/", listed[at], "/children"));
    else list_children_of_threads(listed[at]);
  }
}

int is_too_large(uint64_t most_threads) {
  look();
  return thread_count >= most_threads;
}

void stop_crowd(void) {
  /* What is not stopped yet may start others while the list is made: again, until there are no more. */
  for (int pass = 0, before = -1; pass < MOST_PASSES && before != listed_count; pass++) {
    before = listed_count;
    for (int at = 0; at < listed_count; at++) CALL(kill, listed[at], SIGSTOP);
    look();
  }
}
