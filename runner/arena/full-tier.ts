import { join } from "node:path";
import { recordAttempts } from "../linux/attempts.ts";
import { enterFreshIpcNamespace } from "../linux/ipc-namespace.ts";
import { enterFreshNetwork } from "../linux/network.ts";
import { installNative } from "./launcher.ts";
import { makeMachineFiles } from "./machine-files.ts";
import { sandboxEnclosure } from "./sandbox-enclosure.ts";
import type { Tier } from "./tier.ts";
import { nominalUsers } from "./users.ts";

/** Tier `full`: a network of this process's own, and a sandbox for each program in it; `users` as `usersOf` returns them. */
export function fullTier(folder: string, users: readonly number[] | null): Tier {
  const machineFiles = join(folder, "etc");
  const renewNetwork = () => {
    enterFreshNetwork();
    return true;
  };
  return {
    isolation: {
      ...{ tier: "full", network: true, address: true, sandbox: true, files: true, signals: true },
      unprivilegedUser: true,
    },
    hasNetworks: true,
    showsMachines: true,
    enter() {
      enterFreshNetwork();
      enterFreshIpcNamespace();
      makeMachineFiles(machineFiles, users ?? nominalUsers);
      installNative("launch", machineFiles);
    },
    renewShared: enterFreshIpcNamespace,
    renewNetwork,
    addNetwork: renewNetwork,
    enclose: (options, folder, uid) => sandboxEnclosure(options, folder, { uid, real: users !== null, machineFiles }),
    inside: (sockets) => [...sockets],
    ours: (sockets) => sockets,
    recordAttempts,
  };
}
