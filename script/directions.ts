import type { Directions } from "./import-direction.ts";

/** The data that stages pass to each other, and where wirecheck is installed: every folder may import them. */
const common = ["runner/model", "runner/package-root.ts", "runner/trace.ts"];

/** What launchers know of running programs: their output and the threads of their runtimes. */
const readers = ["runner/launchers/read-output.ts", "runner/launchers/runtime.ts", "runner/launchers/runtimes.ts"];

/** Everything outside wirecheck: networks, the kernel, programs and their isolation. */
const outside = ["runner/wire", "runner/linux", "runner/watch", "runner/arena", "runner/local"];

/** What a lab can express, and the diagnoses of what happens then. */
const language = ["runner/steps", "runner/diagnose", "runner/spec"];

const stages: Directions = {
  "runner/model": [],
  "runner/package-root.ts": [],
  "runner/at-once.ts": [],
  "runner/is-alive.ts": [],
  "runner/cache-folder.ts": [],
  "runner/engine.ts": ["runner/cache-folder.ts"],
  "runner/trace.ts": [],
  "runner/trace.test.ts": ["runner/trace.ts"],
  "runner/remove-tree.ts": [],
  "runner/remove-tree.test.ts": ["runner/remove-tree.ts"],
  "runner/scratch.ts": ["runner/is-alive.ts", "runner/remove-tree.ts"],
  "runner/scratch.test.ts": ["runner/scratch.ts"],

  "runner/texts": common,
  "runner/linux": common,
  "runner/launchers": [...common, "runner/cache-folder.ts", "runner/linux"],
  "runner/watch": [...common, "runner/linux", ...readers],
  "runner/wire": [...common, "runner/linux/broke-off.ts"],

  "runner/arena": [...common, "runner/remove-tree.ts", "runner/linux", "runner/watch"],
  "runner/local": [...common, "runner/is-alive.ts", "runner/remove-tree.ts", "runner/linux", "runner/arena"],
  "runner/steps": [
    ...common,
    ...readers,
    "runner/wire",
    "runner/linux",
    "runner/watch",
    ...["arena", "running-program", "lack"].map((name) => `runner/arena/${name}.ts`),
  ],
  "runner/diagnose": [...common, "runner/launchers", "runner/texts", "runner/wire", "runner/watch", "runner/steps"],
  reports: [...common, "runner/texts", "runner/diagnose/index.ts"],
  "runner/spec": [
    ...common,
    "runner/remove-tree.ts",
    "runner/scratch.ts",
    "runner/steps",
    "runner/launchers",
    "runner/diagnose",
  ],
  "runner/handin": [...common, "runner/texts", "runner/launchers", "runner/spec"],

  "runner/test-run": [...common, "runner/launchers", "runner/texts", ...outside, ...language],
  "runner/score": [...common, "runner/texts", "runner/spec/lab.ts", "runner/spec/every-step.ts"],
  "runner/worker": [...common, "runner/remove-tree.ts", "runner/engine.ts", ...outside, ...language, "runner/test-run"],
  "runner/prepare": [
    ...[...common, "runner/texts", "runner/launchers", "runner/spec", "runner/handin"],
    ...["runner/arena/environment.ts", "runner/worker"],
  ],
};

/** Which folders may import which, from the bottom up; only the public interface may import parts of the command line. */
export const directions: Directions = {
  ...stages,
  "runner/grade": Object.keys(stages),
  "runner/class": [...Object.keys(stages), "runner/grade"],
  "runner/ui": [...Object.keys(stages), "runner/grade", "runner/class"],
  "runner/queue": [...Object.keys(stages), "runner/class"],
  "runner/verify": [...Object.keys(stages), "runner/grade"],
  "runner/export": [...common, "runner/launchers", "runner/spec"],
  "runner/record": [...common, "runner/spec", "runner/steps", "runner/test-run", "runner/wire"],
  "runner/manual": [...Object.keys(stages), "runner/verify", "runner/class"],
  "runner/cli": [
    ...Object.keys(stages),
    "runner/grade",
    "runner/class",
    "runner/queue",
    "runner/ui",
    "runner/verify",
    "runner/export",
    "runner/record",
  ],
  "runner/api": [
    ...Object.keys(stages),
    "runner/grade",
    ...["choose-tier", "grading-options", "read-lab"].map((name) => `runner/cli/${name}.ts`),
  ],
};
