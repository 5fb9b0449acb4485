import { finding, unknown } from "./finding.ts";
import { nearest } from "./nearest.ts";
import type { Finding, Path } from "./problem.ts";
import { choice, quoted } from "./words.ts";

/** What a name in a test can stand for. */
export type Kind = "stream" | "datagrams" | "listener" | "program";

/** The names that are known at one step of a test; a name such as client-{n} stands for several. */
export class KnownNames {
  readonly #there = new Map<string, Set<Kind>>();
  /** The names of the lab's programs, whether or not they were started. */
  readonly #roles: readonly string[];

  constructor(roles: readonly string[]) {
    this.#roles = roles;
  }

  add(name: string, kind: Kind): void {
    this.#there.set(name, (this.#there.get(name) ?? new Set()).add(kind));
  }

  /** Calls `visit` for each branch of steps. Names of one branch are not known in the other branches, but are known after all of them. */
  inBranches<T, R>(branches: readonly T[], visit: (branch: T, index: number) => R): R[] {
    const brought: [string, Kind][] = [];
    const visited = branches.map((branch, index) => {
      const before = new Map([...this.#there].map(([name, kinds]) => [name, new Set(kinds)]));
      const result = visit(branch, index);
      for (const [name, kinds] of this.#there) for (const kind of kinds) brought.push([name, kind]);
      this.#there.clear();
      for (const [name, kinds] of before) this.#there.set(name, kinds);
      return result;
    });
    for (const [name, kind] of brought) this.add(name, kind);
    return visited;
  }

  /** What is wrong if a step needs the name to stand for one of these kinds. */
  check(name: string, wanted: readonly Kind[], path: Path): Finding[] {
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
