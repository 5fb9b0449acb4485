import { describe, expect, it } from "vitest";
import { failureOf, madeEvidence, madeFiles } from "../../tests/support/made-evidence.ts";
import { keepBytes } from "../wire/keep-bytes.ts";
import type { Evidence } from "./evidence.ts";
import { hardCodedReply } from "./hard-coded-reply.ts";

describe("an answer that does not depend on the question", () => {
  const answered = (answer: string, source: string, given: Partial<Evidence> = {}) => {
    const failure = failureOf("wrong-answer", "info", { expected: Buffer.from("10.1.2.3") });
    const actual = keepBytes(Buffer.from(answer));
    return hardCodedReply.find(
      madeEvidence({
        failure: { ...failure, actual, facts: { question: "ip" } },
        kind: "program",
        files: madeFiles({ "server.py": source }),
        ...given,
      }),
    );
  };

  it.each([
    ["an address", "IP: 192.168.1.10", 'x = 1\nprint("IP: 192.168.1.10")\n', 2],
    ["a name", "Nama host: laptop", 'name = "laptop"\nprint("Nama host:", name)\n', 1],
    ["a number", "Port 80", 'PORTS = { "http": 80 }\n', 1],
    ["what it asked for", "Alamat IP www.google.com adalah 142.250.4.99", "h = 'www.google.com'\n", 1],
  ])("is %s in the source", (_, answer, source, line) => {
    expect(answered(answer, source)?.lines).toEqual([{ file: "server.py", line }]);
  });

  it.each([
    ["a label alone is", "Nama host: pc-abc", 'print("Nama host:", socket.gethostname())'],
    ["nothing is", "127.0.0.1", 'print(socket.gethostbyname("localhost"))'],
    ["an error is", "ERROR too slow", 'return "ERROR too slow"'],
  ])("is not proven where %s in the source", (_, answer, source) => {
    expect(answered(answer, source)).toBeNull();
  });

  it("is not proven by the words with which a program gave up", () => {
    const exit = { status: 1, limit: null, leftBehind: 0 };
    expect(answered("DNS terlalu lambat", 'sys.exit("DNS terlalu lambat")', { exit })).toBeNull();
  });
});
