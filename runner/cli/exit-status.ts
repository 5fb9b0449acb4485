/** The meaning of each exit status of `wirecheck`. */
export const exitStatus = {
  /** All went well; for a grading: full marks. */
  fine: 0,
  /** wirecheck did its work, and the graded work has faults. */
  notFullMarks: 1,
  /** The command line, a lab or another input is wrong. */
  usage: 2,
  /** wirecheck or the machine failed: the work is not to blame. */
  failure: 3,
} as const;
