import { numbered, type Played, toPlayed } from "../steps/index.ts";
import type { WrittenSteps } from "../steps/step-context.ts";
import { isCalculable, isCalculatedWith } from "../steps/support/fill.ts";
import { isMap } from "../steps/support/is-map.ts";
import { finding, unknown } from "./finding.ts";
import type { Finding, Path } from "./problem.ts";
import { choice, quoted } from "./words.ts";

/** A lab as data, with the steps of its sequences in the place of each `play`. */
export interface Unrolled {
  value: unknown;
  /** Where a part of `value` was written; within a sequence, also the step that plays it. */
  origin(path: Path): Origin;
  findings: readonly Finding[];
}

interface Origin {
  path: Path;
  playedBy?: Path;
}

/**
 * Puts the steps of sequences in the place of the `play` steps of all tests, so that everything else sees plain steps. Parts that are
 * not as the schema of labs wants them stay as they are, for it to report.
 */
export function unrollSequences(written: unknown): Unrolled {
  if (!isMap(written) || !Array.isArray(written.tests)) return { value: written, origin: asWritten, findings: [] };
  const unroller = new Unroller(isMap(written.sequences) ? written.sequences : {});
  const tests = written.tests.map((test: unknown, index) => {
    if (!isMap(test) || !Array.isArray(test.steps)) return test;
    const path = ["tests", index, "steps"];
    return { ...test, steps: unroller.list(test.steps, { from: path, to: path, playing: [] }) };
  });
  const findings = [...unroller.findings, ...unroller.unplayed()];
  return { value: { ...written, tests }, origin: (path) => unroller.origin(path), findings };
}

function asWritten(path: Path): Origin {
  return { path };
}

interface Sequence {
  takes: readonly string[];
  steps: WrittenSteps;
  /** Where its steps were written. */
  path: Path;
}

/** Where a list of steps was written and where it is put. */
interface Way {
  from: Path;
  to: Path;
  /** The sequences within which it is played, outermost first. */
  playing: readonly string[];
  /** The step of a test that plays the outermost of them. */
  playedBy?: Path;
}

class Unroller {
  readonly findings: Finding[] = [];
  readonly #sequences: ReadonlyMap<string, Sequence>;
  /** The names of sequences that some step plays, or was meant to. */
  readonly #named = new Set<string>();
  readonly #origins = new Map<string, Origin>();

  constructor(written: Record<string, unknown>) {
    this.#sequences = new Map(Object.entries(written).map(([name, each]) => [name, toSequence(name, each)]));
  }

  list(steps: readonly unknown[], way: Way): unknown[] {
    const result: unknown[] = [];
    this.#add(result, steps, way);
    return result;
  }

  origin(path: Path): Origin {
    for (let length = path.length; length > 0; length -= 1) {
      const found = this.#origins.get(keyOf(path.slice(0, length)));
      if (found) return { ...found, path: [...found.path, ...path.slice(length)] };
    }
    return { path };
  }

  unplayed(): Finding[] {
    return [...this.#sequences.keys()]
      .filter((name) => !this.#named.has(name))
      .map((name) => ({ path: ["sequences", name], at: "key", message: `no test plays ${quoted(name)}: remove it` }));
  }

  #add(result: unknown[], steps: readonly unknown[], way: Way): void {
    for (const [index, step] of steps.entries()) {
      const from = [...way.from, index];
      const played = isMap(step) && "play" in step ? this.#played(step, [...from, "play"], way) : null;
      if (played === null) {
        const to = [...way.to, result.length];
        this.#origins.set(keyOf(to), { path: from, ...(way.playedBy && { playedBy: way.playedBy }) });
        result.push(this.#within(step, { ...way, from, to }));
        continue;
      }
      const playing = [...way.playing, played.name];
      const inner = { from: played.path, to: way.to, playing, playedBy: way.playedBy ?? from };
      for (const round of played.rounds) this.#add(result, round, inner);
    }
  }

  /** What a `play` step stands for: its sequence once for each row of values; null if it cannot be played. */
  #played(step: Record<string, unknown>, place: Path, { playing }: Way) {
    const play = toPlayed(step.play);
    const name = play?.sequence ?? String(isMap(step.play) ? step.play.sequence : step.play);
    this.#named.add(name);
    const sequence = play && this.#sequence(name, place, playing);
    const filled = sequence && play.rows.map((row, index) => this.#filled(sequence, { ...play, row, index, place }));
    if (!filled?.every((round) => round !== null)) return null;
    const says = step.says === undefined ? {} : { says: step.says };
    const rounds = filled.map((round) => round.map((each) => ({ ...says, ...each })));
    return { name, path: (sequence as Sequence).path, rounds };
  }

  /** The step with the steps within it unrolled. */
  #within(step: unknown, way: Way): unknown {
    if (!isMap(step)) return step;
    const inner = (steps: unknown, ...path: readonly (string | number)[]) =>
      Array.isArray(steps)
        ? this.list(steps, { ...way, from: [...way.from, ...path], to: [...way.to, ...path] })
        : steps;
    const { repeat, together } = step;
    if (isMap(repeat)) return { ...step, repeat: { ...repeat, steps: inner(repeat.steps, "repeat", "steps") } };
    if (!Array.isArray(together)) return step;
    return { ...step, together: together.map((branch: unknown, index) => inner(branch, "together", index)) };
  }

  #sequence(name: string, place: Path, playing: readonly string[]): Sequence | null {
    const found = this.#sequences.get(name);
    if (found && !playing.includes(name)) return found;
    const circle = [...playing.slice(playing.indexOf(name)), name].join(" → ");
    this.findings.push(
      found
        ? finding(place, `sequences play each other in a circle, ${circle}: remove one of these steps`)
        : unknown(place, "sequence", name, [...this.#sequences.keys()]),
    );
    return null;
  }

  #filled({ takes, steps }: Sequence, { sequence: name, isTable, row, index, place }: Round): WrittenSteps | null {
    if (row.length !== takes.length) {
      const wanted = takes.length === 0 ? "no values" : choice(takes.map(quoted), "and");
      const given = row.length === 1 ? "one is given" : `${row.length || "none"} are given`;
      this.findings.push(finding(place, `${quoted(name)} takes ${wanted}, and ${given}`));
      return null;
    }
    let filled = isTable ? numbered(steps, "n", index + 1) : steps;
    for (const [position, take] of takes.entries()) {
      const value = row[position] ?? "";
      if (typeof value === "string" && !isCalculable(value) && isCalculatedWith(filled, take)) {
        const message = `${quoted(name)} calculates with ${quoted(take)}: its value can have neither quotation marks nor braces nor line ends`;
        this.findings.push(finding(place, message));
        return null;
      }
      filled = numbered(filled, take, value);
    }
    return filled;
  }
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}

/** The sequence as far as it is well-formed: the schema reports what is not. */
function toSequence(name: string, written: unknown): Sequence {
  const path = ["sequences", name];
  const sound = (steps: unknown) => (Array.isArray(steps) && steps.every(isMap) ? steps : []);
  if (Array.isArray(written)) return { takes: [], steps: sound(written), path };
  const { takes, steps } = isMap(written) ? written : {};
  return { takes: Array.isArray(takes) ? takes.map(String) : [], steps: sound(steps), path: [...path, "steps"] };
}

/** One row of a `play` step, and where the step was written. */
type Round = Omit<Played, "rows"> & { row: Played["rows"][number]; index: number; place: Path };
