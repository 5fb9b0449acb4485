import { describe, expect, it } from "vitest";
import { byteList, bytesOf, internetChecksum } from "./byte-list.ts";

const source = { payload: () => Buffer.from("PAY"), file: () => Buffer.from("FILE") };

function hex(...entries: string[]): string {
  return bytesOf(entries, source).toString("hex");
}

describe("a list of fields", () => {
  it("is laid out in network order unless it says otherwise", () => {
    expect(hex("u8 3", "u16 1", "u16le 1", "u32 0x01020304", "i8 -1", "u64 5", 'text "ab c"', "zeros 2")).toBe(
      "03000101000102030 4ff0000000000000005616220630000".replaceAll(" ", ""),
    );
    expect(hex("hex ff 00", "raw ÿ\u0001", "payload x", "text halo")).toBe(
      "ff00ff015041596 8616c6f".replaceAll(" ", ""),
    );
  });

  it("works out lengths and sums over the rest", () => {
    expect(hex("u16 length", "text abc")).toBe("0003616263");
    expect(hex("u8 7", "u16 length-all", "text abc")).toBe("070006616263");
    expect(hex("file a", "text hello").slice(0, 8)).toBe("46494c45");
    expect(hex("text hello", "u32 crc32-before")).toBe("68656c6c6f3610a686");
    expect(hex("u32 crc32", "text hello")).toBe("3610a68668656c6c6f");
    const packet = bytesOf(["u16 1", "u16 checksum", "u16 length", "text odd"], source);
    expect(internetChecksum(packet)).toBe(0);
    expect(hex("part 1 2 of file a", "part 2 9 of payload x", "part 9 9 of payload x")).toBe("494c59");
  });

  it("knows the example of RFC 1071", () => {
    expect(internetChecksum(Buffer.from("0001f203f4f5f6f7", "hex"))).toBe(0x220d);
  });

  it.each([
    ["u8 256", "256 does not fit into u8"],
    ["i8 -129", "-129 does not fit into i8"],
    ["u16 x", "`u16 x` needs a number, length, checksum or crc32"],
    ["hex f", "`hex f` has no pairs of hexadecimal digits"],
    ["word 3", "`word 3` is not a field: write u8, u16, u32, text, hex, zeros, raw, payload, file or part and a value"],
    [
      "word {n}",
      "`word {n}` is not a field: write u8, u16, u32, text, hex, zeros, raw, payload, file or part and a value",
    ],
    ["part 3 of file a", "`part 3 of file a` is not a part: write `part 512 512 of file big.bin`"],
  ])("refuses %s", (entry, message) => {
    expect(byteList.safeParse([entry]).error?.issues[0]?.message).toBe(message);
  });
});
