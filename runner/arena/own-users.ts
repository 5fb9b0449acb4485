import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { asOwnerOf } from "../linux/as-owner.ts";
import { hasRights } from "../linux/rights.ts";
import { findExecutable } from "./executables.ts";
import { usersOf } from "./users.ts";

/**
 * The users that the programs of a worker are to be: those that it may give them (see usersOf), unless it would then see less of
 * the programs than it would of its own user's.
 */
export async function ownUsers(worker: number): Promise<number[] | null> {
  const users = usersOf(worker);
  const [first] = users ?? [];
  if (first === undefined || hasRights("ptrace") || (await whyCallsAreHidden(first)) === null) return users;
  return (await whyCallsAreHidden(null)) === null ? null : users;
}

/**
 * Why it does not show in which system call a program of that user is blocked, as a code such as EACCES: hidepid, Yama and some
 * containers hide it. Null where it shows.
 *
 * @param user null: this process's own
 */
export async function whyCallsAreHidden(user: number | null): Promise<string | null> {
  const other = user === null ? {} : { uid: user, gid: user };
  const child = spawn(findExecutable("cat") ?? "cat", {
    stdio: ["pipe", "ignore", "ignore"],
    env: {},
    cwd: "/",
    ...other,
  });
  try {
    await once(child, "spawn");
    const pid = child.pid ?? 0;
    asOwnerOf(pid, () => readFileSync(`/proc/${pid}/syscall`));
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? "refused";
  } finally {
    child.stdin?.end();
  }
}
