import { describe, expect, it } from "vitest";
import { type Failure, failureCodes, failure as failureSchema, type PlainFailure } from "../model/failure.ts";
import { languages } from "../model/text.ts";
import { failureSentence } from "./failures.ts";

describe("a failure in words", () => {
  const bytes = (length: number) => ({ length, head: "" });

  it.each<[PlainFailure, string, string]>([
    [
      {
        code: "no-reply",
        who: "alice",
        expected: bytes(12),
        facts: { gaveUp: "stuck", blockedIn: "recv", blockedOn: "bob" },
      },
      "alice waited for a reply of 12 bytes and got nothing back. Nothing can follow: your program is blocked in recv() on bob's connection and nothing will ever wake it.",
      "alice menunggu balasan sepanjang 12 byte, tetapi tidak menerima apa-apa. Tidak ada lagi yang akan datang: program Anda tertahan di recv() pada koneksi bob dan tidak akan pernah lanjut.",
    ],
    [
      {
        code: "no-reply",
        who: "alice",
        facts: { gaveUp: "late", waitedMs: 55, blockedIn: "sleep", blockedOn: "other" },
      },
      "alice waited for a reply and got nothing back. Your program is blocked in sleep() until a time beyond the limit of this test; before that nothing will come.",
      "alice menunggu balasan, tetapi tidak menerima apa-apa. Program Anda tertahan di sleep() sampai melewati batas waktu tes ini; sebelum itu tidak ada yang datang.",
    ],
    [
      {
        code: "reply-incomplete",
        who: "bob",
        expected: bytes(1_048_576),
        actual: bytes(1024),
        facts: { gaveUp: "idle", waitedMs: 2500 },
      },
      "bob got 1 024 of 1 048 576 bytes; what came is right, but the rest is missing. The grader waited 2.5 s.",
      "bob menerima 1 024 dari 1 048 576 byte; yang datang sudah benar, tetapi sisanya tidak ada. Penguji sudah menunggu 2,5 detik.",
    ],
    [
      {
        code: "reply-differs",
        who: "alice",
        expected: bytes(12),
        actual: bytes(13),
        difference: { offset: 1, windowStart: 0, expected: "", actual: "" },
      },
      "alice should have got 12 bytes and got 13 bytes. The first byte is right; the next one differs.",
      "alice seharusnya menerima 12 byte, tetapi menerima 13 byte. Byte pertama sudah benar; byte berikutnya berbeda.",
    ],
    [
      { code: "no-reply", who: "bob", facts: { unasked: true } },
      "bob waited for a message and got nothing.",
      "bob menunggu sebuah pesan, tetapi tidak menerima apa-apa.",
    ],
    [
      {
        code: "reply-differs",
        who: "alice",
        expected: bytes(80),
        actual: bytes(1024),
        difference: { offset: 80, windowStart: 0, expected: "", actual: "" },
      },
      "alice should have got 80 bytes and got 1 024 bytes. The first 80 bytes are right; the rest should not be there.",
      "alice seharusnya menerima 80 byte, tetapi menerima 1 024 byte. Sebanyak 80 byte pertama sudah benar; sisanya tidak seharusnya ada.",
    ],
    [
      { code: "refused", who: "bob", facts: { address: "127.0.0.1", port: 12345, error: "ECONNREFUSED" } },
      "bob could not connect to 127.0.0.1 port 12345: connection refused. Nothing was listening there at that moment.",
      "bob tidak dapat terhubung ke 127.0.0.1 port 12345: koneksi ditolak. Saat itu tidak ada yang listen di sana.",
    ],
    [
      {
        code: "not-listening",
        who: "server",
        facts: { family: "ipv6", gaveUp: "stuck", blockedIn: "accept", blockedOn: "listening" },
      },
      "Your server does not listen over IPv6, so no client that uses it can connect.",
      "Server Anda tidak mendengarkan (listen) lewat IPv6, sehingga client yang memakainya tidak dapat terhubung.",
    ],
    [
      { code: "wrong-port", who: "server", facts: { given: 41234, found: 5000 } },
      "Your server did not use port 41234, the one it was given, and used port 5000 instead.",
      "Server Anda tidak memakai port 41234 yang diberikan dan justru memakai port 5000.",
    ],
    [
      { code: "wrong-status", who: "server", facts: { status: 1, wanted: "0,130" } },
      "Your server ended with the wrong exit status (exit status 1); it should be 0 or 130.",
      "Server Anda berakhir dengan status keluar yang salah (status keluar 1); seharusnya 0 atau 130.",
    ],
    [
      { code: "closed-wrongly", who: "alice", facts: { how: "reset", wanted: "orderly" } },
      "The connection with alice did not end as it should have: it ended with a reset (RST), and should have ended in an orderly way (FIN).",
      "Koneksi dengan alice tidak berakhir sebagaimana mestinya: koneksi berakhir dengan reset (RST), seharusnya secara tertib (FIN).",
    ],
  ])("says what happened: %o", (facts, english, indonesian) => {
    const failure: Failure = { ...facts, step: 1, did: "" };
    expect(failureSentence(failure, "en").replaceAll("\u00a0", " ")).toBe(english);
    expect(failureSentence(failure, "id").replaceAll("\u00a0", " ")).toBe(indonesian);
  });

  it.each(failureCodes)("is a sentence for %s even when nothing is known", (code) => {
    for (const language of languages) {
      const sentence = failureSentence(failureSchema.parse({ code, step: 0, did: "" }), language);
      expect(sentence).toMatch(/^\p{Lu}.{20,}\.$/u);
      expect(sentence).not.toMatch(/undefined|NaN|\s{2}|\s[.,;:)]/);
    }
  });

  it("lets no name or output from a program control a terminal", () => {
    const failure: Failure = { code: "traceback", step: 0, did: "", who: "\u001b[2J", facts: { line: "\u202eevil\n" } };
    expect(failureSentence(failure, "en")).toContain("Your \\x1b[2J");
    expect(failureSentence(failure, "en")).toContain("\\u{202e}evil\\n");
  });
});
