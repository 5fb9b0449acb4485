/*
 * Stops a program that has as many processes and threads as it may. Next to hundreds of busy processes, the grader gets too little CPU
 * time to look at each of them; here a look takes a millisecond, and stopped processes use no CPU time.
 */
#include "launch.h"
#include <linux/fcntl.h>
#include <linux/signal.h>

enum { MOST_LISTED = 4096, MOST_PASSES = 50, LONGEST_PATH = 64 };

/* The descendants of this process, parents first; and how many threads of them there are. */
static int listed[MOST_LISTED];
static int listed_count;
static uint64_t thread_count;

/* "/proc/<pid>/stat", or "/proc/<pid>/task/<tid>/children". */
static long open_of(int pid, const char *what, long tid, const char *rest) {
  char path[LONGEST_PATH];
  size_t at = put_text(path, "/proc/");
  at += put_number(path + at, (uint64_t)pid);
  at += put_text(path + at, what);
  if (rest != NULL) {
    at += put_number(path + at, (uint64_t)tid);
    put_text(path + at, rest);
  }
  return CALL(openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC, 0);
}

static void add(long pid) {
  if (listed_count < MOST_LISTED) listed[listed_count++] = (int)pid;
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
      if (tid > 0) visit_children(open_of(pid, "/task/", tid, "/children"), add);
    }
  }
  CALL(close, folder);
}

/*
 * How many threads a process has, its main thread among them even if that has ended; 0 when all have ended. The name in parentheses
 * may hold any character; see proc_pid_stat(5).
 */
static long threads_of(int pid) {
  char text[1024];
  long file = open_of(pid, "/stat", 0, NULL);
  long length = file < 0 ? 0 : CALL(read, file, text, sizeof text - 1), at = 0, threads = 0;
  if (file >= 0) CALL(close, file);
  if (length <= 0) return 0;
  for (at = length; at > 0 && text[at - 1] != ')';) at--;
  text[length] = '\0';
  int is_ended = text[at] == '\0' || text[at + 1] == 'Z' || text[at + 1] == 'X';
  /* The state is the third field and the number of threads the twentieth. */
  for (int field = 2; text[at] != '\0' && field < 20; at++) field += text[at] == ' ';
  for (; text[at] >= '0' && text[at] <= '9'; at++) threads = threads * 10 + (text[at] - '0');
  return is_ended && threads <= 1 ? 0 : threads;
}

static void look(void) {
  listed_count = 0, thread_count = 0;
  visit_children(open_own_children(), add);
  for (int at = 0; at < listed_count; at++) {
    long threads = threads_of(listed[at]);
    thread_count += (uint64_t)threads;
    if (threads == 1) visit_children(open_of(listed[at], "/task/", listed[at], "/children"), add);
    else list_children_of_threads(listed[at]);
  }
}

int is_too_large(uint64_t most_threads) {
  look();
  return thread_count >= most_threads;
}

void stop_crowd(void) {
  /* A process that is not stopped yet may start others while the list is made: repeat until the list stays the same. */
  for (int pass = 0, before = -1; pass < MOST_PASSES && before != listed_count; pass++) {
    before = listed_count;
    for (int at = 0; at < listed_count; at++) CALL(kill, listed[at], SIGSTOP);
    look();
  }
}
