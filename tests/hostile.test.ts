import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { hidingFolder } from "../bench/hostile/own-machine.ts";
import { Workplace } from "./support/workplace.ts";

/** One of each kind that is over in a moment: what stays, what reaches out, and what is built. */
const attacks = [
  ...["daemons", "leaves-files", "kills-all", "signals-the-grader", "takes-descriptors", "user-namespace"],
  ...["writes-grades", "reads-the-secret", "build-makefile"],
];

/** What is printed; reports are the same in every tier. */
const printing = ["report-commands", "report-markdown", "report-xml"];

/** It is built, and so what attacks do to builds would show, too. */
const honest = "honest-c";

/** Needs a machine of its own: root, namespaces, and a checkout that it does not hide. */
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
      stdout: expect.stringContaining(`${only.length} hostile hand-ins beside`),
    });
  } finally {
    place.remove();
  }
});
