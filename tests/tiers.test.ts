import { chmodSync } from "node:fs";
import { describe, it, vi } from "vitest";
import { type Result, result } from "../runner/result.ts";
import { missingToolchain } from "../runner/verify/missing-toolchain.ts";
import { check } from "./support/check.ts";
import { tiers } from "./support/test-arena.ts";
import { nothingLeft, Workplace } from "./support/workplace.ts";

// Each grading has two workers of its own.
vi.setConfig({ maxConcurrency: 2 });

/** Programs, and the tests whose verdicts on them hang on what the tiers do differently: ports, users, resets, ends and addresses. */
const telling: readonly [lab: string, folder: string, tests: string][] = [
  [
    "tcp-echo",
    "reference/tcp-echo/python",
    "uses-given-port restart port-in-use interrupt half-close reset-under-load ipv6",
  ],
  ["tcp-echo-once", "reference/tcp-echo-once/typescript", "uses-given-port restart connects server-absent"],
  ["tcp-echo", "fixtures/tcp-echo/correct-c-fork", "half-close reset-under-load"],
  ["tcp-echo", "fixtures/tcp-echo/correct-dual-stack", "uses-given-port port-in-use ipv6"],
  ["tcp-echo", "fixtures/tcp-echo/dies-on-reset", "client-reset"],
  ["tcp-echo", "fixtures/tcp-echo/one-at-a-time", "idle-client"],
  ["tcp-echo", "fixtures/tcp-echo/send-not-sendall", "large"],
  ["tcp-echo-once", "fixtures/tcp-echo-once/correct-client-fixed-port", "connects prints-reply"],
  ["tcp-echo-once", "fixtures/tcp-echo-once/fixed-port", "uses-given-port echo-text port-in-use"],
  ["tcp-echo-once", "fixtures/tcp-echo-once/forks-daemon", "starts echo-text interrupt"],
  ["tcp-echo-once", "fixtures/tcp-echo-once/leaves-children", "interrupt"],
  ["tcp-echo-once", "fixtures/tcp-echo-once/never-closes", "echo-text"],
  ["tcp-echo-once", "fixtures/tcp-echo-once/no-reuseaddr", "restart"],
  ["tcp-echo-once", "fixtures/tcp-echo-once/wrong-port", "uses-given-port echo-text"],
];

describe.concurrent("the tiers agree", () => {
  it.for(telling)("in %s on %s about %s", async ([lab, folder, tests], { expect, skip }) => {
    skip(!tiers.includes("full"), "this process may not enter networks");
    const missing = await missingToolchain(folder);
    skip(missing !== null, `${missing} is not installed`);
    const only = ["--only", ...tests.split(" ")];
    const inFull = await check(lab, folder, "--tier", "full", ...only);
    const inPorts = await check(lab, folder, "--tier", "ports", ...only);
    expect([inFull, inPorts].map(({ isolation }) => isolation.tier)).toEqual(["full", "ports"]);
    expect(verdicts(inPorts)).toEqual(verdicts(inFull));
  });
});

describe.concurrent("an ordinary user gets the same marks as root", () => {
  it.for(tiers)("in tier %s", async (tier, { expect, skip }) => {
    skip(process.getuid?.() !== 0, "only root can become an ordinary user");
    const folder = "fixtures/tcp-echo-once/wrong-port";
    const options = ["--tier", tier, "--only", "uses-given-port", "echo-text", "restart"];
    const byUser = await checkAsNobody(skip, "tcp-echo-once", folder, ...options);
    expect(byUser.isolation.tier).toBe(tier);
    expect(verdicts(byUser)).toEqual(verdicts(await check("tcp-echo-once", folder, ...options)));
  });
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
