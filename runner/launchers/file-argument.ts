/** A file of the hand-in as an argument: one whose name begins with a dash must not be read as an option. */
export function fileArgument(file: string): string {
  return file.startsWith("-") ? `./${file}` : file;
}
