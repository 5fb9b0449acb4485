import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { atOnce } from "../runner/at-once.ts";
import { type Conversation, conversations } from "./conversations.ts";
import { connectWhenReady, killDirectly, launchDirectly } from "./direct-launch.ts";
import { cores, pythonPath, wirecheckGrader } from "./graders.ts";
import { withHandIns } from "./hand-ins.ts";
import { type Cost, measure } from "./measure.ts";
import { type Part, ratio, seconds } from "./table.ts";

/**
 * Grading a class of correct programs, compared with launching the same programs and exchanging the same bytes without
 * judging.
 */
export async function benchPrograms({ size }: { size: number }): Promise<Part> {
  const interpreter = await pythonPath();
  const grade = wirecheckGrader();
  return withHandIns({ lab: "tcp-echo-once", size, correct: size }, async (handIns) => {
    const alone = await measure(() => atOnce(cores, handIns.folders, (folder) => playAll(interpreter, folder)));
    const graded = await measure(() => grade(handIns));
    const floorMs = alone.cost.processorMs / cores;
    const row = (name: string, cost: Cost) => [
      name,
      seconds(cost.wallMs),
      seconds(cost.processorMs),
      ratio(cost.wallMs, floorMs),
    ];
    return {
      title: `${size} correct programs: wirecheck against the programs alone`,
      columns: ["", "wall s", "CPU s", "wall ÷ floor"],
      rows: [row("programs alone", alone.cost), row("wirecheck", graded.cost)],
      notes: [`floor: the programs' own CPU time ÷ ${cores} cores = ${seconds(floorMs)} s`],
    };
  });
}

async function playAll(interpreter: string, folder: string): Promise<void> {
  for (const conversation of conversations) await play(conversation, interpreter, folder);
}

async function play({ port, clients = [] }: Conversation, interpreter: string, folder: string): Promise<void> {
  const held = createServer().listen(0, "127.0.0.1");
  await once(held, "listening");
  const number = (held.address() as { port: number }).port;
  if (port !== "in-use") await closed(held);
  const word = port === "invalid" ? "abc" : `${number}`;
  const argv = [interpreter, "-u", "server.py", ...(port === "none" ? [] : ["--port", word])];
  const child = launchDirectly({ argv, folder });
  try {
    if (port !== undefined) await once(child, "exit");
    else await exchangeAll(child, number, clients);
  } finally {
    await killDirectly(child);
    if (held.listening) await closed(held);
  }
}

async function exchangeAll(child: ChildProcess, port: number, clients: readonly Buffer[]): Promise<void> {
  if (clients.length === 0) (await connectWhenReady(child, port)).destroy();
  for (const message of clients) await exchange(await connectWhenReady(child, port), message);
}

async function exchange(socket: Socket, message: Buffer): Promise<void> {
  let missing = message.length;
  if (missing > 0) socket.write(message);
  while (missing > 0) {
    const [bytes] = (await once(socket, "data")) as [Buffer];
    missing -= bytes.length;
  }
  socket.destroy();
}

async function closed(server: ReturnType<typeof createServer>): Promise<void> {
  const end = once(server, "close");
  server.close();
  await end;
}
