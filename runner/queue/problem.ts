/** Why a queue cannot be used, in one sentence. */
export class QueueProblem extends Error {
  override name = "QueueProblem";
  /** Who can mend it: who wrote the command line, or who looks after the machines. */
  readonly by: "user" | "machine";

  constructor(message: string, by: "user" | "machine") {
    super(message);
    this.by = by;
  }
}
