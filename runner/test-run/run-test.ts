import type { Arena } from "../arena/arena.ts";
import { ArenaLack } from "../arena/lack.ts";
import type { Outcome } from "../model/outcome.ts";
import { bypassLibraries } from "../model/prepared-program.ts";
import type { Text } from "../model/text.ts";
import { filesReadBy, insightsFor, rolesStartedBy, stepIn } from "../spec/every-step.ts";
import type { Test } from "../spec/lab.ts";
import type { World } from "../spec/world.ts";
import type { Step } from "../steps/step.ts";
import type { StepContext, StepFailure, WrittenSteps } from "../steps/step-context.ts";
import { namesNeeded } from "../steps/support/fill.ts";
import { referredIn } from "../steps/support/references.ts";
import { Unplayable } from "../steps/support/unplayable.ts";
import type { PlayedFailure } from "./explain.ts";
import { followTranscript } from "./follow-transcript.ts";
import type { Programs } from "./programs.ts";
import { TestRun } from "./test-run.ts";
import type { TestSetup } from "./test-setup.ts";
import { toOutcome, type Verdict, verdictOf } from "./verdict.ts";
import { withValues } from "./with-values.ts";
import { writeStep } from "./write-step.ts";

/**
 * Plays one test on a launch and in a network of its own, and returns its outcome.
 *
 * Nothing is thrown: what goes wrong on the grader's side becomes an outcome with status `error`.
 */
export async function runTest(arena: Arena, test: Test, setup: Omit<TestSetup, "test">): Promise<Outcome> {
  arena.renewNetwork({ isShared: bypassLibraries(setup.programs) });
  const tracesCalls = insightsFor(test.steps).has("calls");
  const run = new TestRun(arena, { ...setup, test, tracesCalls, keptFiles: filesReadBy(test.steps) }, playSteps);
  const startMs = performance.now();
  const verdict = await verdictOn(arena, test, run, setup);
  await run.end();
  return toOutcome(test, verdict, run, startMs);
}

/**
 * Plays one test on an existing launch. The launch goes on if the test passes and the programs are then as they were before; else it is
 * ended.
 */
export async function runTestOn(
  programs: Programs,
  arena: Arena,
  test: Test,
  setup: Omit<TestSetup, "test">,
): Promise<{ outcome: Outcome; goesOn: boolean }> {
  const run = new TestRun(arena, { ...setup, test }, playSteps, programs);
  const startMs = performance.now();
  const verdict = await verdictOn(arena, test, run, setup);
  const goesOn = verdict.status === "passed" && (await run.leave());
  if (!goesOn) await run.end();
  return { outcome: toOutcome(test, verdict, run, startMs), goesOn };
}

async function verdictOn(arena: Arena, test: Test, run: TestRun, setup: Omit<TestSetup, "test">): Promise<Verdict> {
  const unfollow = setup.follow && followTranscript(run.transcript, setup.follow);
  try {
    return await judge(arena, test, run, setup);
  } finally {
    unfollow?.();
  }
}

async function judge(arena: Arena, test: Test, run: TestRun, setup: Omit<TestSetup, "test">): Promise<Verdict> {
  const play = async () => {
    demandInsights(test.steps, arena);
    await run.takePorts();
    await run.enterWorld();
    demandDraws(test.steps, setup.world, run);
    return playAll(test.steps, run, setup);
  };
  return verdictOf(play, test, run, setup);
}

/** @throws ArenaLack if the machine does not show something about programs that the steps need */
export function demandInsights(steps: WrittenSteps, arena: Arena): void {
  const lack = [...insightsFor(steps)].map((insight) => arena.lacks(insight)).find((each) => each !== null);
  if (lack) throw new ArenaLack(lack);
}

/** @throws Unplayable if steps need draws that have no value on the machine's own network */
export function demandDraws(steps: WrittenSteps, world: World | undefined, { values }: StepContext): void {
  const needed = namesNeeded(steps);
  const isLacking = Object.keys(world?.draws ?? {}).some((name) => !values.has(name) && needed.has(name));
  if (isLacking) throw new Unplayable({ code: "world" });
}

/** Plays all steps; a server under test is started first unless a step does that. */
async function playAll(
  steps: Test["steps"],
  run: TestRun,
  setup: Omit<TestSetup, "test">,
): Promise<(PlayedFailure & { step: number }) | null> {
  const isServer = setup.programs.find((program) => program.role === setup.role)?.kind === "server";
  if (isServer && !run.launched.has(setup.role) && !rolesStartedBy(steps).includes(setup.role)) {
    const failure = await playSteps([{ start: setup.role }], run);
    if (failure) return { ...failure, step: 0 };
  }
  for (const [index, step] of steps.entries()) {
    const failure = await playSteps([step], run);
    if (failure) return { ...failure, step: index };
  }
  return null;
}

/** Plays steps one after another, until one fails. */
export async function playSteps(steps: WrittenSteps, run: TestRun): Promise<PlayedFailure | null> {
  for (const written of steps) {
    const filled = withValues(written, run);
    if ("unreadable" in filled) return unreadable(written, filled.unreadable);
    const { word, step, args } = stepIn(filled.step);
    const failure: PlayedFailure | null = (await arrivals(step, args, run)) ?? (await playStep(step, args, run));
    const says = filled.step.says as Text | undefined;
    if (failure) return { ...(says && { says }), ...failure, did: failure.did ?? (await writeStep(word, args)) };
  }
  return null;
}

async function playStep(step: Step, args: unknown, run: TestRun): Promise<PlayedFailure | null> {
  await run.prepareFor(step);
  return step.play(args, run);
}

/** Waits for the peers that a step names and that exist only when a program has connected. */
async function arrivals(step: Step, args: unknown, context: StepContext): Promise<StepFailure | null> {
  if (context.promised.size === 0) return null;
  for (const { name } of referredIn(step.schema, args)) {
    if (!context.promised.has(name)) continue;
    const waited = await context.until(() => context.peers.get(name));
    if ("gaveUp" in waited) return { code: "no-connection", who: name, gaveUp: waited.gaveUp };
  }
  return null;
}

async function unreadable(written: WrittenSteps[number], value: string): Promise<PlayedFailure> {
  const { word, args } = stepIn(written);
  const says = written.says as Text | undefined;
  const facts = { value, bound: "readable" as const, wanted: "" };
  return { code: "value-differs", facts, ...(says && { says }), did: await writeStep(word, args) };
}
