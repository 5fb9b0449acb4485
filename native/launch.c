/*
 * Starts a program behind walls and waits for it:
 *
 *   launch [--user ID] [--limit RESOURCE VALUE]... [--read PATH]... [--write PATH]... [--own PATH]... [--keep PATH]...
 *          [--stdout closed|nowhere|reader-gone] -- PROGRAM...
 *   launch --try-own PATH    whether PATH can be made a launch's own; nothing is run
 *   launch --try-network     whether a network can be made and brought up
 *   launch --end-user ID     kills every process of a user
 *   launch --landlock        prints the version of Landlock that this kernel has, or 0
 *
 * It starts the program only when told to, so that none is ever running that the grader does not know of: should the grader
 * die or give up first, the control line ends, and so does the launcher. Afterwards it stays, so that what the program left
 * behind can be counted; orphans become its children.
 */
#include "launch.h"
#include <linux/fcntl.h>
#include <linux/poll.h>
#include <linux/prctl.h>
#include <linux/sched.h>
#include <linux/signal.h>
#include <linux/wait.h>

enum { USAGE_STATUS = 64, REFUSED_STATUS = 125, NOT_EXECUTABLE = 126, NOT_FOUND = 127 };

static const unsigned long child_signal = 1UL << (SIGCHLD - 1), every_signal = ~0UL;
static unsigned long signals_before;

static void write_all(int descriptor, const char *text) { CALL(write, descriptor, text, text_length(text)); }

/* In one piece, as the grader reads it. */
static void write_line(int descriptor, long number) {
  char line[24];
  size_t at = sizeof line;
  line[--at] = '\n';
  do line[--at] = (char)('0' + number % 10);
  while ((number /= 10) > 0);
  CALL(write, descriptor, line + at, sizeof line - at);
}

/* Where complaints go; the program's own error output takes that place before it begins. */
static int complaints = COMPLAINTS;

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
  if (reason(error) == NULL) return write_line(complaints, -error);
  write_all(complaints, reason(error));
  write_all(complaints, "\n");
}

/* Where the process that becomes the program tells the other that it cannot. */
static int refusals = -1;

void refuse(const char *step, long error) {
  complain(step, NULL, error);
  if (refusals >= 0) CALL(write, refusals, "!", 1);
  CALL(exit_group, REFUSED_STATUS);
  __builtin_unreachable();
}

/* The line that lets the program begin; false when the grader is gone. */
static int await_line(void) {
  char byte;
  for (;;) {
    long length = CALL(read, CONTROL, &byte, 1);
    if (length == -EINTR) continue;
    if (length <= 0) return 0;
    if (byte == '\n') return 1;
  }
}

static void put_streams_in_place(enum standard_output output) {
  if (output == OUTPUT_CLOSED) CALL(close, 1);
  if (output == OUTPUT_NOWHERE) {
    long nowhere = CALL(openat, AT_FDCWD, "/dev/null", O_WRONLY, 0);
    if (nowhere < 0) refuse("open /dev/null", nowhere);
    CALL(dup3, nowhere, 1, 0);
    CALL(close, nowhere);
  }
  if (output == OUTPUT_READER_GONE) {
    int ends[2];
    long error = CALL(pipe2, ends, 0);
    if (error < 0) refuse("make a pipe", error);
    CALL(dup3, ends[1], 1, 0);
    CALL(close, ends[0]);
    CALL(close, ends[1]);
  }
  complaints = INFO;
  CALL(dup3, COMPLAINTS, INFO, O_CLOEXEC);
  CALL(dup3, ERROR_OUTPUT, 2, 0);
  CALL(close, ERROR_OUTPUT);
  CALL(close, CONTROL);
}

/* Becomes the program; that there is none to run is told on its own error output, as by a shell. */
__attribute__((noreturn)) static void become_program(const struct launch *launch, char **environment) {
  CALL(rt_sigprocmask, SIG_SETMASK, &signals_before, NULL, sizeof signals_before);
  put_streams_in_place(launch->output);
  limit_resources(launch);
  become_user(launch->user);
  give_up_rights();
  if (launch->confines_files) confine_files(launch);
  filter_calls();
  long error = run(launch->program, environment);
  if (error == -EACCES && is_where_nothing_runs(launch->program[0])) refuse("run anything in the program's folder", error);
  /* The rest is no refusal but the hand-in's own fault. */
  complaints = 2;
  complain("cannot run", launch->program[0], error);
  CALL(exit_group, error == -ENOENT ? NOT_FOUND : NOT_EXECUTABLE);
  __builtin_unreachable();
}

/* As a shell has it: 128 + n after signal n. */
static int status_of(int wait_status) {
  int signal = wait_status & 0x7f;
  return signal == 0 ? (wait_status >> 8) & 0xff : 128 + signal;
}

/* Collects what has ended, orphans among it; the status of the program once it has, else -1. */
static int collect(long program) {
  int wait_status, status = -1;
  for (long pid; (pid = CALL(wait4, -1, &wait_status, WNOHANG | __WALL, NULL)) > 0;)
    if (pid == program) status = status_of(wait_status);
  return status;
}

/* Waits until children have ended; false once the grader has let go of the control line. */
static int await_children(long signals) {
  struct pollfd awaited[] = {{.fd = CONTROL, .events = POLLIN}, {.fd = (int)signals, .events = POLLIN}};
  char drained[128];
  long ready = CALL(ppoll, awaited, 2, NULL, NULL, 0);
  CALL(read, signals, drained, sizeof drained);
  return ready == -EINTR || awaited[0].revents == 0;
}

/* Kills all children, and those that thereby become children, until there are none. */
static void kill_everything(void) {
  char list[4096];
  while (CALL(wait4, -1, NULL, WNOHANG | __WALL, NULL) != -ECHILD) {
    long file = CALL(openat, AT_FDCWD, "/proc/thread-self/children", O_RDONLY | O_CLOEXEC, 0);
    long length = file < 0 ? 0 : CALL(read, file, list, sizeof list);
    CALL(close, file);
    if (length <= 0) return;
    long pid = 0;
    for (long at = 0; at < length; at++) {
      if (list[at] != ' ') pid = pid * 10 + (list[at] - '0');
      else CALL(kill, pid, SIGKILL), pid = 0;
    }
  }
}

/* Whether the child could put up all walls: the pipe closes when it becomes the program, and brings a byte where it cannot. */
static int is_behind_walls(long refusal) {
  char byte;
  long length;
  while ((length = CALL(read, refusal, &byte, 1)) == -EINTR) continue;
  CALL(close, refusal);
  return length == 0;
}

static int supervise(const struct launch *launch, char **environment) {
  int refusal[2];
  CALL(prctl, PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
  /* What a program sends to its whole process group is not meant for this process. */
  CALL(rt_sigprocmask, SIG_SETMASK, &every_signal, &signals_before, sizeof every_signal);
  long signals = CALL(signalfd4, -1, &child_signal, sizeof child_signal, O_CLOEXEC | O_NONBLOCK);
  if (signals < 0) refuse("watch for children", signals);
  own_folders(launch);
  write_all(CONTROL, "ready\n");
  if (!await_line()) return 1;
  /* Nobody but the grader reads this process or takes its descriptors; a tracer of its own has come by now. */
  CALL(prctl, PR_SET_DUMPABLE, 0, 0, 0, 0);
  long error = CALL(pipe2, refusal, O_CLOEXEC);
  if (error < 0) refuse("open a pipe", error);
  long program = CALL(clone, SIGCHLD, 0, 0, 0, 0);
  if (program < 0) refuse("fork", program);
  if (program == 0) {
    refusals = refusal[1];
    become_program(launch, environment);
  }
  look_like_any_first_process(launch->command_line);
  CALL(close, refusal[1]);
  /* No end of the program's streams is held here. bubblewrap has closed its own descriptor, and its number is free for another. */
  CALL(close, 0), CALL(close, 1), CALL(close, ERROR_OUTPUT);
  if (signals != INFO) CALL(close, INFO);
  if (!is_behind_walls(refusal[0])) return REFUSED_STATUS;
  for (int has_ended = 0, status;;) {
    if ((status = collect(program)) >= 0 && !has_ended) {
      has_ended = 1;
      write_line(CONTROL, status);
    }
    if (!await_children(signals)) break;
  }
  kill_everything();
  return 0;
}

static int read_number(const char *text, uint64_t *number) {
  *number = 0;
  if (*text == '\0') return 0;
  for (; *text != '\0'; text++) {
    if (*text < '0' || *text > '9') return 0;
    *number = *number * 10 + (uint64_t)(*text - '0');
  }
  return 1;
}

static int read_output(const char *text, enum standard_output *output) {
  *output = is_same_text(text, "closed")        ? OUTPUT_CLOSED
            : is_same_text(text, "nowhere")     ? OUTPUT_NOWHERE
            : is_same_text(text, "reader-gone") ? OUTPUT_READER_GONE
                                                : OUTPUT_PIPE;
  return 1;
}

static int add_limit(struct launch *launch, const char *resource, const char *value) {
  if (launch->limit_count == MOST_LIMITS) return 0;
  struct limit *limit = &launch->limits[launch->limit_count++];
  uint64_t number;
  if (!read_number(resource, &number) || !read_number(value, &limit->value)) return 0;
  limit->resource = (int)number;
  return 1;
}

static int add_path(const char **paths, int *count, const char *path) {
  if (*count == MOST_FOLDERS) return 0;
  paths[(*count)++] = path;
  return 1;
}

static int add_folder(struct launch *launch, const char *path, int is_writable) {
  if (launch->folder_count == MOST_FOLDERS) return 0;
  launch->confines_files = 1;
  launch->folders[launch->folder_count++] = (struct folder){path, is_writable};
  return 1;
}

/* Takes one option with its values and moves on past them; false when it makes no sense. */
static int take_option(struct launch *launch, char ***arguments) {
  char **option = *arguments;
  char *value = option[1];
  if (value == NULL) return 0;
  *arguments += 2;
  uint64_t user;
  if (is_same_text(*option, "--user")) return read_number(value, &user) && (launch->user = (long)user) >= 0;
  if (is_same_text(*option, "--stdout")) return read_output(value, &launch->output);
  if (is_same_text(*option, "--read")) return add_folder(launch, value, 0);
  if (is_same_text(*option, "--write")) return add_folder(launch, value, 1);
  if (is_same_text(*option, "--own")) return add_path(launch->own, &launch->own_count, value);
  if (is_same_text(*option, "--keep")) return add_path(launch->kept, &launch->kept_count, value);
  if (!is_same_text(*option, "--limit") || option[2] == NULL) return 0;
  *arguments += 1;
  return add_limit(launch, value, option[2]);
}

static int read_command_line(struct launch *launch, char **arguments) {
  while (*arguments != NULL && !is_same_text(*arguments, "--"))
    if (!take_option(launch, &arguments)) return 0;
  launch->program = *arguments == NULL ? NULL : arguments + 1;
  return launch->program != NULL && launch->program[0] != NULL;
}

/* The kernel does it in one go: no fork can slip through, as it could between a look and a kill. */
static int end_user(const char *text) {
  uint64_t user;
  if (!read_number(text, &user) || user == 0) return USAGE_STATUS;
  become_user((long)user);
  CALL(kill, -1, SIGKILL);
  return 0;
}

/* What runner/linux/network.ts does first of all: a new network, loopback up in it, and a look at its packets. */
static int try_network(void) {
  struct {
    char name[16];
    short flags;
    char rest[22];
  } request = {.name = "lo"};
  const int get_flags = 0x8913, set_flags = 0x8914, up = 1, internet = 2, packet = 17, datagram = 2;
  long error = CALL(unshare, CLONE_NEWNET);
  if (error != 0) refuse("make a network", error);
  long descriptor = CALL(socket, internet, datagram, 0);
  error = CALL(ioctl, descriptor, get_flags, &request);
  request.flags |= up;
  if (error == 0) error = CALL(ioctl, descriptor, set_flags, &request);
  if (error != 0) refuse("bring up a network", error);
  descriptor = CALL(socket, packet, datagram, 0);
  if (descriptor < 0) refuse("see the packets of a network", descriptor);
  return 0;
}

/* Called by `_start` with the stack as the kernel has laid it out: argc, argv, NULL, envp, NULL. */
__attribute__((used, noreturn)) void start(long *stack) {
  static struct launch launch;
  char **arguments = (char **)(stack + 1) + 1;
  char **environment = (char **)(stack + 1) + stack[0] + 1;
  int status = USAGE_STATUS;
  launch.user = -1;
  launch.command_line = arguments - 1;
  if (arguments[0] != NULL && is_same_text(arguments[0], "--landlock")) {
    long version = landlock_version();
    write_line(1, version < 0 ? 0 : version);
    status = 0;
  } else if (arguments[0] != NULL && is_same_text(arguments[0], "--try-network")) {
    status = try_network();
  } else if (arguments[0] != NULL && is_same_text(arguments[0], "--end-user") && arguments[1] != NULL) {
    status = end_user(arguments[1]);
  } else if (arguments[0] != NULL && is_same_text(arguments[0], "--try-own") && arguments[1] != NULL) {
    add_path(launch.own, &launch.own_count, arguments[1]);
    own_folders(&launch);
    status = 0;
  } else if (read_command_line(&launch, arguments)) {
    status = supervise(&launch, environment);
  } else {
    write_all(complaints, "launch: this command line makes no sense\n");
  }
  CALL(exit_group, status);
  __builtin_unreachable();
}

#if defined(__x86_64__)
__asm__(".globl _start\n_start:\n  xor %ebp, %ebp\n  mov %rsp, %rdi\n  and $-16, %rsp\n  call start\n");
#else
__asm__(".globl _start\n_start:\n  mov x29, #0\n  mov x30, #0\n  mov x0, sp\n  bl start\n");
#endif
