import { expect, it, vi } from "vitest";
import { RecentlyMade } from "./recently-made.ts";

const large = (byte: number) => Buffer.alloc(20_000, byte);

it("makes a large value once, as long as others leave room for it", () => {
  const recent = new RecentlyMade(50_000);
  const make = vi.fn(() => large(1));
  const first = recent.get("a", make);
  recent.get("b", () => large(2));
  expect(recent.get("a", make)).toBe(first);
  expect(make).toHaveBeenCalledTimes(1);
  // "b" was used longest ago.
  recent.get("c", () => large(3));
  expect(recent.get("b", () => large(4))).toEqual(large(4));
  expect(recent.get("c", () => large(5))).toEqual(large(3));
});

it("keeps neither small values nor one that is larger than all that may be kept", () => {
  const recent = new RecentlyMade(50_000);
  const small = vi.fn(() => Buffer.from("small"));
  const huge = vi.fn(() => Buffer.alloc(60_000));
  for (const make of [small, huge]) {
    recent.get("it", make);
    recent.get("it", make);
    expect(make).toHaveBeenCalledTimes(2);
  }
});
