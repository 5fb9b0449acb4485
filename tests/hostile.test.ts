import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { Workplace } from "./support/workplace.ts";

/** One of each kind that is over in a moment: what stays, what reaches out, what is built, and what is printed. */
const attacks = [
  ...["daemons", "leaves-files", "kills-all", "signals-the-grader", "takes-descriptors", "user-namespace"],
  ...["writes-grades", "reads-the-secret", "build-makefile"],
  ...["report-commands", "report-markdown", "report-xml"],
];

const honest = ["honest", "honest-c"];

/** Needs a machine of its own: root, and namespaces. */
const isAble = spawnSync("unshare", ["--mount", "--pid", "--fork", "--ipc", "--uts", "--net", "true"]).status === 0;

it.runIf(isAble && process.getuid?.() === 0).each([
  ["full", "root"],
  ["ports", "ordinary"],
])("in tier %s as %s, attacks reach nothing and change no mark of others", async (tier, grader) => {
  const place = new Workplace();
  try {
    const ours = [process.execPath, "--import", "tsx", "bench/hostile/main.ts"];
    const what = ["--only", attacks.join(","), "--honest", honest.join(",")];
    const { status, stdout, stderr } = await place.startCommand([...ours, ...what, "--tier", tier, "--as", grader])
      .ended;
    expect({ status, stdout, stderr }).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("12 hostile hand-ins"),
    });
  } finally {
    place.remove();
  }
});
