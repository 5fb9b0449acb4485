import type { Lack } from "../../arena/arena.ts";

/** Why a test cannot be played on this machine, or of this program: nobody's fault, so it counts for nothing. */
export type WhyUnplayable = { code: Lack } | { code: "language"; language: string } | { code: "fixed-port" };

/** Thrown by a step that finds out. */
export class Unplayable extends Error {
  readonly why: WhyUnplayable;

  constructor(why: WhyUnplayable) {
    super(`it cannot be played here: ${why.code}`);
    this.why = why;
  }
}
