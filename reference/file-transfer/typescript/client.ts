// Fetches one file.
//
//     client.ts localhost 6000 hello.txt

import { writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { crc32 } from "node:zlib";

const [host = "localhost", port = "6000", name = ""] = process.argv.slice(2);
const server = connect(Number(port), host);
const length = Buffer.alloc(2);
length.writeUInt16BE(Buffer.byteLength(name));
server.write(Buffer.concat([length, Buffer.from(name)]));

let answer = Buffer.alloc(0);
for await (const bytes of server) {
  answer = Buffer.concat([answer, bytes]);
  if (answer[0] === 1) fail(`The server has no file ${name}.`);
  if (answer.length >= 9 && answer.length >= 13 + Number(answer.readBigUInt64BE(1))) break;
}
if (answer.length < 9) fail("The server closed the connection too early.");
const end = 9 + Number(answer.readBigUInt64BE(1));
if (answer.length < end + 4) fail("The server closed the connection too early.");
const content = answer.subarray(9, end);
if (crc32(content) !== answer.readUInt32BE(end)) fail(`The file ${name} was damaged on its way.`);
await writeFile(name, content);
console.log(`${content.length} bytes written to ${name}`);
process.exit(0);

function fail(why: string): never {
  console.error(why);
  process.exit(1);
}
