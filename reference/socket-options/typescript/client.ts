// Sends a message to the server and prints its answer, with options set on its socket.
//
//     client.ts [--port 8000]

import { connect } from "node:net";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { port: { type: "string", default: "8000" } } });
const port = Number(values.port);

// Node has no way to set SO_LINGER.
const connection = connect({ host: "localhost", port, noDelay: true })
  .on("connect", () => connection.write("Hello, server!"))
  .once("data", (data) => {
    console.log(`Received: ${data.toString()}`);
    connection.end();
  })
  .on("error", (error: NodeJS.ErrnoException) => {
    console.error(`No answer from localhost port ${port}: ${error.message || error.code}`);
    process.exitCode = 1;
  });
