// Serves one client: receives its message, answers, closes.
//
//     server.ts [--port 8000]

import { createServer } from "node:net";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { port: { type: "string", default: "8000" } } });
const port = Number(values.port);

const server = createServer((client) => {
  // One client is all that this server takes; the process ends by itself once nothing is open any more.
  server.close();
  client.once("data", (data) => {
    console.log(`Received: ${data.toString()}`);
    client.end("Hello, client!");
  });
  client.on("error", (error) => console.error(`Lost the client: ${error.message}`));
})
  .on("error", (error) => {
    console.error(`Cannot listen on localhost port ${port}: ${error.message}`);
    process.exit(1);
  })
  .listen(port, "127.0.0.1", () => console.log(`Listening on localhost port ${port}`));
