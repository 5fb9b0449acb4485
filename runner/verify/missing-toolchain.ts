import { readdirSync } from "node:fs";
import { extname } from "node:path";
import { launchers } from "../launchers/index.ts";
import { resolveTools } from "../launchers/tools/toolchain.ts";

/** The Debian packages that are missing on this machine to run the programs in a folder; null if none is. */
export async function missingToolchain(folder: string): Promise<string | null> {
  const extensions = new Set(readdirSync(folder).map((file) => extname(file).toLowerCase()));
  const needed = Object.values(launchers).filter((launcher) =>
    launcher.extensions.some((each) => extensions.has(each)),
  );
  const resolved = await Promise.all(needed.map((launcher) => resolveTools(launcher.tools)));
  const packages = resolved.flatMap((tools) => ("missing" in tools ? tools.missing.map((tool) => tool.package) : []));
  return packages.length === 0 ? null : packages.join(" ");
}
