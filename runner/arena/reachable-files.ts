import type { Walls } from "./launcher.ts";

/**
 * The files that a program without a sandbox can open, if the kernel has Landlock: the programs and libraries of the system, its own
 * files, and devices that store nothing. It cannot open anything else, such as other hand-ins, results and home folders.
 */
export function reachableFiles({
  readable,
  writable,
  hasOwnUser,
}: {
  readable: readonly string[];
  writable: readonly string[];
  /** Whether it runs as a user of its own; else terminals are open to it that belong to whoever grades. */
  hasOwnUser: boolean;
}): NonNullable<Walls["files"]> {
  return {
    readable: [...systemFolders, ...systemFiles, ...readable],
    writable: [...devices, ...(hasOwnUser ? terminals : []), ...writable],
  };
}

/** The folders of the system, and the kernel's file systems: Landlock keeps /proc from showing other processes. */
const systemFolders = ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/proc", "/sys"];

/** The files of /etc that programs need, without those that only root may read. */
const systemFiles = [
  ...["passwd", "group", "hosts", "hostname", "host.conf", "resolv.conf", "nsswitch.conf", "gai.conf", "services"],
  ...["protocols", "networks", "localtime", "timezone", "ld.so.cache", "ld.so.conf", "ld.so.conf.d", "os-release"],
  ...["alternatives", "ssl/openssl.cnf", "ssl/certs", "mime.types", "inputrc", "bash.bashrc", "profile", "terminfo"],
  ...["python3", "java", "java-8-openjdk", "java-11-openjdk", "java-17-openjdk", "java-21-openjdk", "java-25-openjdk"],
]
  .map((name) => `/etc/${name}`)
  .concat("/run/systemd/resolve", "/run/resolvconf");

/** Python keeps its locks in /dev/shm, under names that cannot be guessed. */
const devices = ["null", "zero", "full", "random", "urandom", "tty", "shm"].map((name) => `/dev/${name}`);

/** Where a program makes terminals. Its standard input may always be opened by name; see native/files-wall.c. */
const terminals = ["/dev/ptmx", "/dev/pts"];
