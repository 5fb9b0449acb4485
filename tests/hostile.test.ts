import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { Workplace } from "./support/workplace.ts";

/** One of each kind that is over in a moment: what stays, what reaches out, what is built, and what is printed. */
const attacks = [
  ...["deep-folders", "daemons", "kills-all", "memory-memfd"],
  ...["signals-the-grader", "takes-descriptors", "user-namespace", "leaves-files"],
  ...["writes-grades", "reads-the-secret", "build-makefile", "report-commands"],
];

const honest = ["honest", "honest-c"];

/** A net for a machine that has much else to do. */
const timeoutMs = 900_000;

/** Needs a machine of its own: root, and namespaces. */
const isAble = spawnSync("unshare", ["--mount", "--pid", "--fork", "--ipc", "--uts", "--net", "true"]).status === 0;

it.runIf(isAble && process.getuid?.() === 0).each([
  ["full", "root"],
  ["ports", "ordinary"],
])(
  "in tier %s as %s, attacks reach nothing and change no mark of others",
  { timeout: timeoutMs },
  async (tier, grader) => {
    const place = new Workplace();
    try {
      const ours = [process.execPath, "--import", "tsx", "bench/hostile/main.ts"];
      const what = ["--only", attacks.join(","), "--honest", honest.join(",")];
      const { status, stdout } = await place.startCommand([...ours, ...what, "--tier", tier, "--as", grader]).ended;
      expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining("12 hostile hand-ins") });
    } finally {
      place.remove();
    }
  },
);
