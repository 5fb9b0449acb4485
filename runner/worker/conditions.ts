import type * as z from "zod";
import type { Limits } from "../arena/launch-options.ts";
import { defaultLimits } from "../arena/limits.ts";
import type { limits as limitsSchema } from "../spec/lab.ts";
import { toMs } from "../steps/support/units.ts";
import type { PatienceLimits } from "../test-run/wait-clock.ts";

type WrittenLimits = z.infer<typeof limitsSchema>;

const mebibyte = 1024 * 1024;

/** The limits under which programs are launched and waited for. */
export interface Conditions {
  patience: PatienceLimits;
  limits: Limits;
  isUnwatched: boolean;
}

/**
 * The conditions of a test: the written limits, and the defaults for those that are not written.
 *
 * @param slowness how slow the machine is (see measureSlowness), if programs are not watched; undefined if they are
 */
export function conditions(written: WrittenLimits | undefined, slowness: number | undefined): Conditions {
  return {
    patience: {
      idleMs: toMs(written?.idle ?? "5s"),
      processorMs: toMs(written?.processor ?? "5s"),
      wallMs: 60_000,
      ...(slowness !== undefined && { slowness }),
    },
    limits: {
      ...defaultLimits,
      ...(written?.memory !== undefined && { memoryBytes: written.memory * mebibyte }),
      ...(written?.processes !== undefined && { processes: written.processes }),
      ...(written?.output !== undefined && { outputBytes: written.output * mebibyte }),
    },
    isUnwatched: slowness !== undefined,
  };
}
