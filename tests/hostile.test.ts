import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import picomatch from "picomatch";
import { expect, it } from "vitest";
import { listAttacks } from "../bench/hostile/attacks.ts";
import { hidingFolder } from "../bench/hostile/own-machine.ts";
import { Workplace } from "./support/workplace.ts";

/** One quick attack of each kind: leaving something behind, reaching other targets, and attacking a build. */
const attacks = [
  ...["daemons", "leaves-files", "kills-all", "signals-the-grader", "takes-descriptors", "user-namespace"],
  ...["writes-grades", "reads-the-secret", "build-makefile"],
];

/** Attacks on reports, played in one tier only, because reports are the same in every tier. */
const printing = ["report-commands", "report-markdown", "report-xml"];

/** Compiled, so that it also shows what attacks do to builds. */
const honest = "honest-c";

/** Needs root, namespaces, and a checkout outside of the folders that the attacks' machine hides. */
const isAble =
  hidingFolder() === null &&
  spawnSync("unshare", ["--mount", "--pid", "--fork", "--ipc", "--uts", "--net", "true"]).status === 0;

it.runIf(isAble && process.getuid?.() === 0).each([
  ["full", "root", [...attacks, ...printing]],
  ["ports", "ordinary", attacks],
])("in tier %s as %s, attacks reach nothing and change no mark of others", async (tier, grader, only) => {
  const place = new Workplace();
  try {
    const ours = [process.execPath, "--import", "tsx", "bench/hostile/main.ts"];
    const what = ["--only", only.join(","), "--honest", honest, "--tier", tier, "--as", grader];
    const ended = await place.startCommand([...ours, ...what]).ended;
    expect(ended).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(`${only.length} hostile hand-ins next to`),
    });
  } finally {
    place.remove();
  }
});

it("every attack that SECURITY.md names for a promise is there", () => {
  const [, table = ""] = readFileSync("SECURITY.md", "utf8").split("Row of the table");
  const named = [...table.matchAll(/`([\w*-]+)`/g)].map(([, name = ""]) => name);
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((name) => listAttacks(picomatch(name)).length === 0)).toEqual([]);
});
