import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/**
 * The secret part of a page's address, which no other user of this machine and no page of the internet can guess. The
 * same work always gets the same token, so that a page open in a browser finds its server again after a restart.
 */
export async function tokenFor(work: readonly string[]): Promise<string> {
  return createHmac("sha256", await ownKey())
    .update(JSON.stringify(work))
    .digest("base64url")
    .slice(0, tokenLength);
}

/** 144 bits. */
const tokenLength = 24;

/** Whether two tokens are the same, compared in constant time. */
export function isSameToken(one: string, other: string): boolean {
  const digest = (token: string) => createHash("sha256").update(token).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/** A key that only this user can read; a new one for each start when none can be stored. */
async function ownKey(): Promise<Buffer> {
  const folder = join(stateFolder(), "wirecheck");
  const file = join(folder, "ui-key");
  try {
    const known = await readFile(file).catch(() => null);
    if (known?.length === keyLength) return known;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const key = randomBytes(keyLength);
    await writeFile(file, key, { mode: 0o600 });
    return key;
  } catch {
    return randomBytes(keyLength);
  }
}

const keyLength = 32;

/** The folder for state that is neither settings nor cache (XDG Base Directory Specification). */
function stateFolder(): string {
  const { XDG_STATE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_STATE_HOME) return XDG_STATE_HOME;
  if (process.platform === "win32" && LOCALAPPDATA) return LOCALAPPDATA;
  return join(homedir(), ".local", "state");
}
