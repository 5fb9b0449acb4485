import { expect, it } from "vitest";
import { check } from "./support/check.ts";

/** What the first word of a test's id promises. */
const promised = { right: "passed", wrong: "failed", error: "error" } as Record<string, string>;

it.each(["streams", "datagrams", "clients", "more", "paths", "tls"])(
  "the language says what it means: %s",
  async (name) => {
    const { tests } = await check(`tests/labs/${name}/lab.yaml`, `tests/labs/${name}`);
    const found = Object.fromEntries(tests.map(({ id, status, message }) => [id, [status, message]]));
    for (const { id, status, message } of tests) {
      expect([id, status, message]).toEqual([id, promised[id.split("-")[0] ?? ""], message]);
    }
    expect(found).not.toEqual({});
  },
  300_000,
);

it("accuses no source of an answer that it works out, and repeats the question that was asked last", async () => {
  const { tests } = await check("tests/labs/streams/lab.yaml", "tests/labs/streams", "--only", "wrong-half");
  expect(tests[0]?.diagnosis?.code).not.toBe("hard-coded-reply");
  const second = await check("tests/labs/streams/lab.yaml", "tests/labs/streams", "--only", "wrong-second-question");
  expect(second.tests[0]?.message).toMatch(/asked “two” and got "two"/);
  const closed = await check("tests/labs/streams/lab.yaml", "tests/labs/streams", "--only", "wrong-closed-early");
  expect(closed.tests[0]?.failure?.code).toBe("closed-early");
});

it("plays members of multicast groups where the test has a network of its own, and skips them elsewhere", async () => {
  for (const tier of ["best", "ports"]) {
    const { tests, isolation } = await check("tests/labs/multicast/lab.yaml", "tests/labs/multicast", "--tier", tier);
    for (const { id, status, message } of tests) {
      const right = isolation.network ? promised[id.split("-")[0] ?? ""] : "skipped";
      expect([id, status, message]).toEqual([id, right, message]);
    }
    expect(tests).toHaveLength(5);
  }
});

it("speaks over AF_UNIX without any network of its own, too", async () => {
  const only = ["right-echo", "wrong-silence", "right-client", "wrong-client"].flatMap((id) => ["--only", id]);
  const { tests } = await check("tests/labs/paths/lab.yaml", "tests/labs/paths", "--tier", "ports", ...only);
  for (const { id, status, message } of tests)
    expect([id, status, message]).toEqual([id, promised[id.split("-")[0] ?? ""], message]);
  expect(tests).toHaveLength(4);
});

it("says in plain words why TLS does not come about", async () => {
  const { tests } = await check("tests/labs/tls/lab.yaml", "tests/labs/tls", "--only", "wrong-plain");
  expect(tests[0]?.message).toBe("TLS between alice and your program did not come about: what it sent is not TLS.");
});
