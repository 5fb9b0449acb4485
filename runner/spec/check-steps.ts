import type { WrittenSteps } from "../steps/step-context.ts";
import { namedIn } from "../steps/support/byte-list.ts";
import { namesIn, parseExpression } from "../steps/support/expression.ts";
import { expressionsIn } from "../steps/support/fill.ts";
import { ExpressionFault, functions } from "../steps/support/functions.ts";
import { isMap } from "../steps/support/is-map.ts";
import { groupNames } from "../steps/support/pattern.ts";
import { type KnownPrograms, type Referred, referredIn } from "../steps/support/references.ts";
import { rolesStartedBy } from "./every-step.ts";
import { finding, unknown } from "./finding.ts";
import { nearest } from "./nearest.ts";
import type { Finding, Path } from "./problem.ts";
import { steps as language, wordOf } from "./step-language.ts";
import { choice, quoted } from "./words.ts";

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

type Kind = "stream" | "datagrams" | "listener" | "program";

/** Goes through a test without playing it, and tracks which names are known at each step, and which have a value. */
class TestCheck {
  readonly #roles: readonly string[];
  readonly #payloads: readonly string[];
  readonly #files: readonly string[];
  readonly #programs: KnownPrograms;
  /** The names known so far; a name such as client-{n} stands for several. */
  readonly #there = new Map<string, Set<Kind>>();
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
    this.#payloads = Object.keys(payloads);
    this.#files = [...new Set([...Object.keys(lab.files ?? {}), ...Object.keys(files)])];
    this.#values = new Set(["now", ...Object.keys(lab.world?.draws ?? {})]);
    const transport = (name: string) =>
      (helpers[name] ?? lab.programs[name.replace(/^reference-/, "")])?.transport === "udp" ? "udp" : "tcp";
    this.#programs = { role, transport };
    // A server is launched before the first step unless the test starts one itself.
    if (lab.programs[role]?.kind === "server" && !rolesStartedBy(steps as WrittenSteps).includes(role))
      this.#add(role, "program");
    for (const [name, bytes] of Object.entries(payloads)) this.#texts(bytes, ["tests", index, "payloads", name]);
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
      else this.#add(name, kind);
    }
    return found;
  }

  /** Reports a second start of a program that still runs: it would replace the first one under its name. */
  #running(word: string, args: unknown, path: Path): Finding[] {
    const name = nameIn(args);
    if (endings.has(word)) this.#started.delete(name);
    if (word !== "start") return [];
    const isTwice = this.#started.has(name);
    this.#started.add(name);
    if (!isTwice) return [];
    return [finding(path, `${quoted(name)} runs already: give each a name, \`start: { program: …, as: … }\``)];
  }

  /** Names of one branch are not known in the other branches, but are known after all of them. */
  #together(branches: readonly unknown[][], path: Path): Finding[] {
    const brought: [string, Kind][] = [];
    const found = branches.flatMap((branch, index) => {
      const before = new Map([...this.#there].map(([name, kinds]) => [name, new Set(kinds)]));
      const findings = this.check(branch, [...path, index]);
      for (const [name, kinds] of this.#there) for (const kind of kinds) brought.push([name, kind]);
      this.#there.clear();
      for (const [name, kinds] of before) this.#there.set(name, kinds);
      return findings;
    });
    for (const [name, kind] of brought) this.#add(name, kind);
    return found;
  }

  #repeat({ as = "n", steps }: { as?: string; steps: unknown[] }, path: Path): Finding[] {
    const isNew = !this.#values.has(as);
    this.#values.add(as);
    const found = this.check(steps, [...path, "steps"]);
    if (isNew) this.#values.delete(as);
    return found;
  }

  #add(name: string, kind: Kind): void {
    this.#there.set(name, (this.#there.get(name) ?? new Set()).add(kind));
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
        return this.#present(name, ["program"], path);
      case "peer":
        return this.#present(name, ["stream", "datagrams"], path);
      case "endpoint":
        return this.#present(name, ["stream", "datagrams", "listener"], path);
      case "pattern":
        return [];
      default:
        return this.#present(name, [to], path);
    }
  }

  #present(name: string, wanted: readonly Kind[], path: Path): Finding[] {
    const kinds = new Set([...this.#there].filter(([there]) => mayBe(there, name)).flatMap(([, each]) => [...each]));
    if (wanted.some((kind) => kinds.has(kind))) return [];
    if (wanted[0] === "program") return [this.#noProgram(name, path)];
    const others = [...this.#there].filter(([, each]) => wanted.some((kind) => each.has(kind))).map(([each]) => each);
    if (kinds.has("listener")) {
      return [finding(path, `no connection was accepted at ${quoted(name)}: write \`accept: ${name}\` before`)];
    }
    if (kinds.size > 0)
      return [finding(path, `${quoted(name)} is ${nouns[[...kinds][0] ?? "stream"]}: ${needs(wanted)}`)];
    const meant = nearest(name, others);
    const advice = meant ? `did you mean ${quoted(meant)}?` : `${whoMakes(wanted)} must come before`;
    return [finding(path, `no peer is named ${quoted(name)}: ${advice}`)];
  }

  #noProgram(name: string, path: Path): Finding {
    if (!this.#roles.includes(name)) {
      const started = [...this.#there].filter(([, kinds]) => kinds.has("program")).map(([each]) => each);
      return unknown(path, "program", name, [...new Set([...started, ...this.#roles])]);
    }
    return finding(path, `${quoted(name)} was not started: a \`start\` or \`ask\` step must come before`);
  }

  /** Expressions that cannot be parsed, or that use a name without a value. */
  #texts(value: unknown, path: Path): Finding[] {
    if (typeof value === "string") {
      return expressionsIn(value).flatMap((source) => this.#expression(source, path));
    }
    if (Array.isArray(value)) return value.flatMap((entry, index) => this.#texts(entry, [...path, index]));
    if (!isMap(value)) return [];
    return Object.entries(value).flatMap(([key, entry]) => this.#texts(entry, [...path, key]));
  }

  #expression(source: string, path: Path): Finding[] {
    try {
      return namesIn(parseExpression(source)).flatMap((name) =>
        this.#values.has(name) ? [] : [this.#noValue(name, path)],
      );
    } catch (fault) {
      if (!(fault instanceof ExpressionFault)) throw fault;
      return [finding(path, `the expression ${fault.message}; for the braces themselves write \`{{${source}}}\``)];
    }
  }

  #noValue(name: string, path: Path): Finding {
    const known = [...this.#values];
    const meant = nearest(name, known) ?? (name in functions ? `${name}(…)` : undefined);
    const advice = meant
      ? `did you mean ${quoted(meant)}?`
      : `${known.length > 0 ? `known here: ${choice(known.map(quoted), "and")}; for` : "for"} the braces themselves write \`{{${name}}}\``;
    return finding(path, `unknown name ${quoted(`{${name}}`)}: ${advice}`);
  }
}

/** Steps after which a program may have ended. */
const endings = new Set(["stop", "expect-exit", "expect-usage-error", "signal"]);

/** The name of the program in a `start` step or one of these. */
function nameIn(args: unknown): string {
  const { as, program, of, to } = isMap(args) ? args : { program: args };
  return String(as ?? program ?? of ?? to);
}

const nouns: Record<Kind, string> = {
  stream: "a TCP connection",
  datagrams: "a UDP socket",
  listener: "a listener",
  program: "a program",
};

function needs(wanted: readonly Kind[]): string {
  return `this step needs ${choice(wanted.map((kind) => nouns[kind]))}`;
}

function whoMakes(wanted: readonly Kind[]): string {
  if (wanted[0] === "listener") return "a `listen` step";
  return wanted.includes("stream") ? "a `connect` or `accept` step" : "a `connect` or `listen` step of a UDP program";
}

/** Whether two names can be the same: client-{n} is client-3 in one of the rounds. */
function mayBe(there: string, name: string): boolean {
  if (there === name) return true;
  return like(there).test(name) || like(name).test(there);
}

function like(name: string): RegExp {
  return new RegExp(`^${name.replace(/\{[^}]*\}/g, ".+")}$`);
}
