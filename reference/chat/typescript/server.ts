// A chat room: whatever one client writes goes to all the others.
//
//     server.ts 5000

import { createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";

const room = new Map<string, Socket>();

createServer((client) => {
  let name: string | null = null;
  client.on("error", () => {});
  client.on("close", () => {
    if (name === null) return;
    room.delete(name);
    tell(`* ${name} left`);
  });
  const lines = createInterface({ input: client });
  lines.on("error", () => {});
  lines.on("line", (line) => {
    if (name !== null) return tell(`${name}: ${line}`, name);
    if (room.has(line)) return client.end("! this name is taken\n");
    tell(`* ${line} joined`);
    name = line;
    room.set(name, client);
  });
}).listen(Number(process.argv[2]));

/** Sends a line to everybody in the room but one. */
function tell(message: string, but?: string): void {
  for (const [name, client] of room) if (name !== but) client.write(`${message}\n`);
}
