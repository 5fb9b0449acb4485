import { expect, test } from "vitest";
import { systemCallName } from "./system-calls.ts";

test.each([
  ["recvfrom", 45, 207],
  ["accept4", 288, 242],
  ["epoll_pwait", 281, 22],
  ["clock_nanosleep", 230, 115],
  ["futex", 202, 98],
])("%s on both architectures", (name, x64, arm64) => {
  expect(systemCallName(x64, "x64")).toBe(name);
  expect(systemCallName(arm64, "arm64")).toBe(name);
});

test("what it does not know has no name", () => {
  expect(systemCallName(9999, "x64")).toBeNull();
  expect(systemCallName(7, "arm64")).toBeNull();
  expect(systemCallName(0, "s390x")).toBeNull();
});
