import type { LiveTest, Message, RunSummary, RunView, State } from "./contract.ts";

/** The state after a message: the server and the page use the same function, so that both have the same state. */
export function apply(state: State, message: Message): State {
  switch (message.type) {
    case "all":
      return message.state;
    case "run-began":
      return { ...state, runs: withRun(state.runs, message.run), now: nextView(state.now, message.run.n) };
    case "run-given-up":
      return { ...state, runs: state.runs.filter(({ n }) => n !== message.n) };
    case "run-ended":
      return { ...state, runs: withRun(state.runs, message.run), now: message.view };
    default:
      return state.now ? applyToRun(state, state.now, message) : state;
  }
}

type OfRun = Extract<Message, { type: "found" | "test-began" | "seen" | "test-ended" }>;

function applyToRun(state: State, now: RunView, message: OfRun): State {
  switch (message.type) {
    case "found":
      return { ...state, now: { ...now, programs: message.programs, waiting: message.tests } };
    case "test-began":
      return { ...state, now: { ...now, live: { ...now.live, [message.test]: nothingSeen } } };
    case "seen":
      return {
        ...state,
        now: { ...now, live: { ...now.live, [message.test]: seen(now.live[message.test], message) } },
      };
    case "test-ended": {
      const { [message.test.id]: _, ...live } = now.live;
      const waiting = now.waiting.filter((id) => id !== message.test.id);
      const tests = { ...now.tests, [message.test.id]: message.test };
      return { ...state, runs: withRun(state.runs, message.run), now: { ...now, tests, waiting, live } };
    }
  }
}

const nothingSeen: LiveTest = { play: -1, beganAtMs: 0, transcript: [] };

/** A test that is played again starts over. */
function seen(before: LiveTest | undefined, message: Extract<Message, { type: "seen" }>): LiveTest {
  const { play, beganAtMs, events } = message;
  const known = before?.play === play ? before.transcript : [];
  return { play, beganAtMs, transcript: [...known, ...events] };
}

/** The last result of a test is shown until it ends again. */
function nextView(before: RunView | null, n: number): RunView {
  const kept = before && { programs: before.programs, isolation: before.isolation, tests: before.tests };
  return { programs: [], isolation: null, tests: {}, ...kept, n, waiting: [], live: {}, problem: null };
}

function withRun(runs: readonly RunSummary[], run: RunSummary): RunSummary[] {
  return [...runs.filter(({ n }) => n !== run.n), run].slice(-mostRuns);
}

/** How many runs are kept. */
export const mostRuns = 20;
