/** What the exit status of `wirecheck` tells a script. */
export const exitStatus = {
  /** All went well; for a grading: full marks. */
  fine: 0,
  /** wirecheck did its work, and the work it graded has faults. */
  notFullMarks: 1,
  /** The command line, a lab or another input is wrong. */
  usage: 2,
  /** wirecheck or the machine failed: the work is not to blame. */
  failure: 3,
} as const;
