/* execve(2) as a shell does it: searches PATH, and runs a script without a `#!` line with /bin/sh. */
#include "launch.h"

enum { LONGEST_PATH = 4096 };

int is_on_noexec_mount(const char *path) {
  const long no_execution = 8; /* ST_NOEXEC of statvfs(3) */
  struct {
    long type, block_size;
    uint64_t blocks[5];
    int identity[2];
    long name_length, fragment_size, flags, spare[4];
  } system = {0};
  return CALL(statfs, path, &system) == 0 && (system.flags & no_execution) != 0;
}

static const char *value_of(const char *name, char **environment) {
  size_t length = text_length(name);
  for (; *environment != NULL; environment++)
    if (memcmp(*environment, name, length) == 0 && (*environment)[length] == '=') return *environment + length + 1;
  return "";
}

static long run_script(const char *path, char **program, char **environment) {
  int count = 0;
  while (program[count] != NULL) count++;
  char *arguments[count + 2];
  arguments[0] = "sh";
  arguments[1] = (char *)path;
  for (int at = 1; at <= count; at++) arguments[at + 1] = program[at];
  return CALL(execve, "/bin/sh", arguments, environment);
}

static long run_file(const char *path, char **program, char **environment) {
  long error = CALL(execve, path, program, environment);
  return error == -ENOEXEC ? run_script(path, program, environment) : error;
}

static int has_slash(const char *text) {
  while (*text != '\0' && *text != '/') text++;
  return *text == '/';
}

long run(char **program, char **environment) {
  if (has_slash(program[0])) return run_file(program[0], program, environment);
  long found = -ENOENT;
  size_t name = text_length(program[0]);
  for (const char *folder = value_of("PATH", environment); *folder != '\0';) {
    size_t length = 0;
    while (folder[length] != '\0' && folder[length] != ':') length++;
    char path[LONGEST_PATH];
    if (length + name + 2 <= sizeof path) {
      memcpy(path, folder, length);
      path[length] = '/';
      memcpy(path + length + 1, program[0], name + 1);
      long error = run_file(path, program, environment);
      if (error != -ENOENT && error != -ENOTDIR) found = error;
    }
    folder += length + (folder[length] == ':');
  }
  return found;
}
