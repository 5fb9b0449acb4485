/*
 * Starts a program behind walls and waits for it:
 *
 *   launch [--user ID] [--limit RESOURCE VALUE]... [--read PATH]... [--write PATH]... [--own PATH]... [--keep PATH]...
 *          [--crowd THREADS] [--stdout closed|nowhere|reader-gone]
 *          [--show PATH FILE]... [--hostname NAME] [--name-server ADDRESS PORT] -- PROGRAM...
 *   launch --try-own PATH    ends with status 0 if PATH can be replaced by an empty folder (--own); runs nothing
 *   launch --try-network     ends with status 0 if a network can be made and brought up
 *   launch --try-machine     ends with status 0 if a program can be shown another machine (--show, --hostname, --name-server)
 *   launch --end-user ID     kills every process of a user
 *   launch --landlock        prints the version of Landlock that this kernel has, or 0
 *
 * It starts the program only when the grader sends a line on CONTROL, so that every running program is known to the grader: if
 * the grader dies or gives up first, CONTROL is closed and the launcher exits. After the program has ended it stays until then,
 * so that the grader can count the processes that the program left behind; orphans become its children.
 */
#include "launch.h"
#include <linux/fcntl.h>
#include <linux/poll.h>
#include <linux/prctl.h>
#include <linux/signal.h>
#include <linux/time.h>
#include <linux/wait.h>

enum { UNIX_SOCKETS = 1, STREAM = 1 };

static const unsigned long child_signal = 1UL << (SIGCHLD - 1), every_signal = ~0UL;
static unsigned long signals_before;

/* Waits for the line that starts the program; false when the grader is gone. */
static int await_line(void) {
  char byte;
  for (;;) {
    long length = CALL(read, CONTROL, &byte, 1);
    if (length == -EINTR) continue;
    if (length <= 0) return 0;
    if (byte == '\n') return 1;
  }
}

static void set_up_streams(enum standard_output output) {
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

/* Executes the program; a program that cannot be run is reported on its own error output, as a shell does it. */
__attribute__((noreturn)) static void become_program(const struct launch *launch, char **environment, int to_launcher) {
  CALL(rt_sigprocmask, SIG_SETMASK, &signals_before, NULL, sizeof signals_before);
  set_up_streams(launch->output);
  limit_resources(launch);
  become_user(launch->user);
  give_up_rights();
  if (launch->confines_files) confine_files(launch);
  if (to_launcher >= 0) suspend_calls(launch, to_launcher);
  filter_calls(launch);
  long error = run(launch->program, environment);
  if (error == -EACCES && is_on_noexec_mount(launch->program[0])) refuse("run anything in the program's folder", error);
  /* Any other error is a fault of the hand-in. */
  complaints = 2;
  complain("cannot run", launch->program[0], error);
  CALL(exit_group, error == -ENOENT ? NOT_FOUND : NOT_EXECUTABLE);
  __builtin_unreachable();
}

/* As in a shell: 128 + n after signal n. */
static int status_of(int wait_status) {
  int signal = wait_status & 0x7f;
  return signal == 0 ? (wait_status >> 8) & 0xff : 128 + signal;
}

/* Reaps all children that have ended, orphans included; returns the program's exit status if it was among them, else -1. */
static int collect(long program) {
  int wait_status, status = -1;
  for (long pid; (pid = CALL(wait4, -1, &wait_status, WNOHANG | __WALL, NULL)) > 0;)
    if (pid == program) status = status_of(wait_status);
  return status;
}

/* Whether 10 ms have passed since it was true the last time: a program that asks for much must not cause more looks. */
static int is_time_to_look(void) {
  static int64_t last;
  struct timespec now;
  CALL(clock_gettime, CLOCK_MONOTONIC, &now);
  int64_t nanoseconds = (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
  if (nanoseconds - last < 10000000) return 0;
  last = nanoseconds;
  return 1;
}

/* Waits until a child ends or asks for something, or until the next look; false when the grader has closed CONTROL. */
static int await_children(const struct launch *launch, long signals, long *listener, int looks) {
  struct pollfd awaited[] = {
      {.fd = CONTROL, .events = POLLIN}, {.fd = (int)signals, .events = POLLIN}, {.fd = (int)*listener, .events = POLLIN}};
  struct timespec next_look = {0, 50000000};
  char drained[128];
  long ready = CALL(ppoll, awaited, 3, looks ? &next_look : NULL, NULL, 0);
  CALL(read, signals, drained, sizeof drained);
  if (awaited[2].revents & POLLIN) answer_call(launch, *listener);
  /* Every process that could ask has ended: poll() would return at once from now on. */
  else if (awaited[2].revents != 0) CALL(close, *listener), *listener = -1;
  return ready == -EINTR || awaited[0].revents == 0;
}

static void kill_child(long pid) { CALL(kill, pid, SIGKILL); }

/* Kills all children, and the orphans that this makes children of the launcher, until there are none. */
static void kill_everything(void) {
  while (CALL(wait4, -1, NULL, WNOHANG | __WALL, NULL) != -ECHILD)
    if (visit_children(open_own_children(), kill_child) == 0) return;
}

/* Whether the child could set all restrictions: the pipe closes when it executes the program, and brings a byte if it cannot. */
static int is_confined(long refusal) {
  char byte;
  long length;
  while ((length = CALL(read, refusal, &byte, 1)) == -EINTR) continue;
  CALL(close, refusal);
  return length == 0;
}

static int supervise(const struct launch *launch, char **environment) {
  int refusal[2], passing[2] = {-1, -1};
  CALL(prctl, PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
  /* A signal that the program sends to its whole process group must not end the launcher. */
  CALL(rt_sigprocmask, SIG_SETMASK, &every_signal, &signals_before, sizeof every_signal);
  long signals = CALL(signalfd4, -1, &child_signal, sizeof child_signal, O_CLOEXEC | O_NONBLOCK);
  if (signals < 0) refuse("wait for children", signals);
  own_folders(launch);
  write_all(CONTROL, "ready\n");
  if (!await_line()) return 1;
  /* Only root may inspect this process or take its descriptors from now on; the grader's own tracer is attached already. */
  CALL(prctl, PR_SET_DUMPABLE, 0, 0, 0, 0);
  long error = CALL(pipe2, refusal, O_CLOEXEC);
  if (error < 0) refuse("open a pipe", error);
  if (guards_attributes(launch)) remember_writable_folders(launch);
  if (guards_attributes(launch) || shows_machine(launch)) {
    error = CALL(socketpair, UNIX_SOCKETS, STREAM | O_CLOEXEC, 0, passing);
    if (error < 0) refuse("open a pair of sockets", error);
  }
  long program = CALL(clone, SIGCHLD, 0, 0, 0, 0);
  if (program < 0) refuse("fork", program);
  if (program == 0) {
    refusals = refusal[1];
    become_program(launch, environment, passing[1]);
  }
  hide_command_line(launch->command_line);
  CALL(close, refusal[1]);
  /* The launcher must hold no end of the program's streams. bubblewrap has closed INFO, so that `signals` may have its number. */
  CALL(close, 0), CALL(close, 1), CALL(close, ERROR_OUTPUT);
  if (signals != INFO) CALL(close, INFO);
  if (!is_confined(refusal[0])) return REFUSED_STATUS;
  long listener = receive_listener(passing[0]);
  if (passing[0] >= 0) CALL(close, passing[0]), CALL(close, passing[1]);
  if (shows_machine(launch)) look_as(launch->user);
  for (int is_reported = 0, looks = launch->most_threads > 0, status;;) {
    if ((status = collect(program)) >= 0 && !is_reported) {
      is_reported = 1;
      write_line(CONTROL, (uint64_t)status);
    }
    if (looks && is_time_to_look() && is_too_large(launch->most_threads)) {
      stop_crowd();
      looks = 0;
      /* Once the program has ended, the grader ends what it left behind. */
      if (!is_reported) write_all(CONTROL, "stopped\n");
      is_reported = 1;
    }
    if (!await_children(launch, signals, &listener, looks)) break;
  }
  kill_everything();
  return 0;
}

/* Called by `_start` with the stack as the kernel sets it up: argc, argv, NULL, envp, NULL. */
__attribute__((used, noreturn)) void start(long *stack) {
  static struct launch launch;
  char **arguments = (char **)(stack + 1) + 1;
  char **environment = (char **)(stack + 1) + stack[0] + 1;
  int status = USAGE_STATUS;
  launch.user = -1;
  launch.command_line = arguments - 1;
  if (run_task(arguments, &status)) CALL(exit_group, status);
  if (read_command_line(&launch, arguments)) {
    status = supervise(&launch, environment);
  } else {
    write_all(complaints, "launch: the command line is not valid\n");
  }
  CALL(exit_group, status);
  __builtin_unreachable();
}

#if defined(__x86_64__)
__asm__(".globl _start\n_start:\n  xor %ebp, %ebp\n  mov %rsp, %rdi\n  and $-16, %rsp\n  call start\n");
#else
__asm__(".globl _start\n_start:\n  mov x29, #0\n  mov x30, #0\n  mov x0, sp\n  bl start\n");
#endif
