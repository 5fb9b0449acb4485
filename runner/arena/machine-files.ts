import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { copyTree } from "./copy-tree.ts";
import type { Machine } from "./launch-options.ts";

/** The name of the machine a sandboxed program believes it runs on. */
export const hostname = "lab";
/** The name of the user it runs as. */
export const userName = "student";
/** Its working directory inside the sandbox. */
export const sandboxHome = "/home/student";

/**
 * Makes the /etc that sandboxed programs see, without secrets of the machine: generated files, copies of a few of the machine's
 * files, and empty folders where `sharedFolders` will be mounted. One folder, because each mount costs 0.1 ms a launch.
 */
export function makeMachineFiles(folder: string, users: readonly number[]): void {
  mkdirSync(join(folder, "ssl"), { recursive: true });
  for (const name of sharedFiles) {
    if (existsSync(join("/etc", name))) copyTree(join("/etc", name), join(folder, name), null);
  }
  // A file can be mounted only over an existing one.
  if (!existsSync(join(folder, "services"))) writeFileSync(join(folder, "services"), "");
  for (const path of sharedFolders()) mkdirSync(join(folder, basename(path)));
  for (const [name, lines] of Object.entries(ownFiles(users))) {
    writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
  }
}

/** Folders of the machine's /etc to which links of its toolchains lead; they are too large to be copied. */
export function sharedFolders(): string[] {
  const names = readdirSync("/etc").filter((name) => name === "alternatives" || name.startsWith("java-"));
  return names.map((name) => join("/etc", name));
}

/** The files of /etc that differ for one launch, by file name, where programs see a folder of makeMachineFiles as /etc. */
export function filesOf(machine: Machine): Record<string, string[]> {
  const { hosts = {}, services, nameServerPort } = machine;
  const name = machine.hostname ?? hostname;
  return {
    hosts: hostsLines({ ...(!(name in hosts) && { [name]: unnumbered }), ...hosts }),
    ...(machine.hostname !== undefined && { hostname: [name] }),
    ...(services && { services: services.map(({ name, port, protocol }) => `${name}\t${port}/${protocol}`) }),
    ...(nameServerPort !== undefined && { "resolv.conf": [nameServer, "options timeout:5 attempts:2"] }),
  };
}

/** All files of /etc that describe that machine, where programs see the rest of the machine's own /etc. */
export function everyFileOf(machine: Machine): Record<string, string[]> {
  const { passwd, group, ...usual } = ownFiles([]);
  return { ...usual, ...filesOf(machine) };
}

/** Writes files of /etc into a folder of their own and returns their paths by name. */
export function writeMachineFiles(
  folder: string,
  files: Readonly<Record<string, readonly string[]>>,
): Record<string, string> {
  mkdirSync(folder);
  const written = Object.entries(files).map(([name, lines]) => {
    const path = join(folder, name);
    writeFileSync(path, `${lines.join("\n")}\n`);
    return [name, path];
  });
  return Object.fromEntries(written);
}

/** A JVM throws when it cannot resolve the machine's own name. */
function hostsLines(hosts: Readonly<Record<string, string>>): string[] {
  const usual = ["127.0.0.1 localhost", "::1 localhost ip6-localhost ip6-loopback"];
  return [...usual, ...Object.entries(hosts).map(([name, address]) => `${address} ${name}`)];
}

/** The address that Debian gives to the name of a machine. */
const unnumbered = "127.0.1.1";
const nameServer = "nameserver 127.0.0.1";

/** Certificates are left out: no other machine can be reached. */
const sharedFiles = ["ld.so.cache", "localtime", "protocols", "services", "ssl/openssl.cnf"];

function ownFiles(users: readonly number[]): Record<string, string[]> {
  return {
    passwd: [
      "root:x:0:0:root:/:/bin/false",
      ...users.map((uid) => `${userName}:x:${uid}:${uid}::${sandboxHome}:/bin/sh`),
    ],
    group: ["root:x:0:", ...users.map((uid) => `${userName}:x:${uid}:`)],
    hostname: [hostname],
    hosts: hostsLines({ [hostname]: unnumbered }),
    "nsswitch.conf": ["passwd", "group", "networks", "protocols", "services"]
      .map((database) => `${database}: files`)
      .concat("hosts: files dns"),
    // Nothing listens there, so that looking up an unknown name fails at once.
    "resolv.conf": [nameServer, "options timeout:1 attempts:1"],
  };
}
