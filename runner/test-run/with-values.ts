import { stepIn } from "../spec/every-step.ts";
import type { WrittenSteps } from "../steps/step-context.ts";
import type { Values } from "../steps/support/expression.ts";
import { fill, namesNeeded } from "../steps/support/fill.ts";
import { ExpressionFault } from "../steps/support/functions.ts";
import { LabFault } from "../steps/support/names.ts";

type Written = WrittenSteps[number];

/**
 * A step with its expressions replaced by their values, or a value of the program that an expression cannot use, which is a fault of the
 * program. Expressions in nested steps are replaced when those are played.
 *
 * @throws LabFault if an expression cannot be evaluated, and the cause is not a value of the program
 */
export function withValues(
  step: Written,
  { values, drawn }: { values: ReadonlyMap<string, string>; drawn: ReadonlySet<string> },
): { step: Written } | { unreadable: string } {
  if (stepIn(step).step.nested) return { step };
  try {
    return { step: fill(step, { now: secondsNow(), ...Object.fromEntries(values) } satisfies Values) };
  } catch (fault) {
    if (!(fault instanceof ExpressionFault)) throw fault;
    const isCaptured = [...namesNeeded(step)].some((name) => values.has(name) && !drawn.has(name));
    if (fault.value !== undefined && isCaptured) return { unreadable: fault.value };
    throw new LabFault(`an expression ${fault.message}`);
  }
}

/** The value of {now}: whole seconds since 1970. */
function secondsNow(): string {
  return String(Math.floor(Date.now() / 1000));
}
