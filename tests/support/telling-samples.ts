import { type Fixture, listReferences } from "./fixture.ts";
import { type Judged, listJudged } from "./judged.ts";

/**
 * A selection of samples in which each test of every lab passes and fails: the references in Python and some in
 * TypeScript, flawed programs until every test is failed by one, and those that show whether the tiers agree.
 * `wirecheck verify` plays all samples, which takes many minutes.
 */
export async function tellingSamples(): Promise<Fixture[]> {
  const judged = (await listJudged()).map((fixture) => ({ fixture, fails: failedTests(fixture) }));
  // Programs that fail the most tests come first, so that few are needed.
  judged.sort((one, other) => other.fails.length - one.fails.length);
  const seen = new Set<string>();
  const chosen = judged.filter(({ fixture, fails }) => {
    const isTelling = fails.some((test) => !seen.has(test)) || tellTiersApart[fixture.lab]?.includes(fixture.name);
    for (const test of fails) seen.add(test);
    return isTelling;
  });
  const references = listReferences().filter(({ lab, name }) => name !== "typescript" || startsNode.has(lab));
  return [...references, ...chosen.map(({ fixture }) => fixture)];
}

/** Node takes four times as long to start as Python, so the references in TypeScript are used only in these labs. */
const startsNode = new Set(["hello", "tcp-echo", "tcp-echo-client", "udp-echo", "http-server", "key-value"]);

/** Programs whose verdicts depend on what differs between the tiers: ports, users, resets, ends and addresses. */
export const tellTiersApart: Readonly<Record<string, readonly string[]>> = {
  hello: ["handout-000", "correct-java", "ports-disagree"],
  timeouts: ["python"],
  "udp-ack": ["correct-node"],
  "udp-echo": ["python"],
  "tcp-echo": ["correct-c-fork", "correct-dual-stack", "dies-on-reset", "one-at-a-time", "send-not-sendall"],
  "tcp-echo-once": [
    ...["python", "correct-client-fixed-port", "fixed-port", "forks-daemon", "leaves-children", "never-closes"],
    ...["no-reuseaddr", "wrong-port"],
  ],
};

function failedTests({ lab, expected }: Judged): string[] {
  return Object.keys(expected.fails).map((test) => `${lab} ${test}`);
}
