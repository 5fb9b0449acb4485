import type { Arena, Insight } from "../arena/arena.ts";
import { diagnose } from "../diagnose/diagnose.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Failure } from "../model/result.ts";
import type { Text } from "../model/text.ts";
import { type Drawn, fill } from "../spec/draw.ts";
import type { Test } from "../spec/lab.ts";
import { steps as language } from "../spec/step-language.ts";
import type { World } from "../spec/world.ts";
import type { StepContext, StepFailure } from "../steps/step-context.ts";
import { Unplayable, type WhyUnplayable } from "../steps/support/unplayable.ts";
import { unplayableTexts } from "../texts/unplayable.ts";
import { blockedFacts, blockedPlaces, recordBlocked } from "./blocked-places.ts";
import { gatherEvidence } from "./gather-evidence.ts";
import { keepOutput } from "./keep-output.ts";
import { settle } from "./settle.ts";
import { TestRun } from "./test-run.ts";
import type { TestSetup } from "./test-setup.ts";
import { writeStep } from "./write-step.ts";

/** A failure with the innermost step that failed, as the lab wrote it. */
type PlayedFailure = StepFailure & { did?: string };

/**
 * Plays one test in a fresh network and says what was seen.
 *
 * Nothing is thrown: what goes wrong on the grader's side becomes an outcome with status `error`.
 */
export async function runTest(arena: Arena, test: Test, setup: Omit<TestSetup, "test">): Promise<Outcome> {
  arena.renewNetwork();
  const needs = insightsOf(test.steps);
  const run = new TestRun(arena, { ...setup, test, tracesCalls: needs.has("calls") }, playSteps);
  const startMs = performance.now();
  const lack = [...needs].map((insight) => arena.lacks(insight)).find((each) => each !== null);
  const verdict = lack ? unplayable({ code: lack }) : await verdictOn(test, run, setup);
  await run.end();
  return {
    test: test.id,
    ...verdict,
    durationMs: performance.now() - startMs,
    transcript: run.transcript.events,
    output: keepOutput(run.launched.get(setup.role)),
  };
}

type Verdict = Pick<Outcome, "status" | "failure" | "diagnosis" | "undecided" | "error" | "unplayable">;

async function verdictOn(test: Test, run: TestRun, setup: Omit<TestSetup, "test">): Promise<Verdict> {
  const passed = { status: "passed", failure: null, diagnosis: null, error: null } as const;
  try {
    const drawn = await run.enterWorld();
    const steps = fill(test.steps, drawn);
    demandDraws(steps, setup.world, drawn);
    const failed = await playAll(steps, run, setup);
    if (failed === null) return passed;
    const undecided = failed.gaveUp?.why === "undecided";
    if (undecided)
      return { ...passed, status: "error", undecided, error: "the machine was too busy to let the program answer" };
    return { ...passed, status: "failed", ...(await explain(test, failed, run, setup)) };
  } catch (fault) {
    if (fault instanceof Unplayable) return unplayable(fault.why);
    return { ...passed, status: "error", error: fault instanceof Error ? fault.message : String(fault) };
  }
}

/** What has no meaning on the machine's own network cannot be asked about there: nobody's fault but the machine's. */
function demandDraws(steps: Test["steps"], world: World | undefined, drawn: Drawn): void {
  const written = JSON.stringify(steps);
  const lacking = Object.keys(world?.draws ?? {}).find((name) => !(name in drawn) && written.includes(`{${name}}`));
  if (lacking === undefined) return;
  throw new Error(
    `this machine has nothing that could stand for ${lacking}; a network of its own is needed (tier full)`,
  );
}

function unplayable(why: WhyUnplayable): Verdict {
  const sentence = unplayableTexts[why.code] as (facts: WhyUnplayable) => Text;
  return { status: "skipped", failure: null, diagnosis: null, error: null, unplayable: sentence(why) };
}

/** What the steps, and those within them, must be able to learn of a program. */
function insightsOf(steps: readonly unknown[]): Set<Insight> {
  const words = new Set<string>();
  JSON.stringify(steps, (key, value) => {
    words.add(key);
    return value;
  });
  return new Set(Object.entries(language).flatMap(([word, { needs }]) => (needs && words.has(word) ? needs : [])));
}

/** Plays all steps; a server under test is launched first unless the test does that itself. */
async function playAll(
  steps: Test["steps"],
  run: TestRun,
  setup: Omit<TestSetup, "test">,
): Promise<(PlayedFailure & { step: number }) | null> {
  const isServer = setup.programs.find((program) => program.role === setup.role)?.kind === "server";
  if (isServer && !steps.some((step) => "start" in step)) {
    const failure = await playSteps([{ start: setup.role }], run);
    if (failure) return { ...failure, step: 0 };
  }
  for (const [index, step] of steps.entries()) {
    const failure = await playSteps([step], run);
    if (failure) return { ...failure, step: index };
  }
  return null;
}

async function playSteps(steps: readonly unknown[], context: StepContext): Promise<PlayedFailure | null> {
  for (const step of steps) {
    const [word, args] = Object.entries(step as Record<string, unknown>)[0] ?? ["", undefined];
    const failure: PlayedFailure | null = (await language[word]?.play(args, context)) ?? null;
    if (failure) return { ...failure, did: failure.did ?? (await writeStep(step)) };
  }
  return null;
}

async function explain(
  test: Test,
  failed: PlayedFailure & { step: number },
  run: TestRun,
  setup: Omit<TestSetup, "test">,
): Promise<Pick<Outcome, "failure" | "diagnosis">> {
  const { gaveUp, did, ...facts } = failed;
  const places = blockedPlaces(gaveUp ?? (await settle(run, setup.role)), run);
  recordBlocked(places, run);
  const wait = gaveUp && {
    gaveUp: gaveUp.why,
    waitedMs: Math.round(gaveUp.waitedMs),
    ...blockedFacts(places, failed.who),
  };
  const failure: Failure = { ...facts, did: did ?? "", facts: { ...facts.facts, ...wait } };
  const program = setup.programs.find((each) => each.role === setup.role);
  const diagnosis = program ? diagnose(gatherEvidence(test.id, failure, program, run, places)) : null;
  return { failure, diagnosis };
}
