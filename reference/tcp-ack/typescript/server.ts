// Serves one client: receives its message, acknowledges it, closes.
//
//     server.ts [--port 12345]

import { createServer } from "node:net";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { port: { type: "string", default: "12345" } } });
const port = Number(values.port);

const server = createServer((client) => {
  // One client is all that this server takes; the process ends by itself once nothing is open any more.
  server.close();
  client.once("data", (data) => {
    console.log(`Pesan dari client: ${data.toString()}`);
    client.end("Pesan diterima!");
  });
  client.on("error", (error) => console.error(`Lost the client: ${error.message}`));
})
  .on("error", (error) => {
    console.error(`Cannot listen on 127.0.0.1 port ${port}: ${error.message}`);
    process.exit(1);
  })
  .listen(port, "127.0.0.1", () => console.log(`Listening on 127.0.0.1 port ${port}`));
