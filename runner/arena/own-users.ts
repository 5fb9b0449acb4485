import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { asOwnerOf } from "../linux/as-owner.ts";
import { hasRights } from "../linux/rights.ts";
import { findExecutable } from "./executables.ts";
import { usersOf } from "./users.ts";

/**
 * The users as whom the programs of a worker run: those of `usersOf`, unless the worker could then see less of the programs than
 * if they ran as its own user.
 */
export async function ownUsers(worker: number): Promise<number[] | null> {
  const users = usersOf(worker);
  const [first] = users ?? [];
  if (first === undefined || hasRights("ptrace") || (await whyCallsAreHidden(first)) === null) return users;
  return (await whyCallsAreHidden(null)) === null ? null : users;
}

/**
 * Why the system call in which a program of that user is blocked cannot be read, as a code such as EACCES: hidepid, Yama and some
 * containers hide it. Null if it can be read.
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
