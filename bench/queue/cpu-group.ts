import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The cgroup hierarchies that count CPU time, and the file with it. */
const hierarchies = [
  { root: "/sys/fs/cgroup/cpuacct", file: "cpuacct.usage", read: (text: string) => Number(text) / 1e6 },
  {
    root: "/sys/fs/cgroup",
    file: "cpu.stat",
    read: (text: string) => Number(/usage_usec (\d+)/.exec(text)?.[1]) / 1e3,
  },
];

/**
 * Counts the CPU time of processes and of everything that they start, however it ends, without that of other processes.
 * Needs root and writable cgroups.
 */
export class CpuGroup {
  readonly #folder: string;
  readonly #how: (typeof hierarchies)[number];

  constructor(name: string) {
    for (const how of hierarchies)
      try {
        const folder = join(how.root, `wirecheck-${process.pid}-${name}`);
        mkdirSync(folder);
        readFileSync(join(folder, how.file));
        [this.#folder, this.#how] = [folder, how];
        return;
      } catch {}
    throw new Error("CPU time cannot be measured here: it needs cgroups that this user may write to");
  }

  /** A command prefix that puts a command into the group. */
  get wrapper(): string[] {
    return ["sh", "-c", `echo $$ > ${join(this.#folder, "cgroup.procs")} && exec "$@"`, "sh"];
  }

  get cpuMs(): number {
    return this.#how.read(readFileSync(join(this.#folder, this.#how.file), "latin1"));
  }

  /** Puts a running process into the group. */
  add(pid: number): void {
    writeFileSync(join(this.#folder, "cgroup.procs"), `${pid}`);
  }

  remove(): void {
    try {
      rmdirSync(this.#folder);
    } catch {
      // Something in it is still ending: an empty group costs nothing.
    }
  }
}
