import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/**
 * The secret part of the address of a page: nobody else on this machine, and no page of the internet, can guess it. It is the
 * same for the same work each time, so that a page that is open in a browser finds its server again.
 */
export async function tokenFor(work: readonly string[]): Promise<string> {
  return createHmac("sha256", await ownKey())
    .update(JSON.stringify(work))
    .digest("base64url")
    .slice(0, tokenLength);
}

/** 144 bits. */
const tokenLength = 24;

/** Whether two tokens are the same, in a time that tells nothing of where they differ. */
export function isSameToken(one: string, other: string): boolean {
  const digest = (token: string) => createHash("sha256").update(token).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/** A key that this user alone can read; where none can be kept each start has its own. */
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

/** Where programs keep what is no setting and no cache (XDG Base Directory Specification). */
function stateFolder(): string {
  const { XDG_STATE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_STATE_HOME) return XDG_STATE_HOME;
  if (process.platform === "win32" && LOCALAPPDATA) return LOCALAPPDATA;
  return join(homedir(), ".local", "state");
}
