// Receives a file by stop-and-wait.
//
//     receiver.ts 7000 received.bin

import { createSocket } from "node:dgram";
import { writeFileSync } from "node:fs";
import { kinds, pack, unpack } from "./packet.ts";

const [port, path = "received.bin"] = process.argv.slice(2);
const socket = createSocket("udp4");
const parts: Buffer[] = [];
let expected = 0;
socket.on("message", (bytes, sender) => {
  const packet = unpack(bytes);
  if (packet === null || packet.kind === kinds.ack) return;
  if (packet.number === expected) {
    expected = 1 - expected;
    if (packet.kind === kinds.data) parts.push(packet.data);
    else writeFileSync(path, Buffer.concat(parts));
  }
  const ack = pack({ kind: kinds.ack, number: packet.number, data: Buffer.alloc(0) });
  socket.send(ack, sender.port, sender.address);
});
socket.bind(Number(port));
