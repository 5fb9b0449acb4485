// Sends each line from the keyboard to an echo server and prints the reply.
//
//     client.ts --port 8080

import { connect } from "node:net";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";

const host = "localhost";
const timeoutMs = 5000;
const port = portFromArguments();

const connection = connect({ host, port });
const keyboard = createInterface({ input: process.stdin, output: process.stdout, prompt: "> ", terminal: false });

/** Bytes of the line that was sent and has not come back; lines typed meanwhile wait. */
let missing = 0;
let reply: Buffer[] = [];
let timer: NodeJS.Timeout | undefined;
const lines: string[] = [];
let isLastLine = false;

connection.on("connect", () => keyboard.prompt());
connection.on("data", receive);
connection.on("end", () => fail("the server closed the connection"));
// "localhost" may stand for several addresses; then the error has a code but no message.
connection.on("error", (error: NodeJS.ErrnoException) => fail(error.message || String(error.code)));

keyboard.on("line", (line) => {
  lines.push(line);
  sendNext();
});
keyboard.on("close", () => {
  isLastLine = true;
  sendNext();
});
process.on("SIGINT", () => process.exit(130));

function sendNext(): void {
  if (missing > 0) return;
  const line = lines.shift();
  if (line === undefined) {
    if (isLastLine) connection.destroy();
    return;
  }
  // Count bytes, not characters: "☕" is one character and three bytes.
  const message = Buffer.from(`${line}\n`);
  missing = message.length;
  connection.write(message);
  timer = setTimeout(() => fail(`no reply within ${timeoutMs / 1000} seconds`), timeoutMs);
}

function receive(data: Buffer): void {
  reply.push(data);
  missing -= data.length;
  if (missing > 0) return;
  clearTimeout(timer);
  // Only the whole reply can be decoded: a piece may end in the middle of a character.
  console.log(`Received: ${Buffer.concat(reply).toString().trimEnd()}`);
  reply = [];
  keyboard.prompt();
  sendNext();
}

function fail(reason: string): never {
  console.error(`${host} port ${port}: ${reason}`);
  process.exit(1);
}

function portFromArguments(): number {
  try {
    const { values } = parseArgs({ options: { port: { type: "string" } } });
    const number = Number(values.port || "missing");
    if (Number.isInteger(number) && number >= 1 && number <= 65535) return number;
  } catch {
    // An unknown option gets the same usage line.
  }
  console.error("Usage: client --port N (a number from 1 to 65535)");
  process.exit(2);
}
