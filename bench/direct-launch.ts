import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

/** A program started directly: without isolation, limits or watching. */
export interface DirectLaunch {
  argv: readonly string[];
  folder: string;
  env?: NodeJS.ProcessEnv;
}

/** Starts a program with its output thrown away. */
export function launchDirectly({ argv, folder, env = process.env }: DirectLaunch): ChildProcess {
  const [file = "", ...args] = argv;
  return spawn(file, args, { cwd: folder, env, stdio: ["pipe", "ignore", "ignore"] });
}

/** Kills a program, unless it has ended, and waits until it is gone. */
export async function killDirectly(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

/** Connects as soon as the port accepts; throws when the program ends before. */
export async function connectWhenReady(child: ChildProcess, port: number): Promise<Socket> {
  while (child.exitCode === null) {
    const socket = connect(port, "127.0.0.1");
    try {
      await once(socket, "connect");
      return socket;
    } catch {
      socket.destroy();
      await delay(retryMs);
    }
  }
  throw new Error(`the program ended with status ${child.exitCode} before it accepted`);
}

const retryMs = 1;
