import { framesIn, type StackDump } from "../stack-dump.ts";

/** Python's faulthandler, switched on by PYTHONFAULTHANDLER: all threads to standard error at SIGABRT, and the end (library reference, `faulthandler`). */
export const pythonStack: StackDump = {
  signal: "SIGABRT",
  isWhole: () => false,
  threads: (dump) =>
    dump
      .split(/^(?:Current thread|Thread) 0x.*\(most recent call first\):$/m)
      .slice(1)
      .map((part) => framesIn(part, /^ {2}File "(?<path>[^"]+)", line (?<line>\d+) in (?<name>.*)$/gm)),
};
