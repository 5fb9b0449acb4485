import type { Text } from "../model/text.ts";

/** What an error of a language or of the kernel means in a program with sockets. */
export interface ErrorMeaning {
  /** Matches the error as it is printed; its named groups fill `{name}` in the texts. */
  error: RegExp;
  /** Matches the line of the student's file that raised it, where the error alone says too little; its groups fill in as well. */
  line?: RegExp;
  /** Matches the line of the student's file to point to where the error names none, as of a thread that never came to run. */
  where?: RegExp;
  /** The name of a file of the hand-in that must be there, with the error's groups in it. */
  besides?: string;
  /** In which programs it means this. @default in all */
  kind?: "server" | "client";
  /** Whether the line is wrong whatever the other side sends: then no client is to blame. @default true */
  always?: boolean;
  /** A few words for the heading. */
  name: Text;
  idea: Text;
  look: Text;
  /** Where that is documented. */
  source: string;
}
