// Sends a file by stop-and-wait.
//
//     sender.ts localhost 7000 hello.txt

import { createSocket } from "node:dgram";
import { readFileSync } from "node:fs";
import { kinds, type Packet, pack, unpack } from "./packet.ts";

const [host = "localhost", port = "7000", path = ""] = process.argv.slice(2);
const socket = createSocket("udp4");
const content = readFileSync(path);

/** Sends the packet until it is acknowledged. */
function deliver(packet: Packet): Promise<void> {
  return new Promise((resolve) => {
    let times = 0;
    const transmit = () => {
      if (times++ === 11) {
        console.error("The receiver does not answer.");
        process.exit(1);
      }
      socket.send(pack(packet), Number(port), host);
    };
    const timer = setInterval(transmit, 500);
    const onMessage = (bytes: Buffer) => {
      const answer = unpack(bytes);
      if (answer?.kind !== kinds.ack || answer.number !== packet.number) return;
      clearInterval(timer);
      socket.off("message", onMessage);
      resolve();
    };
    socket.on("message", onMessage);
    transmit();
  });
}

let number = 0;
for (let start = 0; start < content.length; start += 512) {
  await deliver({ kind: kinds.data, number, data: content.subarray(start, start + 512) });
  number = 1 - number;
}
await deliver({ kind: kinds.end, number, data: Buffer.alloc(0) });
socket.close();
