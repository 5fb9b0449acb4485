/**
 * Whether a test launches the program under test itself; a server that it does not launch is launched before its first step.
 * A `start` among its steps says that it does, whichever program it names; one within them must name this.
 */
export function startsItself(steps: readonly unknown[], role: string): boolean {
  return steps.some((step) => isMap(step) && ("start" in step || startsWithin(step, role)));
}

function startsWithin(step: unknown, role: string): boolean {
  if (Array.isArray(step)) return step.some((each) => startsWithin(each, role));
  if (!isMap(step)) return false;
  const { start, repeat, together } = step;
  if (start === role || (isMap(start) && start.program === role)) return true;
  return startsWithin(isMap(repeat) ? repeat.steps : undefined, role) || startsWithin(together, role);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
