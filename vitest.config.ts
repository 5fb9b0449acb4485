import { defineConfig } from "vitest/config";
import { pathPastPythonShim } from "./script/python-shim.ts";
import { Tally } from "./script/tally.ts";

/** Tests that enter networks, adopt orphans, and count their own processes. */
const ownProcess = ["runner/{arena,linux,watch,worker}/**/*.test.ts", "runner/launchers/{python,tools}/*.test.ts"];

/** The test that grades with as many workers as the machine can run. */
const wholeMachine = ["tests/fixtures.test.ts"];

/** Programs of tier local use the machine's own ports, which those of tier ports need meanwhile. */
const machinesPorts = ["tests/local-tier.test.ts"];

/** Attacks also take CPU time and memory from the tests that run next to them. */
const hostile = ["tests/hostile.test.ts"];

/** What takes minutes, and is about a few parts alone: `npm run test:long`. */
const long = [
  ...["queue-refused", "queue-killed", "setup-libraries", "mutants", "nothing-left-behind-long", "ui-desk-thousand"],
  ...["smallest-programs", "shards", "record", "similar-hand-ins"],
  ...["causes", "fixtures-telling", "shared-launches", "no-watch", "killed-grading", "help-translated", "made-class"],
].map((name) => `tests/${name}.test.ts`);

export default defineConfig({
  test: {
    globalSetup: "script/build-before-tests.ts",
    // Tests start real programs and enter network namespaces, which only the main thread of a process can do.
    pool: "forks",
    // Files wait now and then for the programs they start: three times as many as the cores of a small machine.
    maxWorkers: 6,
    // Generous, because a busy machine must not fail a test.
    hookTimeout: 120_000,
    env: { PATH: await pathPastPythonShim() },
    reporters: ["default", new Tally()],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{runner,reports,script}/**/*.test.ts"],
          exclude: ownProcess,
          testTimeout: 300_000,
          // A process for each file would read the same modules a hundred times.
          isolate: false,
        },
      },
      { extends: true, test: { name: "arena", include: ownProcess, testTimeout: 300_000 } },
      {
        extends: true,
        test: {
          name: "whole-tool",
          include: ["tests/**/*.test.ts"],
          exclude: [...wholeMachine, ...machinesPorts, ...hostile, ...long],
          testTimeout: 300_000,
          isolate: false,
        },
      },
      {
        extends: true,
        // After all others: two that both take every core end later than one after the other.
        test: {
          name: "bank",
          include: [...wholeMachine, ...machinesPorts],
          testTimeout: 300_000,
          sequence: { groupOrder: 1 },
        },
      },
      { extends: true, test: { name: "long", include: long, testTimeout: 300_000 } },
      {
        extends: true,
        test: { name: "hostile", include: hostile, testTimeout: 300_000, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
