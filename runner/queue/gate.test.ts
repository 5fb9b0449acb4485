import { expect, it } from "vitest";
import { Gate } from "./gate.ts";

function gateOf(places: number) {
  const said: string[] = [];
  const gate = new Gate(places, { pause: () => said.push("pause"), resume: () => said.push("resume") });
  return { gate, said };
}

it("lets in as many as there are places, and the next when one leaves", async () => {
  const { gate } = gateOf(2);
  expect(await Promise.all([gate.enter(false), gate.enter(false)])).toEqual([true, true]);
  const third = gate.enter(false);
  gate.leave();
  expect(await third).toBe(true);
});

it("lets a suspect in alone, and gives back all that is not begun", async () => {
  const { gate, said } = gateOf(1);
  await gate.enter(false);
  const waiting = gate.enter(false);
  const suspect = gate.enter(true);
  expect([await waiting, await gate.enter(false), await gate.enter(true)]).toEqual([false, false, false]);
  expect(said).toEqual(["pause"]);
  let isIn = false;
  void suspect.then(() => {
    isIn = true;
  });
  await Promise.resolve();
  expect(isIn).toBe(false);
  gate.leave();
  expect(await suspect).toBe(true);
  expect(await gate.enter(false)).toBe(false);
  gate.leave();
  expect(said).toEqual(["pause", "resume"]);
  expect(await gate.enter(false)).toBe(true);
});

it("lets nobody in once it is closed", async () => {
  const { gate } = gateOf(1);
  await gate.enter(false);
  const waiting = gate.enter(false);
  gate.close();
  expect([await waiting, await gate.enter(false), await gate.enter(true)]).toEqual([false, false, false]);
});
