import dgram from "node:dgram";
import net from "node:net";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { lookups } from "./lookups.ts";

const longestLine = 1024;
const argumentsOf: Record<string, number> = { HOSTNAME: 0, IP: 0, RESOLVE: 1, REVERSE: 1, SERVICE: 2 };

const { values } = parseArgs({ options: { port: { type: "string" } } });
const port = Number(values.port);

async function answer(request: string): Promise<string> {
  const [command = "", ...words] = request.trim().split(/\s+/);
  const look = lookups[command.toLowerCase()];
  if (look === undefined || command !== command.toUpperCase()) return "ERROR unknown command";
  if (words.length !== argumentsOf[command]) return `ERROR ${command} takes ${argumentsOf[command]} arguments`;
  try {
    return await look(...words);
  } catch (error) {
    return `ERROR ${(error as Error).message}`;
  }
}

const tcp = net.createServer(async (socket) => {
  socket.on("error", () => socket.destroy());
  for await (const line of createInterface({ input: socket })) {
    socket.write(`${line.length > longestLine ? "ERROR request too long" : await answer(line)}\n`);
  }
  socket.end();
});
tcp.listen(port);

const udp = dgram.createSocket("udp4");
udp.on("message", async (request, { address, port: from }) => {
  udp.send(await answer(request.toString()), from, address);
});
udp.bind(port);

process.on("SIGINT", () => process.exit(0));
