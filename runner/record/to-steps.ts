import type { WrittenStep } from "../spec/step-language.ts";
import type { Heard } from "./heard.ts";

/** The steps with which the grader plays the recorded clients, and expects of a server what the recorded one did. */
export function toSteps(heard: readonly Heard[], transport: "tcp" | "udp"): WrittenStep[] {
  const all = transport === "tcp" ? joined(heard) : [...heard];
  const echo = transport === "tcp" ? new OwedStream() : new OwedDatagrams();
  return all.flatMap((event, index) => {
    const [before = [], after = []] = [all.slice(0, index), all.slice(index + 1)].map((events) =>
      events.filter(({ client }) => client === event.client),
    );
    return stepsOf(event, { before, after, isEcho: echo.hears(event), transport });
  });
}

/** The bytes that each client has sent and no `sent: true` has taken yet. */
class OwedStream {
  readonly #owed = new Map<number, Buffer>();

  /** Whether an event is the echo of all these bytes. */
  hears({ client, kind, bytes = Buffer.alloc(0) }: Heard): boolean {
    const owed = this.#owed.get(client) ?? Buffer.alloc(0);
    const isEcho = kind === "received" && owed.equals(bytes);
    if (kind === "sent") this.#owed.set(client, Buffer.concat([owed, bytes]));
    if (isEcho) this.#owed.delete(client);
    return isEcho;
  }
}

/** The same for datagrams, of which the oldest one must come back. */
class OwedDatagrams {
  readonly #owed = new Map<number, Buffer[]>();

  hears({ client, kind, bytes = Buffer.alloc(0) }: Heard): boolean {
    const owed = this.#owed.get(client) ?? [];
    this.#owed.set(client, owed);
    if (kind === "sent") owed.push(bytes);
    const isEcho = kind === "received" && owed[0]?.equals(bytes) === true;
    if (isEcho) owed.shift();
    return isEcho;
  }
}

/** Joins bytes that arrived in pieces, without another event in between, into one message. */
function joined(heard: readonly Heard[]): Heard[] {
  const all: Heard[] = [];
  for (const event of heard) {
    const last = all.at(-1);
    if (last?.bytes && event.bytes && last.kind === event.kind && last.client === event.client)
      all[all.length - 1] = { ...last, bytes: Buffer.concat([last.bytes, event.bytes]) };
    else all.push(event);
  }
  return all;
}

interface Surroundings {
  /** The other events of the client. */
  before: readonly Heard[];
  after: readonly Heard[];
  isEcho: boolean;
  transport: "tcp" | "udp";
}

function stepsOf({ client, kind, bytes = Buffer.alloc(0) }: Heard, about: Surroundings): WrittenStep[] {
  const { before, after, isEcho, transport } = about;
  const name = nameOf(client);
  const has = (events: readonly Heard[], what: Heard["kind"]) => events.some((event) => event.kind === what);
  switch (kind) {
    case "connected":
      return [{ connect: name }];
    case "sent":
      return [{ send: { from: name, ...written(bytes) } }];
    case "received":
      if (isEcho) return [{ expect: { at: name, sent: true } }];
      return transport === "tcp" ? expected(name, bytes) : [{ expect: { at: name, ...written(bytes) } }];
    case "client-ended":
      // A client that still receives has only shut down writing. If the server ended first, there is nothing left to do.
      if (has(after, "received")) return [{ finish: name }];
      return has(before, "server-ended") ? [] : [{ close: name }];
    case "server-ended":
      return before.at(-1)?.kind === "client-ended" ? [] : [{ "expect-close": name }];
    case "client-reset":
      return [{ reset: name }];
  }
}

/** Lines are expected one by one, with any line end. */
function expected(name: string, bytes: Buffer): WrittenStep[] {
  const lines = isText(bytes) ? /^(?:[^\n]*\n){1,9}$/.exec(bytes.toString()) : null;
  if (lines === null) return [{ expect: { at: name, ...written(bytes) } }];
  return lines[0]
    .split(/\r?\n/)
    .slice(0, -1)
    .map((line) => ({ "expect-line": { at: name, is: line } }));
}

/** Bytes as a step gives them. */
function written(
  bytes: Buffer,
): { line: string } | { crlf: string } | { text: string } | { base64: string } | { hex: string } {
  if (!isText(bytes)) return bytes.length > 32 ? { base64: bytes.toString("base64") } : { hex: bytes.toString("hex") };
  const text = bytes.toString();
  if (/^[^\r\n]*\r\n$/.test(text)) return { crlf: text.slice(0, -2) };
  return /^[^\r\n]*\n$/.test(text) ? { line: text.slice(0, -1) } : { text };
}

/** Whether the bytes are readable text, without braces that would be taken for an expression. */
function isText(bytes: Buffer): boolean {
  const text = bytes.toString();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return Buffer.from(text).equals(bytes) && !/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\{\{|\{[a-z(]/.test(text);
}

const names = ["alice", "bob", "carol", "dave"];

function nameOf(client: number): string {
  return names[client] ?? `client-${client + 1}`;
}
