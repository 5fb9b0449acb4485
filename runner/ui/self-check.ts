import { randomInt } from "node:crypto";
import { basename } from "node:path";
import { apply, mostRuns } from "../../reports/ui/apply.ts";
import type { Message, Order, RunView, SourceView, State } from "../../reports/ui/contract.ts";
import { Feed } from "./feed.ts";
import { KeptPool } from "./kept-pool.ts";
import { labViewOf } from "./lab-view.ts";
import { nothingPlayed, playRun, type RunPlan } from "./play-run.ts";
import type { SelfCheckSetup } from "./self-check-setup.ts";
import { ShownTests } from "./shown-tests.ts";
import { Sources } from "./sources.ts";

/** A finished run, kept for comparison. */
interface KeptRun {
  view: RunView;
  sources: Sources;
}

/**
 * A hand-in that its author works on: graded when it is opened, at each save and on request, one run at a time; a new
 * run aborts the present one. Everything that happens is published in the feed.
 */
export class SelfCheck {
  readonly feed = new Feed<Message>(() => ({ type: "all", state: this.#state }));
  readonly #setup: SelfCheckSetup;
  readonly #shown: ShownTests;
  readonly #pool: KeptPool;
  readonly #kept = new Map<number, KeptRun>();
  readonly #onFault: (fault: unknown) => void;
  #state: State;
  #seed: number;
  #runs = 0;
  #current: { abort: AbortController; done: Promise<void> } | null = null;

  constructor(setup: SelfCheckSetup, onFault: (fault: unknown) => void) {
    this.#setup = setup;
    this.#seed = setup.seed;
    this.#onFault = onFault;
    this.#shown = new ShownTests(setup.lab);
    this.#pool = new KeptPool({ tier: setup.tier, watch: setup.watch });
    this.#state = {
      lab: labViewOf(setup.lab, this.#shown),
      handIn: basename(setup.path),
      language: setup.language,
      runs: [],
      now: null,
    };
  }

  get state(): State {
    return this.#state;
  }

  /** Runs all tests, because the hand-in was opened or saved. */
  begin(reason: "opened" | "saved"): void {
    this.#begin({ reason, only: this.#setup.only });
  }

  /** Runs the tests of an order; false when there is no such test, or none that failed. */
  take({ tests, seed = "same" }: Order): boolean {
    const only = tests === "all" ? this.#setup.only : this.#realIds(tests === "failed" ? this.#failed() : tests);
    if (only?.length === 0) return false;
    if (seed === "new") this.#seed = randomInt(2 ** 32);
    this.#begin({ reason: "asked", only });
    return true;
  }

  /** One of the last runs. */
  run(n: number): RunView | null {
    return n === this.#state.now?.n ? this.#state.now : (this.#kept.get(n)?.view ?? null);
  }

  /** A file as it was in a run. */
  async source(n: number, file: string): Promise<SourceView | null> {
    return (await this.#kept.get(n)?.sources.show(file)) ?? null;
  }

  async close(): Promise<void> {
    this.#current?.abort.abort();
    await this.#current?.done;
    await this.#pool.close();
  }

  #failed(): string[] {
    return Object.values(this.#state.now?.tests ?? {})
      .filter(({ status }) => status === "failed" || status === "error")
      .map(({ id }) => id);
  }

  #realIds(shown: readonly string[]): string[] {
    return shown.flatMap((id) => this.#shown.testOf(id) ?? []);
  }

  #begin(asked: Pick<RunPlan, "reason" | "only">): void {
    this.#current?.abort.abort();
    const before = this.#current?.done ?? Promise.resolve();
    const abort = new AbortController();
    const done = before.then(() => (abort.signal.aborted ? undefined : this.#play(asked, abort.signal)));
    this.#current = { abort, done };
  }

  async #play(asked: Pick<RunPlan, "reason" | "only">, signal: AbortSignal): Promise<void> {
    const n = ++this.#runs;
    const sources = new Sources();
    const before = this.#latest();
    const plan = { ...asked, n, seed: this.#seed, failedBefore: this.#realIds(this.#failed()) };
    this.#keep(n, { view: { ...nothingPlayed, n }, sources });
    try {
      await this.#pool.lend(signal, (pool) =>
        playRun({
          ...{ plan, setup: this.#setup, shown: this.#shown, pool, signal },
          state: () => this.#state,
          tell: (message) => this.#tell(message),
          keepFile: (file, read) => sources.keep(file, read, before),
          filesKept: () => sources.open(),
        }),
      );
    } catch (fault) {
      if (!signal.aborted) this.#broke(n, fault);
    }
    sources.open();
    const { now } = this.#state;
    if (signal.aborted) this.#giveUp(n);
    else if (now?.n === n) this.#keep(n, { view: now, sources });
  }

  #giveUp(n: number): void {
    this.#kept.delete(n);
    this.#tell({ type: "run-given-up", n });
  }

  /** Shows the fault in the page; the next run may succeed. */
  #broke(n: number, fault: unknown): void {
    this.#onFault(fault);
    const run = this.#state.runs.find((each) => each.n === n);
    const words = fault instanceof Error ? fault.message : String(fault);
    const view: RunView = { ...nothingPlayed, n, problem: { en: words, id: words } };
    if (run) this.#tell({ type: "run-ended", run: { ...run, state: "broken" }, view });
  }

  #tell(message: Message): void {
    this.#state = apply(this.#state, message);
    this.feed.publish(message);
  }

  #latest(): Sources | null {
    return [...this.#kept.values()].at(-1)?.sources ?? null;
  }

  #keep(n: number, run: KeptRun): void {
    this.#kept.set(n, run);
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined && this.#kept.size > mostRuns) this.#kept.delete(oldest);
  }
}
