import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { claimBlocks, LoopbackNetwork, loadedLibrary } from "../linux/loopback.ts";
import { adoptOrphans } from "../linux/native.ts";
import { socketInodes } from "../linux/owned-sockets.ts";
import type { SocketSample } from "../linux/socket-sample.ts";
import type { LaunchOptions } from "./launch-options.ts";
import {
  installNative,
  landlockVersion,
  nativeFile,
  type ShownMachine,
  scopesSignals,
  showsMachines,
} from "./launcher.ts";
import { isOpenToOthers } from "./open-to-others.ts";
import { replaceableFolders } from "./own-folders.ts";
import { plainEnclosure } from "./plain-enclosure.ts";
import type { Tier } from "./tier.ts";

/**
 * Tier `ports`: no namespaces. Each test has addresses of its own on the machine's loopback (see native/loopback.h). Programs that do
 * not load that library share the machine's network; their tests use different ports.
 *
 * @param users as in fullTier
 */
export function portsTier(folder: string, users: readonly number[] | null): Tier {
  const library = loadedLibrary(nativeFile("loopback.so"));
  const nextBlock = library && claimBlocks();
  const landlock = landlockVersion();
  /** Files of wirecheck that every program must be able to open. */
  const shared = join(folder, "shared");
  let launcher = "";
  let ownFolders: readonly string[] = [];
  let networks: LoopbackNetwork[] = [];
  let count = 0;
  const addNetwork = () => {
    if (!library || !nextBlock) return;
    const network = new LoopbackNetwork(nextBlock(), join(shared, `network-${count++}`));
    network.enter(library);
    networks.push(network);
  };
  /** Where all hand-ins may write. It is closed if other hand-ins or results are in it, although a program may count on it. */
  const sharedFolders = () => (ownFolders.length > 0 || folder.startsWith("/tmp/") ? [] : ["/tmp"]);
  return {
    get isolation() {
      const reachesOthers = landlock < 1 || sharedFolders().length > 0;
      return {
        ...{ tier: "ports" as const, network: false, address: nextBlock !== null, sandbox: false },
        ...{
          files: !reachesOthers,
          signals: landlock >= scopesSignals || users !== null,
          unprivilegedUser: users !== null,
        },
      };
    },
    get hasNetworks() {
      return networks.length > 0;
    },
    showsMachines: showsMachines(),
    get closedFolders() {
      if (landlock < 1 || ownFolders.length > 0) return [];
      return ["/tmp", "/var/tmp"].filter((each) => !sharedFolders().includes(each));
    },
    enter() {
      adoptOrphans();
      mkdirSync(shared);
      chmodSync(shared, 0o711);
      launcher = installNative("launch", folder);
      installNative("loopback.so", shared);
      ownFolders = users === null ? [] : replaceableFolders(launcher);
    },
    renewShared() {},
    renewNetwork(isShared) {
      for (const network of networks) network.remove();
      networks = [];
      if (isShared) library?.enter(0, "");
      else addNetwork();
      return false;
    },
    addNetwork() {
      addNetwork();
      return false;
    },
    enclose(options, launchFolder, uid) {
      const network = networks.at(-1);
      const ownAddress = (this.showsMachines && options.machine?.address) || null;
      // If root's home cannot be replaced, the users of programs cannot enter it, and so cannot use the tools in it.
      const mayBeOther = ownFolders.length > 0 || options.toolFolders.every(isOpenToOthers);
      return plainEnclosure(options, launchFolder, {
        user: users && mayBeOther ? uid : null,
        launcher,
        ownFolders,
        environment: network?.environment(join(shared, "loopback.so"), ownAddress) ?? {},
        readable: network ? [shared] : [],
        writable: [...sharedFolders(), ...(network ? [network.journal] : [])],
        nameServer: this.showsMachines ? nameServerOf(options, network) : null,
      });
    },
    inside: (sockets) => (networks.length > 0 ? networks.flatMap((network) => network.inside(sockets)) : [...sockets]),
    ours(sockets, pids) {
      return networks.length > 0 ? sockets : ownedBy(sockets, socketInodes(["self", ...pids()]));
    },
    // On the shared network only root sees packets, and it sees those of all programs.
    recordAttempts: () => ({ attempts: () => networks.flatMap((network) => network.attempts()), stop: () => {} }),
  };
}

/** Where a program finds the name server of its machine; where there is none, nobody is there. */
function nameServerOf({ machine }: LaunchOptions, network: LoopbackNetwork | undefined): ShownMachine["nameServer"] {
  const port = machine?.nameServerPort;
  const shared = { host: loopback, port: port ?? closedPort };
  if (!network) return shared;
  return (port === undefined ? null : network.realPlace("udp", port)) ?? { host: network.realHost, port: closedPort };
}

const loopback = 0x7f000001;
/** On today's machines nothing listens at port 1, so that it refuses questions. */
const closedPort = 1;

/** The sockets with these inodes. A socket in TIME_WAIT has no inode: it is included if another one with its port is. */
function ownedBy(sockets: readonly SocketSample[], inodes: ReadonlySet<number>): SocketSample[] {
  const ports = new Set(sockets.filter(({ inode }) => inodes.has(inode)).map(({ localPort }) => localPort));
  return sockets.filter(
    ({ inode, localPort, remotePort }) =>
      inodes.has(inode) || (inode === 0 && (ports.has(localPort) || ports.has(remotePort))),
  );
}
