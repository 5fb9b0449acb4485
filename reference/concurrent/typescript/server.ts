// Acknowledges the message of every client. One thread is enough: nothing here waits, events tell what happened.
//
//     server.ts

import { createServer, type Socket } from "node:net";

const host = "127.0.0.1";
const port = 12345;

createServer(handle)
  .on("error", (error) => {
    console.error(`Cannot listen on ${host} port ${port}: ${error.message}`);
    process.exit(1);
  })
  .listen(port, host, () => console.log(`Menunggu koneksi di port ${port}...`));

process.once("SIGINT", () => process.exit(0));

function handle(client: Socket): void {
  client.once("data", (data) => {
    console.log(`Pesan diterima: ${data.toString()}`);
    client.end("Pesan diterima!");
  });
  // A reset concerns this client alone; without a listener the "error" event would end the process.
  client.on("error", (error) => console.log(`Client terputus: ${error.message}`));
}
