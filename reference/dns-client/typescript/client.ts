// Asks a name server for the IPv4 addresses of a name.
//
//     client.ts 127.0.0.1 53 www.example.org

import { randomBytes } from "node:crypto";
import { createSocket } from "node:dgram";

const [host = "127.0.0.1", port = "53", name = ""] = process.argv.slice(2);
const id = randomBytes(2);
const labels = name.split(".").flatMap((label) => [Buffer.from([label.length]), Buffer.from(label)]);
const header = Buffer.from([1, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
const query = Buffer.concat([id, header, ...labels, Buffer.from([0, 0, 1, 0, 1])]);

const socket = createSocket("udp4");
setTimeout(() => fail(`${host} does not answer.`), 5000);
socket.on("message", (answer) => {
  if (!answer.subarray(0, 2).equals(id)) return;
  for (const address of addresses(answer)) console.log(address);
  process.exit(0);
});
socket.send(query, Number(port), host);

function addresses(message: Buffer): string[] {
  const code = message.readUInt16BE(2) & 15;
  if (code !== 0) fail(`There is no address of ${name} (response code ${code}).`);
  let at = 12;
  for (let left = message.readUInt16BE(4); left > 0; left--) at = afterName(message, at) + 4;
  const found: string[] = [];
  for (let left = message.readUInt16BE(6); left > 0; left--) {
    at = afterName(message, at);
    const [type, length] = [message.readUInt16BE(at), message.readUInt16BE(at + 8)];
    at += 10;
    if (type === 1) found.push([...message.subarray(at, at + 4)].join("."));
    at += length;
  }
  return found;
}

/** Where what follows a name begins; a pointer ends it. */
function afterName(message: Buffer, start: number): number {
  let at = start;
  while (message[at] !== 0) {
    if ((message[at] ?? 0) >= 0xc0) return at + 2;
    at += 1 + (message[at] ?? 0);
  }
  return at + 1;
}

function fail(why: string): never {
  console.error(why);
  process.exit(1);
}
