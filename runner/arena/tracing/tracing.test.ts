import { expect, it } from "vitest";
import { straceLack, tracingLack } from "./tracing.ts";

it("does not trace where a program could kill its tracer", () => {
  const shared = { sandbox: false, unprivilegedUser: false };
  expect(tracingLack({ ...shared, signals: false })).toBe("tracing");
  // Where the kernel lets a process trace only its children, the answer is another.
  expect([straceLack(), "refused"]).toContain(tracingLack({ ...shared, signals: true }));
  expect(tracingLack({ ...shared, sandbox: true, signals: false })).toBe(straceLack());
});
