import { access, constants } from "node:fs/promises";
import { delimiter, isAbsolute, join } from "node:path";

const isWindows = process.platform === "win32";

/** Folders of the system's own programs, which are searched after the user's PATH. */
const systemFolders = isWindows ? [] : ["/usr/local/bin", "/usr/bin", "/bin"];

/** Endings of programs that can be started without a shell: of those in PATHEXT, scripts (.BAT, .CMD) need one. */
const endings = isWindows ? [".exe", ".com"] : [""];

/** The folders in which programs are searched: the user's PATH, then the system's own. */
export function searchPath(): string[] {
  const own = (process.env.PATH ?? "").split(delimiter).filter((folder) => isAbsolute(folder));
  return [...own, ...systemFolders];
}

/** The PATH for a program: those folders first, then those that its system's programs need. */
export function pathWith(folders: readonly string[]): string {
  return [...new Set([...folders, ...(process.platform === "linux" ? systemFolders : searchPath())])].join(delimiter);
}

/** Every executable of one of these names, the best name first, and for each name in the order of the folders. */
export async function findOnPath(names: readonly string[], folders = searchPath()): Promise<string[]> {
  const candidates = names.flatMap((name) =>
    folders.flatMap((folder) => endings.map((ending) => join(folder, `${name}${ending}`))),
  );
  const found = [];
  for (const candidate of candidates) if (await isExecutable(candidate)) found.push(candidate);
  return found;
}

/** Whether a file can be started; on Windows, whether it is there. */
export async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
