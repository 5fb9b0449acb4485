// UDP echo server: sends every datagram back to its sender.
//
//     server.ts --port 8080

import { createSocket } from "node:dgram";
import { parseArgs } from "node:util";

const host = "127.0.0.1";
const port = portFromArguments();

process.once("SIGINT", () => process.exit(0));

const server = createSocket("udp4")
  .on("listening", () => console.log(`Waiting for datagrams on ${host} port ${port}`))
  // The bytes go back as they came, to the very address they came from: nobody is connected.
  .on("message", (data, sender) => server.send(data, sender.port, sender.address))
  .on("error", (error) => {
    console.error(`Cannot use ${host} port ${port}: ${error.message}`);
    process.exit(1);
  })
  .bind(port, host);

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
