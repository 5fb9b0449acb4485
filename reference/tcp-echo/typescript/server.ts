// TCP echo server: every client gets each of its bytes back until it says that it has sent all.
//
//     server.ts --port 8080

import { createServer, type Socket } from "node:net";
import { parseArgs } from "node:util";

const port = portFromArguments();

// A log that nobody reads any more is no reason to stop serving.
process.stdout.on("error", () => {});

process.once("SIGINT", () => process.exit(0));

// allowHalfOpen: a client that has sent all may still be reading, so its end must not close our side.
createServer({ allowHalfOpen: true }, echo)
  .on("error", (error) => {
    console.error(`Cannot listen on port ${port}: ${error.message}`);
    process.exit(1);
  })
  // Without a host Node listens on all addresses, IPv6 and IPv4.
  .listen(port, () => console.log(`Listening on port ${port}`));

function echo(client: Socket): void {
  // pipe() stops reading while the client does not take its echo, so memory stays small;
  // when the client has sent all, it ends our side after the last byte.
  client.pipe(client);
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
