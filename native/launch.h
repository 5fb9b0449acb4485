/* The parts of the launcher; a part that fails reports it with `refuse`, which ends the process. */
#pragma once
#include "system.h"

/* Exit statuses of the launcher: EX_USAGE of sysexits.h, and those that shells use. */
enum { USAGE_STATUS = 64, REFUSED_STATUS = 125, NOT_EXECUTABLE = 126, NOT_FOUND = 127 };

/* Descriptors that the grader gives to the launcher; see runner/arena/launcher.ts. */
enum descriptor {
  COMPLAINTS = 2, /* errors of the launcher itself, never output of the program */
  INFO = 3,       /* bubblewrap reports its first process here */
  CONTROL = 4,    /* to the grader: a line when ready, later one with the exit status or "stopped"; from it: a line that starts the program */
  ERROR_OUTPUT = 5 /* becomes the program's descriptor 2 */
};

enum standard_output { OUTPUT_PIPE, OUTPUT_CLOSED, OUTPUT_NOWHERE, OUTPUT_READER_GONE };

enum { MOST_LIMITS = 16, MOST_FOLDERS = 128, MOST_SHOWN = 8 };

struct limit {
  int resource;
  uint64_t value;
};

struct folder {
  const char *path;
  int is_writable;
};

/* A file that the program finds in place of another one. */
struct shown {
  const char *path, *file;
};

/* What the command line asks for. */
struct launch {
  long user; /* negative: keep the current user */
  enum standard_output output;
  int confines_files;
  struct limit limits[MOST_LIMITS];
  int limit_count;
  /* A program with this many processes and threads is stopped, which is reported to the grader; 0: never. */
  uint64_t most_threads;
  struct folder folders[MOST_FOLDERS];
  int folder_count;
  /* Folders that are replaced by empty ones for this launch, and folders within them that stay visible. */
  const char *own[MOST_FOLDERS];
  int own_count;
  const char *kept[MOST_FOLDERS];
  int kept_count;
  /* The machine that the program sees: files, the name, and the real address of its name server. Nothing shown: as it is. */
  struct shown shown[MOST_SHOWN];
  int shown_count;
  const char *hostname;
  uint64_t name_server_host, name_server_port;
  char **program;
  char **command_line;
};

/* The descriptor for complaints; it changes when descriptor 2 becomes the program's error output. */
extern int complaints;

/* In the child that is to become the program: a pipe on which it tells the launcher that it could not; else -1. */
extern int refusals;

void write_all(int descriptor, const char *text);
/* Writes a line in one call, because the grader reads a whole line at once. */
void write_line(int descriptor, uint64_t number);

/* Both write a negative errno and what failed to the descriptor for complaints; `refuse` then exits with status 125. */
__attribute__((noreturn)) void refuse(const char *step, long error);
void complain(const char *step, const char *about, long error);

/* The digits of the largest number, with the 0 after them. */
enum { LONGEST_NUMBER = 21 };

/* Returns whether the text is a number in decimal digits. */
int read_number(const char *text, uint64_t *number);

/* Each writes a text that ends with 0, and returns its length; a number takes at most LONGEST_NUMBER bytes. */
size_t put_text(char *to, const char *text);
size_t put_number(char *to, uint64_t number);

/* Returns whether the arguments (without argv[0]) are valid. */
int read_command_line(struct launch *launch, char **arguments);

/* Runs a task that starts no program, and gives its exit status; false if the arguments (without argv[0]) name none. */
int run_task(char **arguments, int *status);
/* Such a task: status 0 if a program can be shown another machine. */
int try_shown_machine(void);

/* Each sets one restriction on this process and on all that it starts from then on. */
void own_folders(const struct launch *launch);
void limit_resources(const struct launch *launch);
void become_user(long user);
void give_up_rights(void);
/* Lets this process look into the processes of a user, which root cannot in every container; negative: the current user. */
void look_as(long user);
void confine_files(const struct launch *launch);
void filter_calls(const struct launch *launch);

/* Whether the launcher decides which modes and dates of files the program changes; Landlock does not. */
int guards_attributes(const struct launch *launch);
void remember_writable_folders(const struct launch *launch);
/* Whether the program is to see another machine than the one it runs on. */
int shows_machine(const struct launch *launch);

/* In the child: has calls answered by the launcher, and passes the descriptor by which they are answered to it. */
void suspend_calls(const struct launch *launch, int to_launcher);

/* In the launcher: that descriptor, or -1 if there is none; it is readable whenever a call waits. */
long receive_listener(int from_program);
void answer_call(const struct launch *launch, long listener);

/* The parts of answer_call(). Each returns what the call returns, or a negative errno; is_question() chooses. */
struct seccomp_notif;
int is_question(int call);
enum { NOT_ANSWERED = -0x1000 }; /* no errno: the kernel makes the call */
long answer_question(const struct launch *launch, long listener, const struct seccomp_notif *asked);
long answer_attribute_call(long listener, const struct seccomp_notif *asked);

/* Opens the list of this process's children; a negative errno if that fails. */
long open_own_children(void);

/* Calls `visit` for each pid in a list of children and closes the list; returns how many there were, 0 if it could not be opened. */
int visit_children(long file, void (*visit)(long pid));

/* Whether the descendants of this process have at least this many threads, the first thread of each process included. */
int is_too_large(uint64_t most_threads);

/* Stops all descendants of this process. */
void stop_crowd(void);

/* Overwrites the command line of process 1, which all others can read, with "init"; `arguments` cannot be used afterwards. */
void hide_command_line(char **arguments);

/* Landlock's version on this kernel (1 and up), or a negative errno. */
long landlock_version(void);

/* Whether a file is on a file system that is mounted with noexec. */
int is_on_noexec_mount(const char *path);

/* Replaces this process by the program; returns a negative errno when that fails. */
long run(char **program, char **environment);
