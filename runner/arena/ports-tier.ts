import getPort from "get-port";
import { adoptOrphans } from "../linux/native.ts";
import { socketInodes } from "../linux/owned-sockets.ts";
import type { SocketSample } from "../linux/socket-sample.ts";
import { installLauncher } from "./launcher.ts";
import { foldersToOwn } from "./own-folders.ts";
import { plainEnclosure } from "./plain-enclosure.ts";
import type { Tier } from "./tier.ts";

/** Tier `ports`: the machine's own network, shared with everybody; programs keep apart by their ports. `users` as in fullTier. */
export function portsTier(folder: string, users: readonly number[] | null): Tier {
  let launcher = "";
  let ownFolders: readonly string[] = [];
  return {
    isolation: { tier: "ports", network: false, sandbox: false, unprivilegedUser: users !== null },
    enter() {
      adoptOrphans();
      launcher = installLauncher(folder);
      ownFolders = users === null ? [] : foldersToOwn(launcher);
    },
    renewShared() {},
    renewNetwork: () => false,
    enclose: (options, launchFolder, uid) =>
      plainEnclosure(options, launchFolder, { user: users && uid, launcher, ownFolders }),
    ours: (sockets, pids) => ownedBy(sockets, socketInodes(["self", ...pids()])),
    freePort: () => getPort(),
    // Nobody but root sees packets, and root sees those of everybody on this machine.
    recordAttempts: () => ({ attempts: () => [], stop: () => {} }),
  };
}

/** Nobody owns a socket in TIME_WAIT any more: it counts as ours when its port is. */
function ownedBy(sockets: readonly SocketSample[], inodes: ReadonlySet<number>): SocketSample[] {
  const ports = new Set(sockets.filter(({ inode }) => inodes.has(inode)).map(({ localPort }) => localPort));
  return sockets.filter(
    ({ inode, localPort, remotePort }) =>
      inodes.has(inode) || (inode === 0 && (ports.has(localPort) || ports.has(remotePort))),
  );
}
