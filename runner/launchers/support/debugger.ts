import { framesIn, type StackTool } from "../stack-dump.ts";

/**
 * GDB, for programs without a runtime that could be asked. It takes neither commands nor scripts from anybody but this command
 * line: what a hand-in brings along for it, or has put into its program, is not run.
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
