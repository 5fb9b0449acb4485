import { chmodSync } from "node:fs";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { type Result, result } from "../runner/model/result.ts";
import type { ProvenProgram } from "../runner/model/verification.ts";
import { commandFile } from "./support/built-command.ts";
import { tellTiersApart } from "./support/telling-samples.ts";
import { tiers } from "./support/test-arena.ts";
import { verify } from "./support/verify.ts";
import { nothingLeft, Workplace } from "./support/workplace.ts";

// Each grading has two workers of its own.
vi.setConfig({ maxConcurrency: 2 });

// Their expectations in the machine's best tier are tested with the other fixtures.
describe("tier ports judges as every other", () => {
  let proven: Map<string, ProvenProgram>;
  beforeAll(async () => {
    const names = Object.entries(tellTiersApart).flatMap(([lab, each]) => each.map((name) => `${lab}/${name}`));
    const { found } = await verify(Object.keys(tellTiersApart), "--brief", "--tier", "ports", "--sample", ...names);
    proven = new Map(
      found.flatMap(({ lab, programs }) => programs.map((program) => [`${lab.id} ${program.name}`, program])),
    );
  });

  it.each(Object.entries(tellTiersApart).flatMap(([lab, names]) => names.map((name) => ({ lab, name }))))(
    "$name of $lab",
    ({ lab, name }) => {
      expect(proven.get(`${lab} ${name}`)?.complaints).toEqual([]);
    },
  );
});

describe.concurrent("an ordinary user gets the same marks as root", () => {
  it.for(tiers)("in tier %s", async (tier, { expect, skip }) => {
    skip(process.getuid?.() !== 0, "only root can become an ordinary user");
    const folder = "fixtures/tcp-echo-once/wrong-port";
    const options = ["--tier", tier, "--only", "uses-given-port", "echo-text", "restart"];
    const byUser = await checkAsNobody(skip, "tcp-echo-once", folder, ...options);
    expect(byUser.isolation.tier).toBe(tier);
    expect(verdicts(byUser)).toEqual({
      starts: "passed",
      "uses-given-port": "failed wrong-port",
      "echo-text": "passed",
      restart: "passed",
    });
  });
});

it("takes no marks from a program for using /tmp by name, where that is closed", async ({ skip }) => {
  skip(process.getuid?.() !== 0, "only root can become an ordinary user");
  const place = new Workplace();
  try {
    const folder = place.handIn({ "server.py": 'open("/tmp/wirecheck.log", "a")\n' });
    const { tests } = await checkAsNobody(skip, "tcp-echo-once", folder, "--tier", "ports", "--only", "starts");
    // Without Landlock /tmp is open, and the program ends.
    expect(JSON.stringify(tests)).toMatch(/server uses \/tmp by name|"failed"/);
  } finally {
    place.remove();
  }
});

/** Status and diagnosis of every test, by its id. */
function verdicts({ tests }: Result): Record<string, string> {
  return Object.fromEntries(
    tests.map(({ id, status, diagnosis }) => [id, `${status} ${diagnosis?.code ?? ""}`.trim()]),
  );
}

type Skip = (condition: boolean, note: string) => void;

/** Grades as user nobody; skips the test if that user may not read wirecheck. */
async function checkAsNobody(skip: Skip, lab: string, folder: string, ...options: string[]): Promise<Result> {
  const nobody = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "--"];
  const place = new Workplace();
  try {
    chmodSync(place.temporary, 0o1777);
    const version = await place.startCommand([...nobody, process.execPath, commandFile, "--version"]).ended;
    skip(version.status !== 0, "an ordinary user may not read this folder");
    const args = [commandFile, "check", lab, folder, "--seed", "7", "--json", "-", ...options];
    const { status, stdout, stderr } = await place.startCommand([...nobody, process.execPath, ...args]).ended;
    const left = place.leftovers();
    if (JSON.stringify(left) !== JSON.stringify(nothingLeft)) throw new Error(`left behind: ${JSON.stringify(left)}`);
    if (status !== 0 && status !== 1 && status !== 3) throw new Error(`wirecheck ended with ${status}: ${stderr}`);
    return result.parse(JSON.parse(stdout));
  } finally {
    place.remove();
  }
}
