import type { Arena } from "../arena/arena.ts";
import { buildLimits } from "../arena/limits.ts";
import type { Exit } from "../arena/running-program.ts";
import type { PreparedCommand } from "../model/prepared-program.ts";
import type { BuildReport, Params } from "./protocol.ts";

/** Builds a program in the sandbox; stops at the first command that fails. */
export async function build(arena: Arena, params: Params<"build">): Promise<BuildReport> {
  const chunks: Buffer[] = [];
  arena.renewNetwork();
  for (const command of params.commands) {
    const exit = await run(arena, command, params, chunks);
    const [refusal] = [/^cannot run (.*)$/m.exec(Buffer.concat(chunks).toString())];
    // A compiler that exists but cannot be run is a fault of the machine.
    if (exit.status === 126 && refusal?.[1]?.startsWith(command.argv[0] ?? "")) throw new Error(refusal[0]);
    if (exit.status !== 0) return { status: exit.status, output: Buffer.concat(chunks).toString(), limit: exit.limit };
  }
  return { status: 0, output: Buffer.concat(chunks).toString(), limit: null };
}

async function run(arena: Arena, command: PreparedCommand, params: Params<"build">, chunks: Buffer[]): Promise<Exit> {
  const program = arena.launch({
    name: "build",
    argv: command.argv,
    env: command.env,
    files: params.files,
    build: { folder: params.build, writable: true },
    toolFolders: params.toolFolders,
    limits: buildLimits,
    stdin: "closed",
    onOutput: (_stream, bytes) => chunks.push(bytes),
  });
  let isLate = false;
  const deadline = setTimeout(() => {
    isLate = true;
    void program.kill();
  }, longestBuildMs);
  try {
    const exit = await program.exited;
    // One that idles or computes too long has met its limit before: it is the machine that was too slow.
    if (isLate && exit.limit === null) throw new Error(`a build was not done after ${longestBuildMs / 60_000} minutes`);
    return exit;
  } finally {
    clearTimeout(deadline);
    await program.kill();
  }
}

/** On a machine that is so busy that nothing else can be said. */
const longestBuildMs = 300_000;
