import { spawn } from "node:child_process";
import { once } from "node:events";
import { realpath } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, parse } from "node:path";
import { text } from "node:stream/consumers";
import type { Tool } from "../launcher.ts";
import { findOnPath, isExecutable, searchPath } from "./search-path.ts";
import { fillCache } from "./tool-cache.ts";

/** A tool as this machine has it. */
export interface ResolvedTool {
  /** The real executable, never the shim of a version manager; or the one in `cache` that replaces it. */
  path: string;
  /** Folders outside /usr that must be visible, read-only and at the same path, so that it runs. */
  folders: readonly string[];
  /** First line of its output about its version. */
  version: string | null;
  /** Folder with the tool's filled cache, one of `folders`; null if it has none. */
  cache: string | null;
}

/** Finds a tool on PATH, once a process; null if the machine does not have it. */
export function resolveTool(tool: Tool): Promise<ResolvedTool | null> {
  const key = JSON.stringify([tool.names, tool.bundled ?? null]);
  const known = resolved.get(key) ?? resolve(tool);
  resolved.set(key, known);
  return known;
}

/**
 * Resolves all tools of a launcher and fills their caches (Go: 6 s, once a machine), or returns what is missing, which
 * is never the student's fault.
 */
export async function resolveTools(
  tools: Readonly<Record<string, Tool>>,
): Promise<{ tools: Record<string, ResolvedTool> } | { missing: Tool[] }> {
  const entries = await Promise.all(
    Object.entries(tools).map(async ([name, tool]) => [name, tool, await resolveTool(tool)] as const),
  );
  const missing = entries.flatMap(([, tool, found]) => (found ? [] : [tool]));
  if (missing.length > 0) return { missing };
  const filled = entries.map(
    async ([name, tool, found]) => [name, await withCache(tool, found as ResolvedTool)] as const,
  );
  return { tools: Object.fromEntries(await Promise.all(filled)) };
}

const resolved = new Map<string, Promise<ResolvedTool | null>>();

async function resolve(tool: Tool): Promise<ResolvedTool | null> {
  const path = tool.bundled ? await bundledExecutable(tool.bundled) : await locate(tool);
  if (!path) return null;
  const version = tool.version === null ? null : await firstLine(path, tool.version ?? ["--version"]);
  return { path, folders: await foldersOf(path), version, cache: null };
}

async function withCache(tool: Tool, found: ResolvedTool): Promise<ResolvedTool> {
  const cache = tool.cache ? await fillCache(tool.cache, found) : null;
  if (!cache) return found;
  const path = tool.cache?.executable ? join(cache, tool.cache.executable) : found.path;
  return { ...found, path, cache, folders: [...found.folders, cache] };
}

/**
 * The first program on PATH that reports its installation; if none does, the first one. On Windows a program that does not report it
 * is a stub that only opens the Microsoft Store.
 */
async function locate({ names, locate: how, otherwise }: Tool): Promise<string | null> {
  const found = await findOnPath(names);
  const first = found[0] ?? otherwise ?? null;
  if (how === undefined) return first && skipShim(first, names);
  for (const candidate of found) {
    const [asked] = how.tool ? await findOnPath([how.tool]) : [candidate];
    const name = parse(candidate).name;
    const prefix = asked && (await firstLine(asked, [...(how.before?.[name] ?? []), ...how.argv]));
    if (prefix) return (await executableIn(prefix, names)) ?? candidate;
  }
  return process.platform === "win32" ? (otherwise ?? null) : first;
}

/** On Windows the executable is in the installation's folder itself. */
async function executableIn(prefix: string, names: readonly string[]): Promise<string | null> {
  return (await findOnPath(names, [join(prefix, "bin"), prefix]))[0] ?? null;
}

/** A shim that does not report its installation is skipped for the next program with that name. */
async function skipShim(found: string, names: readonly string[]): Promise<string> {
  if (!isShim(dirname(found))) return found;
  const folders = searchPath().filter((folder) => !isShim(folder));
  return (await findOnPath(names, folders))[0] ?? found;
}

function isShim(folder: string): boolean {
  return /[\\/]shims[\\/]?$/.test(folder);
}

async function bundledExecutable({ package: name, path }: { package: string; path: string }): Promise<string | null> {
  try {
    const file = createRequire(import.meta.url).resolve(`${name}/${path}`);
    return (await isExecutable(file)) ? file : null;
  } catch {
    return null;
  }
}

/** The installation around an executable: the parent of its `bin`, else its own folder. */
async function foldersOf(path: string): Promise<string[]> {
  const folders = [path, await realpath(path)].map((file) => {
    const folder = dirname(file);
    return folder.endsWith("/bin") ? dirname(folder) : folder;
  });
  return [...new Set(folders)].filter((folder) => !/^\/(usr|bin|sbin|lib|lib64)(\/|$)|^\/$/.test(folder));
}

async function firstLine(path: string, argv: readonly string[]): Promise<string | null> {
  try {
    const child = spawn(path, argv, { stdio: ["ignore", "pipe", "pipe"], timeout: answerTimeoutMs });
    const [said, complained, [status]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, "exit"),
    ]);
    return status === 0 ? (`${said}${complained}`.split("\n")[0]?.trim() ?? null) : null;
  } catch {
    return null;
  }
}

const answerTimeoutMs = 20_000;
