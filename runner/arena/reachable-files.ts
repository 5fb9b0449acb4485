import type { Walls } from "./launcher.ts";

/**
 * The files that a program without a sandbox reaches, where the kernel has Landlock: the system's programs and libraries, what is
 * its own, and devices that keep nothing. Everything else, other hand-ins, results and homes, is closed to it.
 */
export function reachableFiles(own: {
  readable: readonly string[];
  writable: readonly string[];
}): NonNullable<Walls["files"]> {
  return {
    readable: [...systemFolders, ...systemFiles, ...own.readable],
    writable: [...devices, ...own.writable],
  };
}

/** The kernel's own files among them show nothing of processes outside of the program's walls. */
const systemFolders = ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/proc", "/sys"];

/** Of /etc what programs ask for, and nothing that is for root alone. */
const systemFiles = [
  ...["passwd", "group", "hosts", "hostname", "host.conf", "resolv.conf", "nsswitch.conf", "gai.conf", "services"],
  ...["protocols", "networks", "localtime", "timezone", "ld.so.cache", "ld.so.conf", "ld.so.conf.d", "os-release"],
  ...["alternatives", "ssl/openssl.cnf", "ssl/certs", "mime.types", "inputrc", "bash.bashrc", "profile", "terminfo"],
  ...["python3", "java", "java-8-openjdk", "java-11-openjdk", "java-17-openjdk", "java-21-openjdk", "java-25-openjdk"],
]
  .map((name) => `/etc/${name}`)
  .concat("/run/systemd/resolve", "/run/resolvconf");

/** What is written to /dev/shm has names that nobody guesses, and Python's locks live there. */
const devices = ["null", "zero", "full", "random", "urandom", "tty", "ptmx", "pts", "shm"].map(
  (name) => `/dev/${name}`,
);
