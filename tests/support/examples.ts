import { readFileSync } from "node:fs";

/** A piece of code in a document. */
export interface Example {
  language: string;
  /** The file that it is an example of. */
  file: string | undefined;
  text: string;
}

/** The examples of a document: those that name a file after their language, and the others. */
export function examples(document: string): Example[] {
  const blocks = readFileSync(document, "utf8").matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms);
  return [...blocks].map(([, language = "", file, text = ""]) => ({ language, file, text }));
}
