// TCP echo client: sends one message and prints the reply.
//
//     client.ts --port 8080

import { connect } from "node:net";
import { parseArgs } from "node:util";

const host = "localhost";
const port = portFromArguments();
const message = Buffer.from("Test message. This will be echoed");

let reply = Buffer.alloc(0);

const connection = connect({ host, port })
  .on("connect", () => connection.write(message))
  .on("data", (data) => {
    // One write is not one "data" event: the reply may arrive in pieces, so count bytes until all are here.
    reply = Buffer.concat([reply, data]);
    if (reply.length < message.length) return;
    // Only the whole reply can be decoded: a piece may end in the middle of a character.
    console.log(`Received: ${reply.toString()}`);
    connection.destroy();
  })
  .on("end", () => {
    if (reply.length < message.length) fail(`server closed after ${reply.length} of ${message.length} bytes`);
  })
  // "localhost" may stand for several addresses; then the error has a code but no message.
  .on("error", (error: NodeJS.ErrnoException) => fail(error.message || String(error.code)));

function fail(reason: string): never {
  console.error(`No echo from ${host} port ${port}: ${reason}`);
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
