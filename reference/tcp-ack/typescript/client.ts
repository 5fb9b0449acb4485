// Sends a message to the server and prints the acknowledgement.
//
//     client.ts [--port 12345]

import { connect } from "node:net";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { port: { type: "string", default: "12345" } } });
const port = Number(values.port);

const connection = connect({ host: "127.0.0.1", port })
  .on("connect", () => connection.write("Halo, server!"))
  // One "data" event is enough for an answer this short; a longer one may arrive in pieces.
  .once("data", (data) => {
    console.log(`Balasan dari server: ${data.toString()}`);
    connection.end();
  })
  .on("error", (error: NodeJS.ErrnoException) => {
    console.error(`No answer from 127.0.0.1 port ${port}: ${error.message || error.code}`);
    process.exitCode = 1;
  });
