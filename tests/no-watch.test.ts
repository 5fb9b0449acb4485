import { afterAll, beforeAll, describe, it, vi } from "vitest";
import type { Result } from "../runner/model/result.ts";
import { check } from "./support/check.ts";
import { hurriedLab } from "./support/hurried-lab.ts";
import { Workplace } from "./support/workplace.ts";

vi.setConfig({ maxConcurrency: 3 });

let place: Workplace;
beforeAll(() => {
  place = new Workplace();
});
afterAll(() => place.remove());

/** Programs and tests that wait for something that comes, comes late, or never comes. */
const waiting: readonly [lab: string, folder: string, tests: string][] = [
  ["tcp-echo-once", "reference/tcp-echo-once/python", "next-client interrupt restart port-in-use server-absent exits"],
  ["tcp-echo-once", "fixtures/tcp-echo-once/reads-until-eof", "echo-text"],
  ["udp-echo", "fixtures/udp-echo/one-shot", "echo-datagram boundaries"],
  ["timeouts", "fixtures/timeouts/correct-polling", "gives-up in-time not-a-busy-loop"],
];

describe.concurrent("fixed limits judge as the watch does", () => {
  it.for(waiting)("in %s on %s", async ([lab, folder, tests], { expect }) => {
    const only = ["--only", ...tests.split(" ")];
    // Without the watch every wait in vain takes its whole limit.
    const blindLab = hurriedLab(place.folder, lab, "idle: 2s");
    const seeing = await check(lab, folder, ...only);
    const blind = await check(blindLab, folder, "--no-watch", ...only);
    expect(verdicts(blind)).toEqual(verdicts(seeing));
  });
});

/**
 * Status of every test, by id; without diagnoses, because many need to know where the program was blocked, which only
 * the watch sees.
 */
function verdicts({ tests }: Result): Record<string, string> {
  return Object.fromEntries(tests.map(({ id, status }) => [id, status]));
}
