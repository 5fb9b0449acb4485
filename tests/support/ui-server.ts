import type { Page } from "playwright-core";
import { expect } from "vitest";
import { until } from "./test-arena.ts";
import { nothingLeft, type Run, Workplace } from "./workplace.ts";

/** `wirecheck ui` while a test looks at its page. */
export class UiServer {
  readonly address: string;
  readonly #run: Run;
  readonly #place: Workplace;

  private constructor(run: Run, place: Workplace) {
    this.#run = run;
    this.#place = place;
    this.address = /http:\S+/.exec(run.said.stdout)?.[0] ?? "";
  }

  /** Starts it with these arguments, and waits until it prints its address. */
  static async start(...args: readonly string[]): Promise<UiServer> {
    const place = new Workplace();
    const run = place.start(["ui", ...args]);
    await until(() => /http:\S+/.test(run.said.stdout), 60_000);
    return new UiServer(run, place);
  }

  get pid(): number {
    return this.#run.child.pid as number;
  }

  get port(): string {
    return new URL(this.address).port;
  }

  /** Ends it as Ctrl-C does, and checks that nothing is left behind. */
  async end(): Promise<void> {
    this.#run.child.kill("SIGINT");
    const { status } = await this.#run.ended;
    expect({ status, ...this.#place.leftovers() }).toEqual({ status: 0, ...nothingLeft });
    this.#place.remove();
  }

  /** Kills it. */
  async kill(): Promise<void> {
    this.#run.child.kill("SIGKILL");
    await this.#run.ended;
    this.#place.remove();
  }
}

/** Waits until as many hand-ins of the class are shown as graded. */
export async function gradedOnPage(page: Page, count: number): Promise<void> {
  await page.locator(`#progress-words[data-graded="${count}"]`).waitFor({ timeout: 120_000 });
}
