// Gives away the files of its working folder.
//
//     server.ts 6000

import { readFile } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { resolve, sep } from "node:path";
import { crc32 } from "node:zlib";

createServer((client) => {
  let waiting = Buffer.alloc(0);
  let answered = Promise.resolve();
  client.on("error", (error) => console.error(`lost a client: ${error.message}`));
  client.on("data", (bytes) => {
    waiting = Buffer.concat([waiting, bytes]);
    while (waiting.length >= 2 && waiting.length >= 2 + waiting.readUInt16BE()) {
      const end = 2 + waiting.readUInt16BE();
      const name = waiting.toString("utf8", 2, end);
      waiting = waiting.subarray(end);
      answered = answered.then(() => give(name, client));
    }
  });
}).listen(Number(process.argv[2]));

async function give(name: string, client: Socket): Promise<void> {
  const file = resolve(name);
  const content = file.startsWith(process.cwd() + sep) ? await readFile(file).catch(() => null) : null;
  if (content === null) {
    client.write(Buffer.from([1]));
    return;
  }
  const head = Buffer.alloc(9);
  head.writeBigUInt64BE(BigInt(content.length), 1);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(content));
  client.write(Buffer.concat([head, content, checksum]));
}
