import { readdirSync } from "node:fs";
import { extname } from "node:path";
import { type Fixture, listReferences } from "./fixture.ts";
import { type Judged, listJudged } from "./judged.ts";

/**
 * A selection of samples in which each test of every lab passes and fails: the references in Python and some in
 * TypeScript, flawed programs until every test is failed by one, and those that show whether the tiers agree.
 * `wirecheck verify` plays all samples, which takes many minutes.
 */
export async function tellingSamples(): Promise<Fixture[]> {
  const judged = await judgedMostFirst();
  const chosen = new Set(covering(judged, failedTests));
  const isTelling = (fixture: Judged) => chosen.has(fixture) || tellTiersApart[fixture.lab]?.includes(fixture.name);
  const references = listReferences().filter(({ lab, name }) => name !== "typescript" || startsNode.has(lab));
  return [...references, ...judged.filter(isTelling)];
}

/**
 * A smaller selection: the references in Python and one in TypeScript, and as many other programs as are needed to have a flawed one
 * of every lab, every diagnosis that a fixture gets, and every language.
 */
export async function samplesOfEachKind(): Promise<Fixture[]> {
  const references = listReferences().filter(
    ({ lab, name }) => name === "python" || `${lab}/${name}` === "hello/typescript",
  );
  return [...references, ...covering(await judgedMostFirst(), kindsOf)];
}

/** Node takes four times as long to start as Python, so the references in TypeScript are used only in these labs. */
const startsNode = new Set(["hello", "tcp-echo", "tcp-echo-client", "udp-echo", "http-server", "key-value"]);

/** Programs whose verdicts depend on what differs between the tiers: ports, users, resets, ends and addresses. */
export const tellTiersApart: Readonly<Record<string, readonly string[]>> = {
  hello: ["handout-000", "correct-java", "ports-disagree"],
  timeouts: ["python"],
  info: ["correct-go", "server-takes-short-cuts"],
  "udp-ack": ["correct-node"],
  "udp-echo": ["python", "correct-java"],
  "tcp-echo": [
    "correct-c-fork",
    "correct-dual-stack",
    "dies-on-reset",
    "one-at-a-time",
    "send-not-sendall",
    "shares-its-port",
  ],
  "tcp-echo-once": [
    ...["python", "correct-client-fixed-port", "fixed-port", "forks-daemon", "leaves-children", "never-closes"],
    ...["no-reuseaddr", "wrong-port"],
  ],
};

/** All fixtures; those that fail the most tests come first. */
async function judgedMostFirst(): Promise<Judged[]> {
  return (await listJudged()).sort((one, other) => failedTests(other).length - failedTests(one).length);
}

/** Chooses programs greedily until everything that any of them shows is shown. Those with few failed tests are preferred, since each takes time. */
function covering(judged: readonly Judged[], shows: (fixture: Judged) => readonly string[]): Judged[] {
  const shown = judged.map((fixture) => ({ fixture, kinds: shows(fixture) }));
  const missing = new Set(shown.flatMap(({ kinds }) => kinds));
  const chosen: Judged[] = [];
  const worth = ({ fixture, kinds }: (typeof shown)[number]) =>
    kinds.filter((kind) => missing.has(kind)).length / (2 + failedTests(fixture).length);
  while (missing.size > 0) {
    const best = shown.reduce((one, other) => (worth(other) > worth(one) ? other : one));
    chosen.push(best.fixture);
    for (const kind of best.kinds) missing.delete(kind);
  }
  return chosen;
}

function failedTests({ lab, expected }: Judged): string[] {
  return Object.keys(expected.fails).map((test) => `${lab} ${test}`);
}

/** The diagnoses that a fixture gets, the languages of its files, and, if it is flawed, its lab. */
function kindsOf({ lab, folder, expected }: Judged): string[] {
  const diagnoses = Object.values(expected.fails).filter((code) => code !== null);
  const endings = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => extname(file));
  const kinds = new Set([...diagnoses, ...endings.filter((ending) => ending !== "" && ending !== ".yaml")]);
  return [...kinds, ...(expected.flaw === undefined ? [] : [lab])];
}
