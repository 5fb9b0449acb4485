import type { Launcher, Tool } from "../launchers/launcher.ts";
import type { StackTool } from "../launchers/stack-dump.ts";
import { findOnPath } from "../launchers/tools/search-path.ts";
import { resolveTool } from "../launchers/tools/toolchain.ts";
import { installFix } from "../linux/install-fix.ts";
import type { Finding } from "./doctor-report.ts";

type Toolchain = Pick<Launcher, "title" | "tools">;

/** Looks for the toolchain of each language; a language without one needs nothing and is left out. */
export async function findToolchains(launchers: readonly Toolchain[]): Promise<Finding[]> {
  const findings = await Promise.all(launchers.map(findToolchain));
  return findings.flatMap((finding) => finding ?? []);
}

/** Looks for the debuggers that show at which line programs of some languages are stuck. */
export async function findDebuggers(launchers: readonly Pick<Launcher, "title" | "stackTool">[]): Promise<Finding[]> {
  const tools = new Set(launchers.flatMap(({ stackTool }) => stackTool ?? []));
  return Promise.all([...tools].map((tool) => findDebugger(tool, launchers)));
}

async function findDebugger(
  tool: StackTool,
  launchers: readonly Pick<Launcher, "title" | "stackTool">[],
): Promise<Finding> {
  const titles = launchers.flatMap(({ title, stackTool }) => (stackTool === tool ? [title] : [])).join(", ");
  const isThere = (await findOnPath([tool.command])).length > 0;
  const yes = {
    en: `${tool.command} shows at which line programs are stuck (${titles})`,
    id: `${tool.command} menunjukkan di baris mana program tertahan (${titles})`,
  };
  const no = {
    en: `${tool.command} is missing: reports do not name the line at which programs are stuck (${titles})`,
    id: `${tool.command} tidak ada: laporan tidak menyebut baris tempat program tertahan (${titles})`,
  };
  return { name: "debugger", isThere, detail: isThere ? yes : no, ...(!isThere && installFix([tool.package])) };
}

async function findToolchain({ title, tools }: Toolchain): Promise<Finding | undefined> {
  const entries = await Promise.all(
    Object.values(tools).map(async (tool) => ({ tool, found: await resolveTool(tool) })),
  );
  const missing = entries.filter(({ found }) => found === null).map(({ tool }) => tool);
  if (missing.length > 0) return { name: title, isThere: false, ...lack(missing) };
  const versions = entries.flatMap(({ tool, found }) => (found?.version ? nameVersion(tool, found.version) : []));
  return versions.length === 0 ? undefined : { name: title, isThere: true, detail: [...new Set(versions)].join(", ") };
}

/** Adds the tool's name where its version lacks it, and leaves out who packaged it and when. */
function nameVersion({ names }: Tool, printed: string): string {
  const version = printed.replaceAll(/ \([^)]*\)/g, "");
  return /^v?[\d.]+$/.test(version) ? `${names[0]} ${version}` : version;
}

function lack(missing: readonly Tool[]): Pick<Finding, "detail" | "fix"> {
  const names = missing.map(({ names: [name] }) => name).join(" and ");
  return {
    detail: {
      en: `${names} ${missing.length === 1 ? "is" : "are"} missing: its programs cannot be graded`,
      id: `${names.replaceAll(" and ", " dan ")} tidak ada: programnya tidak dapat dinilai`,
    },
    ...installFix([...new Set(missing.map((tool) => tool.package))]),
  };
}
