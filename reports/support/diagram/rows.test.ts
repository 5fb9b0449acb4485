import { describe, expect, it } from "vitest";
import type { Failure } from "../../../runner/model/failure.ts";
import type { TestResult } from "../../../runner/model/result.ts";
import type { TranscriptEvent } from "../../../runner/model/seen.ts";
import { kept, sampleFailure, sampleTest } from "../../../tests/support/sample-results.ts";
import { type KnownBytes, textWindow } from "../bytes/byte-window.ts";
import type { Message, Row } from "./row.ts";
import { type Diagram, diagramOf } from "./rows.ts";

function event(who: string, kind: TranscriptEvent["kind"], words?: string, detail?: string): TranscriptEvent {
  return {
    ...{ atMs: 1, who, kind },
    ...(words !== undefined && { bytes: kept(Buffer.from(words)) }),
    ...(detail !== undefined && { detail }),
  };
}

const room = { peers: 4, rows: 18, noteColumns: 36, noteLines: 5 };

function diagram(transcript: TranscriptEvent[], overrides: Partial<TestResult> = {}): Diagram {
  const made = diagramOf(sampleTest({ transcript, ...overrides }), ["server", "client"], room);
  if (made === null) throw new Error("no diagram");
  return made;
}

const messages = (rows: readonly Row[]) => rows.filter((row): row is Message => row.kind === "message");

describe("lanes", () => {
  it("are the peers in the order in which they came, and the program at the right", () => {
    const { participants } = diagram([
      event("server", "listening"),
      event("alice", "connect"),
      event("bob", "connect"),
    ]);
    expect(participants.lanes).toEqual(["alice", "bob", "server"]);
  });

  it("show of many peers those that the failure is about", () => {
    const many = Array.from({ length: 30 }, (_, index) => event(`client-${index + 1}`, "connect"));
    const failure = sampleFailure(Buffer.from("x"), Buffer.from(""), { who: "client-20" });
    const blocked = event("server", "blocked", undefined, "recv client-9 7");
    const { participants, rows } = diagram([...many, blocked], { status: "failed", failure });
    expect(participants.lanes).toEqual(["client-1", "client-2", "client-9", "client-20", "server"]);
    expect(rows).toContainEqual({
      kind: "gap",
      label: expect.objectContaining({ en: "… 10 more events of 10 other clients" }),
    });
  });

  it("stand between the two programs where a hand-in talks to itself", () => {
    const { participants, rows } = diagram([
      event("server", "listening"),
      event("middle", "listen"),
      event("client", "started"),
      event("middle", "connect", undefined, "from port 4000"),
      event("far", "connect", undefined, "127.0.0.1 port 5000"),
    ]);
    expect(participants.lanes).toEqual(["client", "middle", "far", "server"]);
    expect(messages(rows).map(({ from, to }) => `${from} > ${to}`)).toEqual(["client > middle", "far > server"]);
  });
});

describe("messages", () => {
  it("go from the one who sends to the one who gets them", () => {
    const { rows } = diagram([
      event("alice", "sent", "Halo"),
      event("alice", "received", "Halo"),
      event("alice", "reset"),
    ]);
    expect(messages(rows).map(({ from, to, tone }) => [from, to, tone])).toEqual([
      ["alice", "server", "data"],
      ["server", "alice", "data"],
      ["server", "alice", "broken"],
    ]);
  });

  it("are marked at the first byte that differs, counted over all that came in the failed step", () => {
    const failure = differs(Buffer.from("Halo, dunia"), Buffer.from("Halo, Dunia"));
    const transcript = ["earlier", "Halo", ", Dunia"].map((words) => event("alice", "received", words));
    const { rows } = diagram(transcript, { status: "failed", failure });
    expect(messages(rows).map(({ mark }) => mark)).toEqual([null, null, 2]);
  });

  it("show the first byte that differs where it stands beyond what is kept of them", () => {
    const [expected, actual] = [Buffer.alloc(3000, "a"), Buffer.from(`${"a".repeat(1024)}b${"a".repeat(1000)}`)];
    const failure = differs(expected, actual);
    const transcript = [1020, 1005].map((length, index) => ({
      ...event("alice", "received"),
      bytes: kept(actual.subarray(index * 1020, index * 1020 + length)),
    }));
    const wrongAt = (events: TranscriptEvent[]) => messages(diagram(events, { status: "failed", failure }).rows).at(-1);
    expect(textWindow(wrongAt(transcript)?.bytes as KnownBytes, 20, 4)).toMatchObject({ before: "aaaa", at: "b" });
    const whole = wrongAt([{ ...event("alice", "received"), bytes: kept(actual) }]);
    expect(textWindow(whole?.bytes as KnownBytes, 20, whole?.mark)).toMatchObject({ bytesBefore: 1018, at: "b" });
  });

  it("that never came stand before the place where the program was blocked", () => {
    const failure = sampleFailure(Buffer.from("Halo, dunia"), Buffer.from("Halo"));
    const transcript = [event("alice", "received", "Halo"), event("server", "blocked", undefined, "recv alice 4")];
    const { rows } = diagram(transcript, { status: "failed", failure });
    expect(rows[1]).toMatchObject({ tone: "missing", from: "server", to: "alice", bytes: { length: 7 } });
    expect(rows[2]).toMatchObject({ tone: "blocked", label: { en: "blocked in recv() on alice's connection" } });
  });
});

describe("what is long", () => {
  it("is shortened where the same comes again and again, with the bytes counted", () => {
    const pieces = Array.from({ length: 100 }, () => event("alice", "received", "x".repeat(1000)));
    const { rows } = diagram(pieces);
    expect(rows).toHaveLength(4);
    expect(rows[2]).toMatchObject({ label: { en: "… 97 more like this, 97\u00a0000 bytes" } });
  });

  it("is shortened in the middle, and nothing is left out without a word", () => {
    const talk = Array.from({ length: 60 }, (_, index) => event("alice", index % 2 === 0 ? "sent" : "received", "x"));
    const { rows } = diagram(talk);
    const gaps = rows.filter((row) => row.kind === "gap");
    expect(gaps).toEqual([{ kind: "gap", label: expect.objectContaining({ en: "… 42 more events in between" }) }]);
    expect(rows.length - gaps.length).toBe(18);
  });
});

it("tells a line that was printed in pieces as one", () => {
  const { rows } = diagram([event("server", "stdout", "Received: Halo"), event("server", "stdout", "\n")]);
  expect(rows).toEqual([expect.objectContaining({ kind: "note", tone: "printed", lines: ["Received: Halo"] })]);
});

it("shows no connection where there are datagrams", () => {
  const { rows } = diagram([
    event("alice", "connect", undefined, "127.0.0.1 port 5000"),
    event("alice", "sent", ""),
    event("alice", "received", "Halo", "from port 5000"),
    event("alice", "closed"),
  ]);
  expect(messages(rows).map(({ from, label }) => [from, label?.en])).toEqual([
    ["alice", "sends"],
    ["server", undefined],
  ]);
});

it("has nothing to show of a test that was not played", () => {
  expect(diagramOf(sampleTest({ status: "skipped" }), [], room)).toBeNull();
});

function differs(expected: Buffer, actual: Buffer): Failure {
  return { ...sampleFailure(expected, actual), code: "reply-differs" };
}
