/* The parts of the launcher; each says what it could not do with `refuse`, and does not return then. */
#pragma once
#include "system.h"

/* Descriptors that the grader gives to the launcher; see runner/linux/descriptors.ts. */
enum descriptor {
  COMPLAINTS = 2, /* what the launcher itself complains about; never the program's words */
  INFO = 3,       /* bubblewrap's, where there is one */
  CONTROL = 4,    /* to the grader: a line when ready, another with the exit status; from it: a line to begin with */
  ERROR_OUTPUT = 5 /* becomes the program's descriptor 2 */
};

enum standard_output { OUTPUT_PIPE, OUTPUT_CLOSED, OUTPUT_NOWHERE, OUTPUT_READER_GONE };

enum { MOST_LIMITS = 16, MOST_FOLDERS = 128 };

struct limit {
  int resource;
  uint64_t value;
};

struct folder {
  const char *path;
  int is_writable;
};

/* What the command line asks for. */
struct launch {
  long user; /* negative: stay who we are */
  enum standard_output output;
  int confines_files;
  struct limit limits[MOST_LIMITS];
  int limit_count;
  struct folder folders[MOST_FOLDERS];
  int folder_count;
  /* Folders that become the launch's own, and those within them that stay as they are. */
  const char *own[MOST_FOLDERS];
  int own_count;
  const char *kept[MOST_FOLDERS];
  int kept_count;
  char **program;
  char **command_line;
};

/* Says which step failed with which errno, on the descriptor for complaints, and ends this process with status 125. */
__attribute__((noreturn)) void refuse(const char *step, long error);
void complain(const char *step, const char *about, long error);

/* Each puts up one wall around this process and all that it starts from then on. */
void own_folders(const struct launch *launch);
void limit_resources(const struct launch *launch);
void become_user(long user);
void give_up_rights(void);
void confine_files(const struct launch *launch);
void filter_calls(void);

/* Hides the command line of the first process from all others; nothing of it can be used afterwards. */
void look_like_any_first_process(char **arguments);

/* Landlock's version on this kernel (1 and up), or a negative errno. */
long landlock_version(void);

/* Whether a file lies where the system runs nothing (the mount option noexec). */
int is_where_nothing_runs(const char *path);

/* Replaces this process by the program; returns an errno when that fails. */
long run(char **program, char **environment);
