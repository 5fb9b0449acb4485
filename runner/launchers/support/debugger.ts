import { framesIn, type StackTool } from "../stack-dump.ts";

/**
 * GDB, for programs without a runtime that can print stacks. It takes commands and scripts only from this command
 * line: those in a hand-in, or in its program, are not run.
 */
export const debuggerStack: StackTool = {
  command: "gdb",
  package: "gdb",
  argv: [
    ...["-nx", "-batch", "-iex", "set auto-load no", "-iex", "set width 0", "-iex", "set print frame-arguments none"],
    ...["-p", "{pid}", "-ex", "thread apply all backtrace 30"],
  ],
  threads: (said) =>
    said
      .split(/^Thread \d+ .*:$/m)
      .slice(1)
      .map((part) =>
        framesIn(
          part,
          /^#\d+ +(?:0x[0-9a-f]+ in )?(?<name>.+?) \([^\n]*?\)(?: at (?<path>[^\n]+):(?<line>\d+))?(?: from .*)?$/gm,
        ),
      ),
};
