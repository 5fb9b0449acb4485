import type { Text } from "../model/text.ts";

/** What an error of a language or of the kernel means in a program with sockets. */
export interface ErrorMeaning {
  /** Matches the error as it is printed; its named groups fill `{name}` in the texts. */
  error: RegExp;
  /** Matches the line of the student's file that raised it, if the error alone is not enough; its groups fill in as well. */
  line?: RegExp;
  /** Matches the line of the student's file to show if the error names none, for example for a thread that never ran. */
  where?: RegExp;
  /** A pattern, with the groups filled in, that must match somewhere in the program's source. */
  inSource?: string;
  /** The name of a file that the hand-in must have, with the error's groups filled in. */
  besides?: string;
  /** The programs in which it means this. @default all */
  kind?: "server" | "client";
  /** The transport of the lab's program for which it means this. @default both */
  transport?: "tcp" | "udp";
  /** Whether the line is wrong for everything that a peer may send, so that no client is the cause. @default true */
  always?: boolean;
  /** A few words for the heading. */
  name: Text;
  idea: Text;
  look: Text;
  /** The documentation. */
  source: string;
}
