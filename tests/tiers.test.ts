import { chmodSync } from "node:fs";
import { describe, it, vi } from "vitest";
import { type Result, result } from "../runner/result.ts";
import { missingToolchain } from "../runner/verify/missing-toolchain.ts";
import { check } from "./support/check.ts";
import { tiers } from "./support/test-arena.ts";
import { nothingLeft, Workplace } from "./support/workplace.ts";

// Each grading has two workers of its own.
vi.setConfig({ maxConcurrency: 2, testTimeout: 300_000 });

/** Programs whose verdicts hang on what the tiers do differently: ports, processes, users, resets, time-outs and addresses. */
const telling: readonly [lab: string, folder: string][] = [
  ["tcp-echo", "reference/tcp-echo/python"],
  ["tcp-echo-once", "reference/tcp-echo-once/typescript"],
  ...[...["correct-c-fork", "correct-dual-stack"], ...["dies-on-reset", "one-at-a-time", "send-not-sendall"]].map(
    (name): [string, string] => ["tcp-echo", `fixtures/tcp-echo/${name}`],
  ),
  ...[
    ...["correct-client-fixed-port", "fixed-port", "forks-daemon"],
    ...["leaves-children", "never-closes", "no-reuseaddr", "wrong-port"],
  ].map((name): [string, string] => ["tcp-echo-once", `fixtures/tcp-echo-once/${name}`]),
];

describe.concurrent("the tiers agree", () => {
  it.for(telling)("in %s on %s", async ([lab, folder], { expect, skip }) => {
    skip(!tiers.includes("full"), "this process may not enter networks");
    const missing = await missingToolchain(folder);
    skip(missing !== null, `${missing} is not installed`);
    const inFull = await check(lab, folder, "--tier", "full");
    const inPorts = await check(lab, folder, "--tier", "ports");
    expect([inFull, inPorts].map(({ isolation }) => isolation.tier)).toEqual(["full", "ports"]);
    expect(verdicts(inPorts)).toEqual(verdicts(inFull));
  });
});

describe.concurrent("an ordinary user gets the same marks as root", () => {
  const samples = ["correct-plain", "forks-daemon", "wrong-port"];
  it.for(samples.flatMap((name) => tiers.map((tier) => [name, tier] as const)))(
    "for tcp-echo-once/%s in tier %s",
    async ([name, tier], { expect, skip }) => {
      skip(process.getuid?.() !== 0, "only root can become an ordinary user");
      const folder = `fixtures/tcp-echo-once/${name}`;
      const byUser = await checkAsNobody(skip, "tcp-echo-once", folder, "--tier", tier);
      expect(byUser.isolation.tier).toBe(tier);
      expect(verdicts(byUser)).toEqual(verdicts(await check("tcp-echo-once", folder, "--tier", tier)));
    },
  );
});

/** Status and diagnosis of every test, by its id. */
function verdicts({ tests }: Result): Record<string, string> {
  return Object.fromEntries(
    tests.map(({ id, status, diagnosis }) => [id, `${status} ${diagnosis?.code ?? ""}`.trim()]),
  );
}

type Skip = (condition: boolean, note: string) => void;

/** Grades as a user who owns nothing; skips the test where that user may not even read wirecheck. */
async function checkAsNobody(skip: Skip, lab: string, folder: string, ...options: string[]): Promise<Result> {
  const nobody = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "--"];
  const place = new Workplace();
  try {
    chmodSync(place.temporary, 0o1777);
    const version = await place.startCommand([...nobody, process.execPath, wirecheck, "--version"]).ended;
    skip(version.status !== 0, "an ordinary user may not read this folder");
    const args = [wirecheck, "check", lab, folder, "--seed", "7", "--json", "-", ...options];
    const { status, stdout, stderr } = await place.startCommand([...nobody, process.execPath, ...args]).ended;
    const left = place.leftovers();
    if (JSON.stringify(left) !== JSON.stringify(nothingLeft)) throw new Error(`left behind: ${JSON.stringify(left)}`);
    if (status !== 0 && status !== 1) throw new Error(`wirecheck ended with ${status}: ${stderr}`);
    return result.parse(JSON.parse(stdout));
  } finally {
    place.remove();
  }
}

const wirecheck = "dist/bin/wirecheck.js";
