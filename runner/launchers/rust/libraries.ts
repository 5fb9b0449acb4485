import type { SourceTree } from "../launcher.ts";

/** Crates that Cargo.toml requires and that are not in the hand-in: cargo builds nothing if one of them is missing. */
export function rustLibraries(manifest: string | null, { files, read }: SourceTree): string[] {
  if (manifest === null || files.some((file) => /(?:^|\/)vendor\/[^/]+\/Cargo\.toml$/.test(file))) return [];
  const tables = read(manifest).split(/^[ \t]*(?=\[)/m);
  return tables.flatMap((table) => {
    const [, single] = /^\[(?:target\.[^\n]*\.)?(?:build-)?dependencies\.([\w-]+)\]/.exec(table) ?? [];
    if (single !== undefined) return /^\s*path\s*=/m.test(table) ? [] : [single];
    if (!/^\[(?:target\.[^\n]*\.)?(?:build-)?dependencies\]/.test(table)) return [];
    const entries = [...table.matchAll(/^[ \t]*([\w-]+)[ \t]*=[ \t]*([^\n]*)/gm)];
    return entries.flatMap(([, name = "", value = ""]) => (/\bpath\s*=/.test(value) ? [] : [name]));
  });
}
