import { describe, expect, it } from "vitest";
import { instantOf, isTimeZone } from "./local-time.ts";

describe("instantOf", () => {
  it.each([
    ["2025-11-21 23:59", "Asia/Jakarta", "2025-11-21T16:59:00.000Z"],
    ["2025-11-21T23:59:30", "Asia/Jakarta", "2025-11-21T16:59:30.000Z"],
    ["2025-07-01 12:00", "Europe/Berlin", "2025-07-01T10:00:00.000Z"],
    ["2025-12-01 12:00", "Europe/Berlin", "2025-12-01T11:00:00.000Z"],
    ["2025-11-21 23:59+09:00", "Asia/Jakarta", "2025-11-21T14:59:00.000Z"],
    ["2025-11-21T23:59:00Z", null, "2025-11-21T23:59:00.000Z"],
    ["2024-02-29 00:00", "Pacific/Kiritimati", "2024-02-28T10:00:00.000Z"],
    ["2025-03-09 24:00", "America/New_York", "2025-03-10T04:00:00.000Z"],
  ])("%s in %s", (written, zone, expected) => {
    expect(instantOf(written, zone)?.toISOString()).toBe(expected);
  });

  it("means the later of two hours with one name", () => {
    expect(instantOf("2025-10-26 02:30", "Europe/Berlin")?.toISOString()).toBe("2025-10-26T01:30:00.000Z");
  });

  it.each([
    ["2025-02-30 12:00", "Asia/Jakarta"],
    ["2025-02-29 12:00", "Asia/Jakarta"],
    ["2025-13-01 12:00", "Asia/Jakarta"],
    ["2025-11-21 24:01", "Asia/Jakarta"],
    ["2025-11-21 23:60", "Asia/Jakarta"],
    ["2025-11-21", "Asia/Jakarta"],
    ["2011-12-30 12:00", "Pacific/Apia"],
    ["2025-03-30 02:30", "Europe/Berlin"],
    ["2025-11-21 23:59", null],
    ["21/11/2025 23:59", "Asia/Jakarta"],
    ["2025-11-21T23:59+99:00", null],
    ["tomorrow", "Asia/Jakarta"],
  ])("there is no moment %s in %s", (written, zone) => {
    expect(instantOf(written, zone)).toBeNull();
  });
});

it("knows time zones by their names", () => {
  expect(["Asia/Jakarta", "UTC", "Jakarta"].map(isTimeZone)).toEqual([true, true, false]);
});
