import type { Lack } from "../../arena/lack.ts";

/** Why a test cannot be played on this machine or with this program. Such a test does not count. */
export type WhyUnplayable = { code: Lack } | { code: "language"; language: string } | { code: "fixed-port" };

/** Thrown by a step that cannot be played here. */
export class Unplayable extends Error {
  readonly why: WhyUnplayable;

  constructor(why: WhyUnplayable) {
    super(`it cannot be played here: ${why.code}`);
    this.why = why;
  }
}
