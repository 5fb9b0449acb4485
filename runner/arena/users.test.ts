import { expect, it } from "vitest";
import { usersOf } from "./users.ts";

it.runIf(usersOf(1))("gives workers, whatever their pids, users that no other has", () => {
  const users = [1, 2, 3, 2 ** 15, 2 ** 22 - 1].flatMap((pid) => usersOf(pid) ?? []);
  expect(new Set(users).size).toBe(users.length);
  expect(Math.min(...users)).toBeGreaterThanOrEqual(64_000);
  expect(Math.max(...users)).toBeLessThan(2 ** 31);
});
