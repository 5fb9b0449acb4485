import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Delivery, type Entry, type Layout, noClaims } from "../delivery.ts";

/** GitHub Classroom's clones: a repository `<assignment>-<user name>` for each student; handed in with the last commit. */
export const github: Layout = async (entries) => {
  const clones = entries.filter(({ path, isFolder }) => isFolder && existsSync(join(path, ".git")));
  if (clones.length === 0) return null;
  const assignment = commonStart(clones.map(({ name }) => name));
  return {
    deliveries: await Promise.all(clones.map((clone) => delivery(clone, assignment))),
    rest: entries.filter((entry) => !clones.includes(entry)),
  };
};

async function delivery({ name, path, refused }: Entry, assignment: string): Promise<Delivery> {
  return {
    path: name,
    platform: "github",
    sources: [{ from: path, name }],
    owners: [{ ...noClaims, username: name.slice(assignment.length), label: name }],
    submittedAt: await lastCommit(path),
    late: null,
    attempt: null,
    refused,
  };
}

/** What all names begin with, up to a hyphen; empty for a single name, where the end of the common part is unknown. */
function commonStart(names: readonly string[]): string {
  const [first = "", ...others] = names;
  if (others.length === 0) return "";
  let length = first.length;
  while (!others.every((name) => name.startsWith(first.slice(0, length)))) length -= 1;
  return first.slice(0, first.lastIndexOf("-", length - 1) + 1);
}

/**
 * When the last commit was made. A student may have made the repository, and its settings can name programs to run: so
 * only a plumbing command is called, and it may not fetch anything.
 */
async function lastCommit(repository: string): Promise<Date | null> {
  const settings = ["safe.directory=*", "core.fsmonitor=false", "core.pager=cat"].flatMap((setting) => ["-c", setting]);
  const args = [...settings, "-C", repository, "rev-list", "--max-count=1", "--format=%ct", "HEAD"];
  const env = { PATH: process.env.PATH, GIT_ALLOW_PROTOCOL: "none", GIT_NO_LAZY_FETCH: "1", GIT_TERMINAL_PROMPT: "0" };
  try {
    const { execa } = await import("execa");
    const { stdout } = await execa("git", args, { env, extendEnv: false, timeout: 10_000 });
    const [, seconds] = stdout.match(/^(\d+)$/m) ?? [];
    return seconds ? new Date(Number(seconds) * 1000) : null;
  } catch {
    return null;
  }
}
