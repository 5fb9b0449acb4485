// A small Redis: values by their keys, for all clients.
//
//     server.ts 5000

import { createServer } from "node:net";

interface Entry {
  value: Buffer;
  untilMs: number;
}

const entries = new Map<string, Entry>();

function get(key: string): Buffer | undefined {
  const entry = entries.get(key);
  return entry && performance.now() < entry.untilMs ? entry.value : undefined;
}

function answer([name = "", key = "", value, , px]: Buffer[] | string[]): Buffer {
  const id = key.toString("latin1" as never);
  switch (name.toString().toUpperCase()) {
    case "PING":
      return Buffer.from("+PONG\r\n");
    case "GET": {
      const found = get(id);
      return found ? Buffer.concat([Buffer.from(`$${found.length}\r\n`), found, Buffer.from("\r\n")]) : Buffer.from("$-1\r\n");
    }
    case "DEL":
      return Buffer.from(`:${Number(get(id) !== undefined && entries.delete(id))}\r\n`);
    case "INCR": {
      const number = Number(get(id)?.toString() ?? "0") + 1;
      if (Number.isNaN(number)) return Buffer.from("-ERR value is not an integer\r\n");
      entries.set(id, { value: Buffer.from(String(number)), untilMs: Number.POSITIVE_INFINITY });
      return Buffer.from(`:${number}\r\n`);
    }
    case "SET": {
      const untilMs = px === undefined ? Number.POSITIVE_INFINITY : performance.now() + Number(px.toString());
      entries.set(id, { value: value as Buffer, untilMs });
      return Buffer.from("+OK\r\n");
    }
    default:
      return Buffer.from("-ERR unknown command\r\n");
  }
}

/** The first whole command of what came, and how long it is; null where more must come. */
function firstCommand(bytes: Buffer): { words: Buffer[]; length: number } | null {
  let at = 0;
  const number = (): number | null => {
    const end = bytes.indexOf("\r\n", at);
    if (end < 0) return null;
    const found = Number(bytes.toString("latin1", at + 1, end));
    at = end + 2;
    return found;
  };
  const count = number();
  if (count === null) return null;
  const words: Buffer[] = [];
  while (words.length < count) {
    const length = number();
    if (length === null || bytes.length < at + length + 2) return null;
    words.push(Buffer.from(bytes.subarray(at, at + length)));
    at += length + 2;
  }
  return { words, length: at };
}

createServer((client) => {
  let waiting = Buffer.alloc(0);
  client.on("error", (error) => console.error(`lost a client: ${error.message}`));
  client.on("data", (bytes) => {
    waiting = Buffer.concat([waiting, bytes]);
    for (let found = firstCommand(waiting); found; found = firstCommand(waiting)) {
      client.write(answer(found.words));
      waiting = waiting.subarray(found.length);
    }
  });
}).listen(Number(process.argv[2]));
