// A web server for the files of its working folder.
//
//     server.ts 8080

import { readFile } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { extname, resolve, sep } from "node:path";

const root = process.cwd();
const kinds: Record<string, string> = { ".html": "text/html", ".txt": "text/plain", ".png": "image/png" };

createServer((client) => {
  let waiting = "";
  let answered = Promise.resolve();
  client.on("error", (error) => console.error(`lost a client: ${error.message}`));
  client.on("data", (bytes) => {
    waiting += bytes.toString("latin1");
    for (let end = waiting.indexOf("\r\n\r\n"); end >= 0; end = waiting.indexOf("\r\n\r\n")) {
      const head = waiting.slice(0, end);
      waiting = waiting.slice(end + 4);
      answered = answered.then(() => answer(head, client));
    }
  });
}).listen(Number(process.argv[2]));

async function answer(head: string, client: Socket): Promise<void> {
  const [method, target = "/"] = head.split(" ");
  const { status, kind, body } = method === "GET" ? await fileAt(target) : refusal("405 Method Not Allowed");
  client.write(`HTTP/1.1 ${status}\r\nContent-Type: ${kind}\r\nContent-Length: ${body.length}\r\n\r\n`);
  client.write(body);
  if (/^connection: *close *$/im.test(head)) client.end();
}

async function fileAt(target: string): Promise<{ status: string; kind: string; body: Buffer }> {
  const path = decodeURIComponent(target.split("?", 1)[0] ?? "").replace(/\/$/, "/index.html");
  const file = resolve(root, `.${path}`);
  if (!file.startsWith(root + sep)) return refusal("404 Not Found");
  try {
    return { status: "200 OK", kind: kinds[extname(file)] ?? "application/octet-stream", body: await readFile(file) };
  } catch {
    return refusal("404 Not Found");
  }
}

function refusal(status: string) {
  return { status, kind: "text/plain", body: Buffer.from(`${status}\n`) };
}
