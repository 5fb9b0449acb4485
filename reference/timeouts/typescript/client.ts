// Asks a server something, and gives up when nobody answers in time.
//
//     client.ts

import { connect } from "node:net";

const host = "example.com";
const port = 80;
const timeoutMs = 3000;

let reply = Buffer.alloc(0);

const connection = connect({ host, port })
  // Counts from the last event on: it ends a connect that hangs as well as a reply that does not come.
  .setTimeout(timeoutMs, () => fail(`no answer within ${timeoutMs / 1000} seconds`))
  .on("connect", () => connection.write("Halo, server!\n"))
  .on("data", (data) => {
    reply = Buffer.concat([reply, data]);
  })
  .on("end", () => console.log(`Reply: ${reply.toString()}`))
  .on("error", (error: NodeJS.ErrnoException) => fail(error.message || String(error.code)));

function fail(reason: string): never {
  console.error(`${host} port ${port}: ${reason}`);
  process.exit(1);
}
