import wrapAnsi from "wrap-ansi";

/** Words as they fit the terminal that standard error goes to, broken between words; as they are where it goes into a file. */
export function fitted(words: string, { columns }: { columns?: number } = process.stderr): string {
  return columns === undefined ? words : wrapAnsi(words, columns);
}
