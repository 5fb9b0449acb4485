import { expect, it } from "vitest";
import { sampleTest } from "../../tests/support/sample-results.ts";
import type { PortMethod } from "../model/port-method.ts";
import type { PreparedProgram } from "../model/prepared-program.ts";
import type { TestResult } from "../model/result.ts";
import { askedMethod } from "../prepare/learn-port.ts";
import { loadLab } from "../spec/load-lab.ts";
import { recogniseLabs } from "./recognise-lab.ts";

const flag: PortMethod = { kind: "flag", flag: "--port" };

type Said = Record<string, [sent: string, received: string]>;

/** A program with its failed tests: in each it was sent the first text and said the second. */
interface Shown {
  said?: Said;
  method?: PortMethod;
  sourcePort?: number;
  role?: string;
  source?: string;
  lost?: Partial<TestResult>;
}

/** What is said of a program that was handed in for a lab. */
async function noteFor(id: string, shown: Shown): Promise<string | undefined> {
  const { said = {}, role = "server", source = "", lost = {} } = shown;
  const loaded = await loadLab(`specs/${id}/lab.yaml`);
  const spec = "value" in loaded ? loaded.value.programs[role] : undefined;
  if (!("value" in loaded) || spec === undefined) throw new Error(`no ${role} in ${id}`);
  const asked = askedMethod(spec);
  const program: PreparedProgram = {
    ...{ role, kind: spec.kind, transport: spec.transport === "udp" ? "udp" : "tcp", asked },
    ...{ method: shown.method ?? asked, sourcePort: shown.sourcePort ?? null },
    ...(spec.conversation && { conversation: spec.conversation }),
    launch: { kind: "no-program", reason: "" },
  };
  const spoken = Object.entries(said).length > 0 ? Object.entries(said) : [["starts", null] as const];
  const tests = spoken.map(([test, words]) => {
    const transcript = words ? [event("sent", words[0]), event("received", words[1])] : [];
    return sampleTest({ id: test, program: role, status: "failed", transcript, ...lost });
  });
  return (await recogniseLabs(loaded.value, { tests, programs: [program], sourceOf: () => source })).get(role)?.en;
}

function event(kind: "sent" | "received", text: string): TestResult["transcript"][number] {
  const bytes = Buffer.from(text);
  return { atMs: 0, who: "alice", kind, bytes: { length: bytes.length, head: bytes.toString("base64") } };
}

const acknowledges: Said = {
  "echo-text": ["Halo, dunia!", "Pesan diterima!"],
  "echo-utf8": ["pagi ☕", "Pesan diterima!\n"],
};

it("recognises a program by the words of its lab, unless it takes its port as the lab that it was handed in for", async () => {
  const note = await noteFor("tcp-echo", { said: acknowledges, sourcePort: 12345 });
  expect(note).toContain("It says “Pesan diterima!”. This looks like the server of the lab concurrent or tcp-ack:");
  expect(await noteFor("tcp-echo", { said: acknowledges })).toBeUndefined();
  const once: Said = { "echo-text": ["Halo, dunia!", "Pesan diterima!"] };
  expect(await noteFor("tcp-echo", { said: once, sourcePort: 12345 })).toBeUndefined();
  expect(await noteFor("udp-echo", { said: acknowledges, sourcePort: 12345 })).toContain("lab udp-ack:");
});

it("draws nothing from words that a lab leaves to the program, and nothing from those that it was sent", async () => {
  const asks: Shown = {
    role: "client",
    sourcePort: 12345,
    said: { one: ["", "Halo, server!"], two: ["", "Halo, server!"] },
  };
  expect(await noteFor("hello", asks)).toContain("the client of the lab tcp-ack:");
  expect(await noteFor("tcp-echo-once", asks)).toBeUndefined();
  const greets = { one: ["", "Pesan diterima!"], two: ["", "Pesan diterima!"] } satisfies Said;
  expect(await noteFor("greeting", { said: greets, sourcePort: 5000 })).toBeUndefined();
  const repeats: Said = { one: ["Pesan diterima!", "Pesan diterima!"], two: ["Pesan diterima!", "Pesan diterima!"] };
  expect(await noteFor("hello", { said: repeats, sourcePort: 5000 })).toBeUndefined();
});

it("recognises an echo by what came back, and leaves a server alone that has its lab's port or words", async () => {
  const said: Said = {
    "server-receives": ["Salam dari alice", "Salam dari alice"],
    "server-answers": ["Halo, server!", "Halo, server!"],
  };
  const note = await noteFor("tcp-ack", { said, method: flag });
  expect(note).toContain(
    "It sends back what it receives. This looks like the server of the lab tcp-echo or tcp-echo-once",
  );
  expect(await noteFor("tcp-ack", { said, sourcePort: 5000 })).toBe(note);
  expect(await noteFor("tcp-ack", { said, sourcePort: 12345 })).toBeUndefined();
  expect(await noteFor("tcp-ack", { said, method: flag, source: 'reply = b"Pesan diterima!"' })).toBeUndefined();
  expect(await noteFor("tcp-ack", { said, method: flag, lost: { points: 5, maxPoints: 6 } })).toBeUndefined();
  const shorter: Said = { ...said, "server-answers": ["Halo, server!", "Halo, "] };
  expect(await noteFor("tcp-ack", { said: shorter, method: flag })).toBeUndefined();
  expect(await noteFor("tcp-echo", { said, sourcePort: 5000 })).toBeUndefined();
});

it("recognises a client that reaches nobody by the host that its source names", async () => {
  const source = 'connection.connect(("example.com", 80))';
  const note = await noteFor("tcp-echo-client", { role: "client", source });
  expect(note).toContain("Its source names example.com. This looks like the client of the lab timeouts:");
  expect(await noteFor("tcp-echo-client", { role: "client", source: source.replace("80", "8080") })).toBeUndefined();
  expect(await noteFor("tcp-echo-client", { role: "client", source, said: { one: ["", "x"] } })).toBeUndefined();
  expect(await noteFor("timeouts", { role: "client", source })).toBeUndefined();
});

it("says of the other transport only what follows if it is another lab's program", async () => {
  const text = { en: "", id: "" };
  const lost = { diagnosis: { code: "wrong-transport", saw: text, idea: text, look: text } };
  expect(await noteFor("tcp-echo", { lost })).toBe(
    "If this is your server of the lab udp-echo, it is the wrong file: this lab asks for TCP.",
  );
  expect(await noteFor("udp-ack", { lost, role: "client" })).toContain("If this is your client of the lab tcp-ack,");
  expect(await noteFor("hello", { lost })).toBeUndefined();
});
