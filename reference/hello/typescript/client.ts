// Sends a message to the server and prints its answer.
//
//     client.ts [--port 8000]

import { connect } from "node:net";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { port: { type: "string", default: "8000" } } });
const port = Number(values.port);

const connection = connect({ host: "localhost", port })
  .on("connect", () => connection.write("Hello, server!"))
  // One "data" event is enough for an answer this short; a longer one may arrive in pieces.
  .once("data", (data) => {
    console.log(`Received: ${data.toString()}`);
    connection.end();
  })
  .on("error", (error: NodeJS.ErrnoException) => {
    console.error(`No answer from localhost port ${port}: ${error.message || error.code}`);
    process.exitCode = 1;
  });
