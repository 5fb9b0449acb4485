/* Reads the command line of the launcher, which launch.c describes. */
#include "launch.h"

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

static int show_file(struct launch *launch, const char *path, const char *file) {
  if (launch->shown_count == MOST_SHOWN) return 0;
  launch->shown[launch->shown_count++] = (struct shown){path, file};
  return 1;
}

/* Reads one option with its values and advances `arguments` past them; false if it is not valid. */
static int take_option(struct launch *launch, char ***arguments) {
  char **option = *arguments;
  char *value = option[1];
  if (value == NULL) return 0;
  *arguments += 2;
  uint64_t user;
  if (is_same_text(*option, "--user")) return read_number(value, &user) && (launch->user = (long)user) >= 0;
  if (is_same_text(*option, "--crowd")) return read_number(value, &launch->most_threads);
  if (is_same_text(*option, "--stdout")) return read_output(value, &launch->output);
  if (is_same_text(*option, "--read")) return add_folder(launch, value, 0);
  if (is_same_text(*option, "--write")) return add_folder(launch, value, 1);
  if (is_same_text(*option, "--own")) return add_path(launch->own, &launch->own_count, value);
  if (is_same_text(*option, "--keep")) return add_path(launch->kept, &launch->kept_count, value);
  if (is_same_text(*option, "--hostname")) return (launch->hostname = value) != NULL;
  if (option[2] == NULL) return 0;
  *arguments += 1;
  if (is_same_text(*option, "--show")) return show_file(launch, value, option[2]);
  if (is_same_text(*option, "--name-server"))
    return read_number(value, &launch->name_server_host) && read_number(option[2], &launch->name_server_port);
  return is_same_text(*option, "--limit") && add_limit(launch, value, option[2]);
}

int read_command_line(struct launch *launch, char **arguments) {
  while (*arguments != NULL && !is_same_text(*arguments, "--"))
    if (!take_option(launch, &arguments)) return 0;
  launch->program = *arguments == NULL ? NULL : arguments + 1;
  if (launch->shown_count > 0 && launch->hostname == NULL) return 0;
  return launch->program != NULL && launch->program[0] != NULL;
}
