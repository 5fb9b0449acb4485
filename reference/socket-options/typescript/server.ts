// Answers one message of each client, with options set on its sockets.
//
//     server.ts [--port 8000]

import { createServer } from "node:net";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { port: { type: "string", default: "8000" } } });
const port = Number(values.port);

// keepAlive is set on every accepted socket; SO_REUSEADDR Node sets by itself before bind.
const server = createServer({ keepAlive: true }, (client) => {
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
  .listen({ port, host: "127.0.0.1", backlog: 5 }, () => console.log(`Listening on localhost port ${port}`));

process.on("SIGINT", () => server.close(() => process.exit(130)));
