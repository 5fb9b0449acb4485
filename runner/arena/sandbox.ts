import { dirname } from "node:path";
import { sandboxHome, hostname as usualHostname } from "./machine-files.ts";

/** What one sandbox is made of; all folders are this machine's. */
export interface Sandbox {
  /** The program's own copy of its files, which it may change. */
  home: string;
  build: { folder: string; writable: boolean } | null;
  toolFolders: readonly string[];
  /** The folder that the program sees as /etc. */
  machineFiles: string;
  /** Files that it sees in /etc in place of those among the machine files, by their names there. @default none */
  ownMachineFiles?: Readonly<Record<string, string>>;
  /** The name of the machine. @default lab */
  hostname?: string;
  /** Folders of the machine's own /etc that it sees there too. */
  sharedFolders: readonly string[];
  /** The system's other folders in the root folder, such as /bin: links into /usr on merged systems, else folders. */
  systemFolders: Readonly<Record<string, { linkTo: string } | "folder">>;
  /** The user the program becomes in a user namespace; null where the real user is dropped afterwards instead. */
  namespacedUser: number | null;
}

/** Where a sandboxed program sees the build products. */
export const sandboxBuild = "/build";

/**
 * Arguments of bwrap(1) for a sandbox whose first process, `init`, is process 1 of a pid namespace: when it dies, the kernel
 * ends everything inside. The sandbox is in the network and IPC namespaces of the caller. Descriptor `infoDescriptor` receives the pid
 * of init.
 */
export function sandboxArguments(sandbox: Sandbox, infoDescriptor: number, init: readonly string[]): string[] {
  return [
    ...namespaces(sandbox),
    ...["--die-with-parent", "--new-session", "--as-pid-1", "--info-fd", `${infoDescriptor}`],
    ...systemMounts(sandbox),
    ...["--proc", "/proc", "--dev", "/dev"],
    ...scratchFolders.flatMap(scratchSpace),
    ...ownMounts(sandbox),
    // Both are in-memory file systems, whose size is not limited by default.
    ...["--remount-ro", "/dev", "--remount-ro", "/"],
    ...["--chdir", sandboxHome, "--", ...init],
  ];
}

function namespaces({ namespacedUser: user, hostname = usualHostname }: Sandbox): string[] {
  const shared = ["--unshare-pid", "--unshare-uts", "--unshare-cgroup-try", "--hostname", hostname];
  return user === null ? shared : [...shared, "--unshare-user", "--uid", `${user}`, "--gid", `${user}`];
}

function systemMounts({ systemFolders, machineFiles, ownMachineFiles = {}, sharedFolders }: Sandbox): string[] {
  const system = Object.entries(systemFolders).flatMap(([path, kind]) =>
    kind === "folder" ? ["--ro-bind", path, path] : ["--symlink", kind.linkTo, path],
  );
  const shared = sharedFolders.flatMap((path) => ["--ro-bind", path, path]);
  const own = Object.entries(ownMachineFiles).flatMap(([name, file]) => ["--ro-bind", file, `/etc/${name}`]);
  return ["--ro-bind", "/usr", "/usr", ...system, "--ro-bind", machineFiles, "/etc", ...shared, ...own];
}

function ownMounts({ home, build, toolFolders }: Sandbox): string[] {
  const tools = toolFolders.filter((path) => !path.startsWith("/usr/"));
  const mounts = [
    ...tools.flatMap((path) => [...ancestors(path), "--ro-bind", path, path]),
    ...ancestors(sandboxHome),
    ...["--bind", home, sandboxHome],
  ];
  return build ? [...mounts, build.writable ? "--bind" : "--ro-bind", build.folder, sandboxBuild] : mounts;
}

/** In-memory folders to which the program may write. */
export const scratchFolders: readonly string[] = ["/tmp", "/dev/shm"];

const scratchBytes = 64 << 20;

function scratchSpace(path: string): string[] {
  return ["--perms", "1777", "--size", `${scratchBytes}`, "--tmpfs", path];
}

/** bwrap makes parent folders with mode 0700, which only root could enter: so each of them is made with an open mode first. */
function ancestors(path: string): string[] {
  const parent = dirname(path);
  return parent === "/" ? [] : [...ancestors(parent), ...folder(parent)];
}

function folder(path: string): string[] {
  return ["--perms", "0755", "--dir", path];
}
