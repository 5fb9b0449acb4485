import { describe, expect, test } from "vitest";
import { holdsInPieces, holdsScattered } from "./holds.ts";

const bytes = (text: string) => Buffer.from(text);

describe("holdsInPieces", () => {
  test("finds bytes that stand together", () => {
    expect(holdsInPieces(bytes("Received: Halo, dunia!\n"), bytes("Halo, dunia!"), 1)).toBe(true);
  });

  test("finds as many labelled pieces as were sent, and no more", () => {
    const output = bytes("Received: Halo, \nReceived: dunia!\n");
    expect(holdsInPieces(output, bytes("Halo, dunia!"), 2)).toBe(true);
    expect(holdsInPieces(output, bytes("Halo, dunia!"), 1)).toBe(false);
  });
});

describe("holdsScattered", () => {
  const whole = Buffer.from(Array.from({ length: 1000 }, (_, index) => 65 + ((index * index + index * 7) % 58)));

  test("finds parts of any size from 16 bytes on, and a shorter last one", () => {
    const parts = [whole.subarray(0, 100), whole.subarray(100, 990), whole.subarray(990)];
    expect(holdsScattered(Buffer.concat(parts.flatMap((part) => [bytes("\nReceived: "), part])), whole)).toBe(true);
  });

  test("misses a part that is not there", () => {
    expect(holdsScattered(Buffer.concat([whole.subarray(0, 100), whole.subarray(120)]), whole)).toBe(false);
  });
});
