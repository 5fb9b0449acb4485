import type { Directions } from "./import-direction.ts";

/** The data that the stages hand to one another: everybody may know it. */
const common = ["runner/text.ts", "runner/diagnosis-codes.ts", "runner/result.ts"];

/** What happens outside wirecheck, and the places where it does. */
const grounds = ["runner/wire", "runner/watch", "runner/arena"];

/** What a lab can say, and what can be concluded from what happens then. */
const language = ["runner/steps", "runner/diagnose", "runner/spec"];

const stages: Directions = {
  "runner/text.ts": [],
  "runner/diagnosis-codes.ts": [],
  "runner/result.ts": ["runner/text.ts", "runner/diagnosis-codes.ts"],

  "runner/class-result.ts": ["runner/text.ts", "runner/result.ts"],

  "runner/verification.ts": common,

  "runner/at-once.ts": [],

  "runner/scratch.ts": [],
  "runner/scratch.test.ts": ["runner/scratch.ts"],

  "runner/texts": common,
  "runner/watch": common,
  "runner/wire": common,
  reports: [...common, "runner/texts", "runner/class-result.ts", "runner/verification.ts"],

  "runner/arena": [...common, "runner/watch"],
  "runner/launchers": common,
  "runner/steps": [...common, "runner/wire", "runner/watch", "runner/arena/arena.ts"],
  "runner/diagnose": [...common, "runner/texts", "runner/wire", "runner/watch", "runner/steps"],
  "runner/spec": [...common, "runner/steps", "runner/launchers", "runner/diagnose"],
  "runner/handin": [...common, "runner/texts", "runner/launchers", "runner/spec"],

  "runner/outcome.ts": common,
  "runner/scenario": [...common, "runner/texts", ...grounds, ...language, "runner/outcome.ts"],
  "runner/score": [...common, "runner/texts", "runner/spec/lab.ts", "runner/outcome.ts", "runner/class-result.ts"],
  "runner/worker": [...common, ...grounds, ...language, "runner/outcome.ts", "runner/scenario"],
  "runner/prepare": [
    ...[...common, "runner/texts", "runner/launchers", "runner/spec", "runner/handin"],
    ...["runner/arena/environment.ts", "runner/scenario", "runner/worker"],
  ],
};

/** Which parts of wirecheck know which, from the bottom up; nobody knows the command line. */
export const directions: Directions = {
  ...stages,
  "runner/grade.ts": Object.keys(stages),
  "runner/class": [...Object.keys(stages), "runner/grade.ts"],
  "runner/verify": [...Object.keys(stages), "runner/grade.ts"],
  "runner/manual": [...Object.keys(stages), "runner/verify"],
  "runner/cli": [...Object.keys(stages), "runner/grade.ts", "runner/class", "runner/verify"],
};
