import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { sampleFailure, sampleResult, sampleTest, splitMessage } from "../../tests/support/sample-results.ts";
import { consoleReport } from "./console.ts";

const plain = { language: "en", colour: false } as const;

describe("a report at 80 columns", () => {
  it("tells in English what passed, what failed and why", () => {
    expect(consoleReport(mixedResult(), plain)).toMatchInlineSnapshot(`
      "TCP echo server · tugas1_budi

        server  server.py · Python · port: --port N

        ✓ The server starts and listens                                            6/6
        ✗ A message that arrives in pieces comes back whole                        0/8
        ✗ 1 MiB comes back                                                         0/8
        ✗ Text outside ASCII comes back as it was sent, byte for byte, whatever    0/8
          the language
        ✓ IPv6 works too (extra credit)                                             +4
        – Fifty clients at once                                                    0/6
        – A reset under load                                                       0/6
        ! It starts again at once                                                  ?/6
          2 tests skipped because concurrent failed

        Points                                                                   10/42
        2 passed, 3 failed, 2 skipped, 1 not graded, 2.3 s

        What to fix first
          +16 points: Reads only once (2 tests)
          +8 points: Text outside ASCII comes back as it was sent, byte for byte,
          whatever the language (1 test)

      ────────────────────────────────────────────────────────────────────────────────

      ✗ split-message: A message that arrives in pieces comes back whole           0/8

          alice got 6 of 15 bytes; what came is right, but the rest is missing.
          Nothing can follow: your program is blocked in accept() for another client
          and nothing will ever wake it.

          expected  "Halo, dunia ☕"
          came      "Halo, "
                           ^ after 6 equal bytes

          cause     Reads only once (reads-once)
          seen      Your server called recv once on alice's connection, sent 6 bytes
                    back, and is now blocked in accept() while 9 more bytes wait
                    unread.
          idea      TCP is a stream of bytes: one send may arrive as several recv, and
                    one recv may hold several sends.
          look at   Call recv in a loop, handling each part as it comes, until recv
                    returns no bytes at all: then the other side has finished.

          See it yourself:
            python3 -c 'import socket, time; s = socket.create_connection(("localhost", 5000)); s.send(b"Halo, ")'

      ✗ large: 1 MiB comes back                                                    0/8

          alice got 6 of 15 bytes; what came is right, but the rest is missing.
          Nothing can follow: your program is blocked in accept() for another client
          and nothing will ever wake it.
          Reads only once: same cause as split-message

      ✗ echo-utf8: Text outside ASCII comes back as it was sent, byte for byte,    0/8
        whatever the language

          alice should have got "Halo, dunia ☕" and got "Halo, dunia ?\\n".

          expected  "Halo, dunia ☕"
          came      "Halo, dunia ?\\n"
                                 ^ after 12 equal bytes

          idea      TCP is a stream of bytes - one send is not one recv.

          Last lines of the error output:
          │ Traceback (most recent call last):
          │   File "server.py", line 12\\x1b[31m

      ! restart: It starts again at once                                           ?/6

          This is not your fault: wirecheck or the machine failed here. It costs you
          no marks; tell your instructor.
          bwrap is missing

      seed 42 · isolation full: a network and a sandbox of its own
      Again:    wirecheck check tcp-echo tugas1_budi --seed 42
      One test: wirecheck check tcp-echo tugas1_budi --only split-message --seed 42
      "
    `);
  });

  it("tells the same in Indonesian", () => {
    expect(consoleReport(sampleResult([splitMessage()]), { ...plain, language: "id" })).toMatchInlineSnapshot(`
      "Server echo TCP · tugas1_budi

        server  server.py · Python · port: --port N

        ✗ Pesan yang datang terpotong kembali utuh                                 0/8

        Nilai                                                                      0/8
        1 gagal, 2,3 detik

        Yang perlu diperbaiki dulu
          +8 poin: Hanya membaca sekali (1 tes)

      ────────────────────────────────────────────────────────────────────────────────

      ✗ split-message: Pesan yang datang terpotong kembali utuh                    0/8

          alice menerima 6 dari 15 byte; yang datang sudah benar, tetapi sisanya tidak
          ada. Tidak ada lagi yang akan datang: program Anda tertahan di accept()
          menunggu client lain dan tidak akan pernah lanjut.

          seharusnya  "Halo, dunia ☕"
          diterima    "Halo, "
                             ^ setelah 6 byte yang sama

          sebab       Hanya membaca sekali (reads-once)
          terlihat    Server Anda memanggil recv satu kali untuk koneksi alice,
                      mengirim balik 6 byte, dan kini tertahan di accept() sementara 9
                      byte lagi belum dibaca.
          konsep      TCP adalah aliran byte: satu send bisa tiba sebagai beberapa
                      recv, dan satu recv bisa memuat beberapa send.
          periksa     Panggil recv di dalam perulangan dan olah setiap bagian begitu
                      datang, sampai recv tidak mengembalikan byte sama sekali:
                      artinya pihak lawan sudah selesai mengirim.

          Coba sendiri:
            python3 -c 'import socket, time; s = socket.create_connection(("localhost", 5000)); s.send(b"Halo, ")'

      seed 42 · isolasi full: jaringan dan sandbox tersendiri
      Ulangi:   wirecheck check tcp-echo tugas1_budi --seed 42
      Satu tes: wirecheck check tcp-echo tugas1_budi --only split-message --seed 42
      "
    `);
  });

  it("has the same words in colour", () => {
    const coloured = consoleReport(mixedResult(), { ...plain, colour: true });
    expect(coloured).toContain("\u001b[32m✓\u001b[39m The server starts and listens");
    expect(coloured).toContain('\u001b[31m"Halo, "\u001b[39m');
    expect(stripVTControlCharacters(coloured)).toBe(consoleReport(mixedResult(), plain));
  });

  it("says that all is well and how to play the same again", () => {
    const report = consoleReport(sampleResult([sampleTest()]), {
      ...plain,
      typed: { lab: "tcp-echo", path: "my work/server.py" },
    });
    expect(report).toContain("Full marks");
    expect(report).toContain("wirecheck check tcp-echo 'my work/server.py' --seed 42\n");
    expect(report).not.toContain("--only");
  });

  it("repeats what was typed: the program, the tests, the language and how it was graded", () => {
    const typed = {
      lab: "tcp-echo",
      path: "lab",
      program: "server",
      only: ["split-message", "large"],
      lang: "id",
      how: ["--tier", "ports"],
    } as const;
    const report = consoleReport(sampleResult([sampleTest(), splitMessage()]), { ...plain, typed });
    const again = "wirecheck check tcp-echo lab --program server --lang id --tier ports --only";
    expect(report).toContain(`Again:    ${again} split-message large --seed 42\n`);
    expect(report).toContain(`One test: ${again} split-message --seed 42\n`);
  });

  it("does not call extra credit that was not earned a failure", () => {
    const extra = splitMessage({ id: "ipv6", title: { en: "IPv6 works too", id: "IPv6 juga jalan" }, optional: true });
    const report = consoleReport(sampleResult([sampleTest(), extra]), plain);
    expect(report).toContain("  · IPv6 works too (extra credit)");
    expect(report).toContain("1 passed, 1 not earned,");
    expect(report).toContain("Full marks");
    expect(report).not.toMatch(/✗|failed|ipv6|recv/);
    expect(consoleReport(sampleResult([extra]), { ...plain, verbose: true })).toContain("· ipv6: IPv6 works too");
  });

  it("is short when asked to be quiet", () => {
    expect(consoleReport(mixedResult(), { ...plain, quiet: true })).toMatchInlineSnapshot(`
      "TCP echo server · tugas1_budi: 10/42 (2 passed, 3 failed, 2 skipped, 1 not graded, 2.3 s)
      "
    `);
  });

  it("adds times and what happened when asked to be verbose", () => {
    const transcript = [
      { atMs: 1.25, who: "alice", kind: "connect" as const, detail: "127.0.0.1:5000" },
      { atMs: 1.5, who: "alice", kind: "sent" as const, bytes: { length: 3, head: "SGkK" } },
    ];
    const report = consoleReport(sampleResult([splitMessage({ transcript })]), { ...plain, verbose: true });
    expect(report).toContain("23 ms  0/8");
    expect(report).toContain('         1.3  alice  connect 127.0.0.1:5000\n         1.5  alice  sent "Hi\\n"');
  });

  it("says which tests passed on a launch that they shared when asked to be verbose", () => {
    const tests = [sampleTest({ id: "session", sharedLaunch: true }), sampleTest({ id: "starts" })];
    const lines = consoleReport(sampleResult(tests), { ...plain, verbose: true }).split("\n");
    expect(lines.filter((line) => line.includes("shared launch"))).toHaveLength(1);
    expect(consoleReport(sampleResult(tests), plain)).not.toContain("shared launch");
  });

  it("has signs of ASCII alone when asked", () => {
    const report = consoleReport(sampleResult([sampleTest(), splitMessage({ failure: null })]), {
      ...plain,
      ascii: true,
    });
    expect(report).toContain("  + The server starts");
    expect(report).not.toMatch(/[^\n -~]/);
  });
});

function mixedResult() {
  const gate = { status: "skipped", skippedFor: "concurrent" } as const;
  const title = (words: string) => ({ en: words, id: words });
  const [expected, actual] = [Buffer.from("Halo, dunia ☕"), Buffer.from("Halo, dunia ?\n")];
  return sampleResult([
    sampleTest(),
    splitMessage(),
    splitMessage({ id: "large", title: title("1 MiB comes back") }),
    splitMessage({
      id: "echo-utf8",
      title: title("Text outside ASCII comes back as it was sent, byte for byte, whatever the language"),
      diagnosis: null,
      failure: { ...sampleFailure(expected, actual), code: "reply-differs" },
      output: { stdout: "", stderr: 'Traceback (most recent call last):\n  File "server.py", line 12\x1b[31m\n' },
      tryIt: null,
    }),
    sampleTest({ id: "ipv6", title: title("IPv6 works too"), optional: true, maxPoints: 4 }),
    sampleTest({ id: "fifty-at-once", title: title("Fifty clients at once"), ...gate }),
    sampleTest({ id: "reset-under-load", title: title("A reset under load"), ...gate }),
    sampleTest({
      id: "restart",
      title: title("It starts again at once"),
      status: "error",
      message: "bwrap is missing",
    }),
  ]);
}
