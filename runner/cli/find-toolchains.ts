import type { Launcher, Tool } from "../launchers/launcher.ts";
import { resolveTool } from "../launchers/tools/toolchain.ts";
import type { Finding } from "./doctor-report.ts";

type Toolchain = Pick<Launcher, "title" | "tools">;

/** Looks for the toolchain of each language; a language without one needs nothing and is left out. */
export async function findToolchains(launchers: readonly Toolchain[]): Promise<Finding[]> {
  const findings = await Promise.all(launchers.map(findToolchain));
  return findings.flatMap((finding) => finding ?? []);
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

/** Some tools print their name with their version, some do not; who packed it and when is left out. */
function nameVersion({ names }: Tool, printed: string): string {
  const version = printed.replaceAll(/ \([^)]*\)/g, "");
  return /^v?[\d.]+$/.test(version) ? `${names[0]} ${version}` : version;
}

function lack(missing: readonly Tool[]): Pick<Finding, "detail" | "fix"> {
  const names = missing.map(({ names: [name] }) => name).join(" and ");
  const packages = [...new Set(missing.map((tool) => tool.package))].join(" ");
  return {
    detail: {
      en: `${names} ${missing.length === 1 ? "is" : "are"} missing: its programs cannot be graded`,
      id: `${names.replaceAll(" and ", " dan ")} tidak ada: programnya tidak dapat dinilai`,
    },
    // The packages are those of Debian and its kin.
    ...(process.platform === "linux" && { fix: `sudo apt-get install ${packages}` }),
  };
}
