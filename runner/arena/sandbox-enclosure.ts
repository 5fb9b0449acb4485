import type { ChildProcess } from "node:child_process";
import { lchownSync, mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { processTree } from "../linux/process-tree.ts";
import { sendSignal } from "../linux/send-signal.ts";
import { removeTree } from "../remove-tree.ts";
import { copyTree } from "./copy-tree.ts";
import type { Enclosure } from "./enclosure.ts";
import { findExecutable } from "./executables.ts";
import type { LaunchOptions } from "./launch-options.ts";
import { descriptors, launchCommand } from "./launcher.ts";
import { resourceLimits } from "./limits.ts";
import { filesOf, sandboxHome, sharedFolders, writeMachineFiles } from "./machine-files.ts";
import { bytesInFolders, bytesInQueuesAndSegments } from "./memory-in-files.ts";
import { placeFiles, placeSockets } from "./placed-files.ts";
import { type Sandbox, sandboxArguments, sandboxBuild, scratchFolders } from "./sandbox.ts";
import { systemFolders } from "./system-folders.ts";

/** The user as whom a sandboxed program runs. */
export interface SandboxUser {
  uid: number;
  /** Whether it is a user of the machine; else only a user of the sandbox's user namespace. */
  real: boolean;
  /** The folder it sees as /etc (see makeMachineFiles). */
  machineFiles: string;
}

/** The enclosure of tier `full`: a bubblewrap sandbox in the network of this process. `folder` belongs to this launch alone. */
export function sandboxEnclosure(
  options: Pick<LaunchOptions, "files" | "placed" | "sockets" | "build" | "toolFolders" | "machine">,
  folder: string,
  user: SandboxUser,
): Enclosure {
  const owner = user.real ? user.uid : null;
  const home = join(folder, "home");
  mkdirSync(folder, { mode: 0o700 });
  copyTree(realpathSync(options.files), home, owner);
  placeFiles(home, options.placed ?? {}, owner);
  placeSockets(home, options.sockets ?? {}, owner);
  if (owner !== null && options.build?.writable) lchownSync(options.build.folder, owner, owner);
  const sandbox: Sandbox = {
    home,
    build: options.build ?? null,
    toolFolders: options.toolFolders,
    machineFiles: user.machineFiles,
    ...(options.machine && { ownMachineFiles: writeMachineFiles(join(folder, "machine"), filesOf(options.machine)) }),
    ...(options.machine?.hostname !== undefined && { hostname: options.machine.hostname }),
    sharedFolders: sharedFolders(),
    systemFolders: systemFolders(),
    namespacedUser: user.real ? null : user.uid,
  };
  return {
    paths: { home: sandboxHome, build: sandboxBuild },
    home,
    owner,
    environment: {},
    workingFolder: "/",
    traceFile: `${folder}.calls`,
    command(program, limits, stdout) {
      // Without a user of its own, the launcher counts as one of the program's processes.
      const processes = owner === null ? limits.processes + 1 : limits.processes;
      const walls = {
        ...{ user: owner, limits: resourceLimits(limits, processes), mostThreads: limits.processes },
        files: null,
      };
      const init = launchCommand(launcherInside, walls, program, stdout);
      return [findExecutable("bwrap") ?? "bwrap", ...sandboxArguments(sandbox, descriptors.info, init)];
    },
    enter: (init) => enterCommand(init, owner),
    init: readChildPid,
    processes: (init) => processTree(init).filter((pid) => pid !== init),
    memoryInFiles: (init) => bytesInFolders(init, scratchFolders) + bytesInQueuesAndSegments(),
    destroy: (init) => sendSignal(init, "SIGKILL"),
    remove: () => removeTree(folder),
  };
}

/** Enters the namespaces of the sandbox and drops all rights: root becomes the program's user, another user joins its user namespace. */
function enterCommand(init: number, owner: number | null): string[] {
  const own = owner === null ? ["--user", "--preserve-credentials"] : ["--setuid", `${owner}`, "--setgid", `${owner}`];
  return ["nsenter", "--target", `${init}`, "--mount", "--pid", ...own, "--"];
}

/** The launcher is kept among the machine files: a mount of its own would cost 0.1 ms for each launch. */
const launcherInside = "/etc/launch";

/** Reads `{ "child-pid": 123 }`; bwrap writes it before anything inside runs. */
async function readChildPid(child: ChildProcess): Promise<number | null> {
  const info = await text(child.stdio[descriptors.info] as Readable);
  const pid = /"child-pid":\s*(\d+)/.exec(info)?.[1];
  return pid === undefined ? null : Number(pid);
}
