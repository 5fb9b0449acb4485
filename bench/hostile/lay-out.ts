import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { type Attack, commonFolder, labFile } from "./attacks.ts";
import { honestPrograms } from "./honest.ts";
import { classFolder, homeFolder } from "./settings.ts";

/**
 * Makes a class that belongs to a user, with an honest program after every few attacks. Returns the program of each
 * honest hand-in, by folder name; without attacks, each program is there once.
 */
export function layOut(
  attacks: readonly Attack[],
  honestNames: readonly string[],
  { uid, secret }: { uid: number; secret: string },
): Map<string, string> {
  rmSync(classFolder, { recursive: true, force: true });
  const handIns = join(classFolder, "hand-ins");
  mkdirSync(handIns, { recursive: true });
  const honest = honestNames.map((name) => [name, honestPrograms[name] as string] as const);
  const members = spread(attacks, honest);
  const names = new Map<string, string>();
  for (const [index, member] of members.entries()) {
    const folder = join(handIns, `${String(index).padStart(3, "0")}-${"says" in member ? member.name : member[0]}`);
    if ("says" in member) copyAttack(member, folder);
    else {
      cpSync(member[1], folder, { recursive: true });
      rmSync(join(folder, "expected.yaml"));
      names.set(folder.slice(handIns.length + 1), member[0]);
    }
  }
  cpSync(labFile, join(classFolder, "lab.yaml"));
  writeFileSync(join(classFolder, "secret"), `${secret}\n`, { mode: 0o600 });
  spawnSync("chown", ["-R", `${uid}:${uid}`, classFolder, homeFolder]);
  return names;
}

function spread<A, H>(attacks: readonly A[], honest: readonly H[]): (A | H)[] {
  if (attacks.length === 0) return [...honest];
  const every = Math.max(1, Math.min(5, Math.floor(attacks.length / honest.length)));
  const count = Math.max(honest.length, Math.ceil(attacks.length / every));
  return Array.from({ length: count }, (_, index) => [
    honest[index % honest.length] as H,
    ...attacks.slice(index * every, (index + 1) * every),
  ]).flat();
}

/** Copies an attack together with the files that attacks in its language share. */
function copyAttack({ folder }: Attack, to: string): void {
  cpSync(folder, to, { recursive: true });
  const shared: Record<string, string> = { ".c": ".h" };
  const endings = new Set(readdirSync(folder).map((name) => shared[extname(name)] ?? extname(name)));
  for (const name of readdirSync(commonFolder))
    if (endings.has(extname(name))) cpSync(join(commonFolder, name), join(to, name));
}
