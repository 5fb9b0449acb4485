import type { WrittenSteps } from "../steps/step-context.ts";
import { namedIn } from "../steps/support/byte-list.ts";
import { isMap } from "../steps/support/is-map.ts";
import { groupNames } from "../steps/support/pattern.ts";
import { type KnownPrograms, type Referred, referredIn } from "../steps/support/references.ts";
import { checkExpressions } from "./check-expressions.ts";
import { rolesStartedBy } from "./every-step.ts";
import { finding, unknown } from "./finding.ts";
import { KnownNames } from "./known-names.ts";
import type { Finding, Path } from "./problem.ts";
import { steps as language, wordOf } from "./step-language.ts";
import { quoted } from "./words.ts";

/** The parts of a lab that the check of its steps needs. */
export interface SteppedLab {
  programs: Readonly<
    Record<string, { kind?: string | undefined; transport?: string | undefined; reference?: string | undefined }>
  >;
  helpers?: Readonly<Record<string, { transport?: string | undefined }>> | undefined;
  world?: { draws?: Readonly<Record<string, unknown>> | undefined } | undefined;
  files?: Readonly<Record<string, unknown>> | undefined;
  tests: readonly {
    files?: Readonly<Record<string, unknown>> | undefined;
    program?: string | undefined;
    payloads?: Readonly<Record<string, unknown>> | undefined;
    steps?: readonly unknown[] | undefined;
  }[];
}

/** Unknown names in steps: of peers, programs that were not started, payloads and draws. */
export function checkSteps(lab: SteppedLab): Finding[] {
  return lab.tests.flatMap(({ steps = [] }, index) =>
    new TestCheck(lab, index).check(steps, ["tests", index, "steps"]),
  );
}

/** Goes through a test without playing it, and tracks which names are known at each step, and which have a value. */
class TestCheck {
  readonly #roles: readonly string[];
  readonly #payloads: readonly string[];
  readonly #files: readonly string[];
  readonly #programs: KnownPrograms;
  readonly #names: KnownNames;
  readonly #values: Set<string>;
  readonly #started = new Set<string>();

  constructor(lab: SteppedLab, index: number) {
    const { program, payloads = {}, files = {}, steps = [] } = lab.tests[index] ?? {};
    const role = program ?? Object.keys(lab.programs)[0] ?? "";
    const references = Object.entries(lab.programs).filter(([, { reference }]) => reference !== undefined);
    const helpers = lab.helpers ?? {};
    this.#roles = [
      ...Object.keys(lab.programs),
      ...references.map(([name]) => `reference-${name}`),
      ...Object.keys(helpers),
    ];
    this.#names = new KnownNames(this.#roles);
    this.#payloads = Object.keys(payloads);
    this.#files = [...new Set([...Object.keys(lab.files ?? {}), ...Object.keys(files)])];
    this.#values = new Set(["now", ...Object.keys(lab.world?.draws ?? {})]);
    const transport = (name: string) =>
      (helpers[name] ?? lab.programs[name.replace(/^reference-/, "")])?.transport === "udp" ? "udp" : "tcp";
    this.#programs = { role, transport };
    // A server is launched before the first step unless the test starts one itself.
    if (lab.programs[role]?.kind === "server" && !rolesStartedBy(steps as WrittenSteps).includes(role))
      this.#names.add(role, "program");
  }

  check(steps: readonly unknown[], path: Path): Finding[] {
    return steps.flatMap((step, index) => this.#step(step, [...path, index]));
  }

  #step(step: unknown, path: Path): Finding[] {
    if (!isMap(step)) return [];
    const [word, args] = wordOf(step);
    const place = [...path, word];
    if (word === "together") return this.#together(args as unknown[][], place);
    if (word === "repeat") return this.#repeat(args as { as?: string; steps: unknown[] }, place);
    const step_ = language[word];
    if (step_ === undefined) return [];
    const referred = referredIn(step_.schema, args, place);
    const own = (step_.values ?? []).filter((name) => !this.#values.has(name));
    for (const name of own) this.#values.add(name);
    const found = [...referred.flatMap((each) => this.#referred(each)), ...this.#texts(args, place)];
    for (const name of own) this.#values.delete(name);
    for (const { to, name } of referred)
      if (to === "pattern") for (const group of groupNames(name)) this.#values.add(group);
    found.push(...this.#texts(step.says, [...path, "says"]));
    found.push(...this.#running(word, args, place));
    for (const { name, kind } of step_.brings?.(args, this.#programs) ?? []) {
      if (kind === "value") this.#values.add(name);
      else this.#names.add(name, kind);
    }
    return found;
  }

  /** Reports a second start of a program that still runs: it would replace the first one under its name. */
  #running(word: string, args: unknown, path: Path): Finding[] {
    const name = nameIn(args);
    if (language[word]?.mayEnd) this.#started.delete(name);
    if (word !== "start") return [];
    const isTwice = this.#started.has(name);
    this.#started.add(name);
    if (!isTwice) return [];
    return [finding(path, `${quoted(name)} runs already: give each a name, \`start: { program: …, as: … }\``)];
  }

  #together(branches: readonly unknown[][], path: Path): Finding[] {
    return this.#names.inBranches(branches, (branch, index) => this.check(branch, [...path, index])).flat();
  }

  #repeat({ as = "n", steps }: { as?: string; steps: unknown[] }, path: Path): Finding[] {
    const isNew = !this.#values.has(as);
    this.#values.add(as);
    const found = this.check(steps, [...path, "steps"]);
    if (isNew) this.#values.delete(as);
    return found;
  }

  #referred({ to, name, path }: Referred): Finding[] {
    switch (to) {
      case "role":
        return this.#roles.includes(name) ? [] : [unknown(path, "program", name, this.#roles)];
      case "payload":
        return this.#payloads.includes(name) ? [] : [unknown(path, "payload", name, this.#payloads)];
      case "file":
        return this.#files.includes(name) ? [] : [unknown(path, "file", name, this.#files)];
      case "field": {
        const named = namedIn(name);
        return named ? this.#referred({ ...named, path }) : [];
      }
      case "program":
        return this.#names.check(name, ["program"], path);
      case "peer":
        return this.#names.check(name, ["stream", "datagrams"], path);
      case "endpoint":
        return this.#names.check(name, ["stream", "datagrams", "listener"], path);
      case "pattern":
        return [];
      default:
        return this.#names.check(name, [to], path);
    }
  }

  #texts(value: unknown, path: Path): Finding[] {
    return checkExpressions(value, path, this.#values);
  }
}

/** The name of the program in a `start` step, or in one after which it may have ended. */
function nameIn(args: unknown): string {
  const { as, program, of, to } = isMap(args) ? args : { program: args };
  return String(as ?? program ?? of ?? to);
}
