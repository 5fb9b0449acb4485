import { framesIn, type StackDump } from "../stack-dump.ts";

/** The thread dump that a Java virtual machine prints at SIGQUIT before it goes on (java(1)). */
export const javaStack: StackDump = {
  signal: "SIGQUIT",
  isWhole: (dump) => /^JNI global refs/m.test(dump),
  threads: (dump) =>
    dump
      .split(/^(?=")/m)
      .slice(1)
      .map((part) =>
        framesIn(part, /^\tat (?<name>[\w.$<>]+)\((?:[\w.]+@[^/)]*\/)?(?<path>[\w$]+\.java):(?<line>\d+)\)$/gm),
      ),
};
