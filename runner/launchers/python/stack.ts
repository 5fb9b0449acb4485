import { framesIn, type StackDump } from "../stack-dump.ts";

/** Python's faulthandler, enabled by PYTHONFAULTHANDLER: at SIGABRT it prints all threads to standard error, and the process ends (library reference, `faulthandler`). */
export const pythonStack: StackDump = {
  signal: "SIGABRT",
  isWhole: () => false,
  threads: (dump) =>
    dump
      .split(/^(?:Current thread|Thread) 0x.*\(most recent call first\):$/m)
      .slice(1)
      .map((part) => framesIn(part, /^ {2}File "(?<path>[^"]+)", line (?<line>\d+) in (?<name>.*)$/gm)),
};
