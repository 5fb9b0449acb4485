import { expect, it } from "vitest";
import { lookAt } from "../../tests/support/made-look.ts";
import { thriftyMs } from "./thrifty-ms.ts";

const ready = [{ kind: "started" }, { kind: "listening" }] as const;
/** 40 ms of CPU time. */
const look = lookAt(1000, { cpuTicks: 4 });

it("grants more to a program that needed more to get ready, or that has much to read", () => {
  expect(thriftyMs(look, ready, 0)).toBe(280);
  expect(thriftyMs(look, ready, 50_000)).toBe(480);
});

it.each([
  ["starts", look, [{ kind: "started" }]],
  ["is started again", look, [...ready, { kind: "started" }]],
  ["was not looked at yet", null, ready],
] as const)("grants a program what others get that %s", (_, seen, events) => {
  expect(thriftyMs(seen, events, 0)).toBeUndefined();
});
