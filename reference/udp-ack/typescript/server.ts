// UDP server: prints each message and acknowledges it to its sender.
//
//     server.ts

import { createSocket } from "node:dgram";

const host = "127.0.0.1";
const port = 12345;

process.once("SIGINT", () => process.exit(0));

const server = createSocket("udp4")
  .on("listening", () => console.log("Menunggu pesan..."))
  // One "message" event is one whole datagram, even an empty one, and tells who sent it.
  .on("message", (data, sender) => {
    console.log(`Pesan dari ${sender.address} port ${sender.port}: ${data.toString()}`);
    // Nobody is connected: every answer needs the address of the message that it answers.
    server.send("Pesan diterima!", sender.port, sender.address);
  })
  .on("error", (error) => {
    console.error(`Tidak dapat memakai ${host} port ${port}: ${error.message}`);
    process.exit(1);
  })
  .bind(port, host);
