// TCP echo server, one message per connection: receive, send the same back, close.
//
//     server.ts --port 8080

import { createServer, type Socket } from "node:net";
import { parseArgs } from "node:util";

const host = "127.0.0.1";
const port = portFromArguments();

// A log that nobody reads any more is no reason to stop serving.
process.stdout.on("error", () => {});

process.once("SIGINT", () => process.exit(0));

createServer(answer)
  .on("error", (error) => {
    console.error(`Cannot listen on ${host} port ${port}: ${error.message}`);
    process.exit(1);
  })
  // Node sets SO_REUSEADDR itself, so a restart finds the port free.
  .listen(port, host, () => console.log(`Listening on ${host} port ${port}`));

function answer(client: Socket): void {
  // Without setEncoding() the data is a Buffer: the bytes as they came, text or not.
  client.once("data", (data) => {
    client.end(data);
    console.log(`Echoed ${data.length} bytes to port ${client.remotePort}`);
  });
  // A reset concerns this client alone; without a listener the "error" event would end the process.
  client.on("error", (error) => console.log(`Lost a client: ${error.message}`));
}

function portFromArguments(): number {
  try {
    const { values } = parseArgs({ options: { port: { type: "string" } } });
    const number = Number(values.port || "missing");
    if (Number.isInteger(number) && number >= 1 && number <= 65535) return number;
  } catch {
    // An unknown option gets the same usage line.
  }
  console.error("Usage: server --port N (a number from 1 to 65535)");
  process.exit(2);
}
