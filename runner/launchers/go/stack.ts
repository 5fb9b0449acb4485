import { framesIn, type StackDump } from "../stack-dump.ts";

/** The stacks of all goroutines, which Go's runtime prints at SIGQUIT before it exits (package os/signal). */
export const goStack: StackDump = {
  signal: "SIGQUIT",
  isWhole: () => false,
  threads: (dump) =>
    dump
      .split(/^goroutine \d+ /m)
      .slice(1)
      .map((part) =>
        framesIn(
          part.replace(/^created by [\s\S]*/m, ""),
          /^(?<name>[\w./*()[\]-]+?)\([^\n]*\)\n\t(?<path>[^\n]+\.go):(?<line>\d+)/gm,
        ),
      ),
};
