import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Command } from "commander";
import getPort from "get-port";
import { fillPort, portWords } from "../model/port-method.ts";
import { UsageProblem } from "../model/usage-problem.ts";
import { askedMethod } from "../prepare/learn-port.ts";
import type { Recorder } from "../record/heard.ts";
import { recordDatagrams } from "../record/record-datagrams.ts";
import { recordStream } from "../record/record-stream.ts";
import { toSteps } from "../record/to-steps.ts";
import { withFullPaths, writeLabFiles } from "../record/working-folder.ts";
import { writeTest } from "../record/write-test.ts";
import { removeTree } from "../remove-tree.ts";
import { makeScratch } from "../scratch.ts";
import type { Program } from "../spec/lab.ts";
import { loadUnfinished, type UnfinishedLab } from "../spec/unfinished-lab.ts";
import { findLab } from "./find-lab.ts";
import { interruption } from "./interruption.ts";
import { programOption, wholeNumber } from "./options.ts";
import { checkNames } from "./read-lab.ts";
import { inHelp } from "./speech.ts";
import { unusableLab } from "./unusable.ts";

/** Adds `wirecheck record`. */
export function addRecord(program: Command): void {
  program
    .command("record")
    .description("record what real clients and a server say to each other, as the steps of a test")
    .argument("<lab>", "the lab that says how its server gets its port: its id, or the path of its lab.yaml or folder")
    .argument(
      "<command...>",
      "the command that starts the server, after --; {port} in it is replaced by the port, if the lab's way does not fit",
    )
    .addOption(programOption())
    .option("--listen <port>", "port of the recorder, for your client (default: a free port)", parsePort)
    .addHelpText("after", inHelp(help))
    .action(record);
}

const help = {
  en: `
The files of the lab lie before the server, in a folder that is made for it. The tests of the lab
may still be missing. The test is written to standard output when the server has ended, or with Ctrl-C. Give it an
id, points and a title, and remove what differs from run to run.

Examples:
  $ wirecheck record shout -- python3 shout/reference/python/server.py
  $ wirecheck record chat --listen 5000 -- ./server --verbose {port} > test.yaml`,
  id: `
Tes ditulis ke standard output setelah server berakhir, atau dengan Ctrl-C. Beri tes itu
id, poin, dan judul, lalu hapus bagian yang berbeda setiap kali dijalankan.

Contoh:
  $ wirecheck record shout -- python3 shout/reference/python/server.py
  $ wirecheck record chat --listen 5000 -- ./server --verbose {port} > test.yaml`,
};

interface RecordFlags {
  program?: string;
  listen?: number;
}

async function record(labName: string, command: readonly string[], flags: RecordFlags): Promise<void> {
  const lab = await readUnfinished(labName);
  checkNames(lab, flags);
  const [role, program] = serverOf(lab, flags.program);
  const transport = program.transport === "udp" ? "udp" : "tcp";
  const port = fixedPort(program) ?? (await getPort());
  const recorder = await openRecorder(transport, port, flags.listen);
  const files = lab.files ?? {};
  const folder = Object.keys(files).length > 0 ? await makeScratch() : null;
  if (folder !== null) await writeLabFiles(files, folder);
  const words = folder === null ? command : withFullPaths(command, Object.keys(files));
  const server = start(words, program, port, folder);
  process.stderr.write(
    `Talk to localhost, port ${recorder.port} (${transport.toUpperCase()}); Ctrl-C ends the recording.\n`,
  );
  try {
    await ended(server);
  } finally {
    server.kill("SIGKILL");
    recorder.end();
    if (folder !== null) await removeTree(folder);
  }
  if (recorder.heard.length === 0)
    throw new UsageProblem(`no client used port ${recorder.port}: there is nothing to record`);
  const isFirst = Object.keys(lab.programs)[0] === role;
  process.stdout.write(writeTest(toSteps(recorder.heard, transport), isFirst ? null : role));
}

/** Its tests are still to be written: what they lack does not matter here. */
async function readUnfinished(name: string): Promise<UnfinishedLab> {
  const read = await loadUnfinished(await findLab(name));
  if ("problems" in read) throw unusableLab(read.problems);
  return read.value;
}

function serverOf(lab: UnfinishedLab, asked: string | undefined): [string, Program] {
  const servers = Object.entries(lab.programs).filter(
    ([role, { kind }]) => kind === "server" && (asked ?? role) === role,
  );
  const [first] = servers;
  if (first === undefined)
    throw new UsageProblem(
      asked === undefined
        ? `the lab ${lab.id} has no server to record`
        : `the program ${asked} of the lab ${lab.id} is not a server`,
    );
  return first;
}

function fixedPort({ port }: Program): number | null {
  return port && "fixed" in port ? port.fixed : null;
}

async function openRecorder(transport: "tcp" | "udp", serverPort: number, listen?: number): Promise<Recorder> {
  try {
    return await (transport === "udp" ? recordDatagrams : recordStream)(serverPort, listen);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "EADDRINUSE" && (fault as NodeJS.ErrnoException).code !== "EACCES")
      throw fault;
    throw new UsageProblem(`port ${listen} is not available: choose another with --listen`);
  }
}

/** The server's output goes to standard error, because the test is written to standard output. */
function start(
  [file = "", ...words]: readonly string[],
  program: Program,
  port: number,
  folder: string | null,
): ChildProcess {
  const isPlaced = words.some((word) => word.includes("{port}"));
  const told = isPlaced ? { argv: [], env: {} } : portWords(askedMethod(program), port);
  return spawn(file, [...fillPort(words, port), ...told.argv], {
    ...(folder !== null && { cwd: folder }),
    env: { ...process.env, ...told.env },
    stdio: ["inherit", 2, 2],
  });
}

async function ended(server: ChildProcess): Promise<void> {
  const interrupted = interruption({ isUsualEnd: true });
  const end = once(server, "exit").catch((fault: NodeJS.ErrnoException) => {
    throw new UsageProblem(`\`${server.spawnfile}\` could not be started: ${fault.code ?? fault.message}`);
  });
  await Promise.race([end, once(interrupted, "abort")]);
}

function parsePort(value: string): number {
  const port = wholeNumber(value, 1, 65_535);
  if (port !== null) return port;
  throw new UsageProblem("--listen takes a port: a whole number from 1 to 65535");
}
