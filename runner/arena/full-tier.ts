import { join } from "node:path";
import { recordAttempts } from "../linux/attempts.ts";
import { enterFreshNetwork } from "../linux/network.ts";
import { shareNothingByKeys } from "../linux/shared-memory.ts";
import { installLauncher } from "./launcher.ts";
import { makeMachineFiles } from "./machine-files.ts";
import { sandboxEnclosure } from "./sandbox-enclosure.ts";
import type { Tier } from "./tier.ts";
import { nominalUsers } from "./users.ts";

/** Tier `full`: a network of this process's own, and a sandbox for each program in it; `users` as `usersOf` returns them. */
export function fullTier(folder: string, users: readonly number[] | null): Tier {
  const machineFiles = join(folder, "etc");
  let lastPort = firstPort;
  return {
    isolation: { tier: "full", network: true, sandbox: true, unprivilegedUser: true },
    enter() {
      enterFreshNetwork();
      shareNothingByKeys();
      makeMachineFiles(machineFiles, users ?? nominalUsers);
      installLauncher(machineFiles);
    },
    renewShared: shareNothingByKeys,
    renewNetwork() {
      enterFreshNetwork();
      return true;
    },
    enclose: (options, folder, uid) => sandboxEnclosure(options, folder, { uid, real: users !== null, machineFiles }),
    ours: (sockets) => sockets,
    async freePort(sockets) {
      const taken = new Set(sockets().map((socket) => socket.localPort));
      do lastPort = lastPort === finalPort ? firstPort : lastPort + 1;
      while (taken.has(lastPort));
      return lastPort;
    },
    recordAttempts,
  };
}

/** Free of ports that programs write in their sources (below 20 000) and of those the kernel hands out (from 32 768). */
const firstPort = 20_011;
const finalPort = 32_000;
