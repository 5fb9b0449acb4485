import { dirname, join } from "node:path/posix";
import type { Launcher, SourceTree } from "../launcher.ts";
import { esbuildQuietly } from "../node/esbuild.ts";
import { scriptImports } from "../node/imports.ts";
import { npmPackagesIn } from "../node/libraries.ts";
import { nodeLanguage } from "../node/node-language.ts";
import { scriptSyntax } from "../node/syntax.ts";
import { blankOut } from "../support/blank-out.ts";
import { localImports, withLocalImports } from "../support/local-imports.ts";
import { fileArgument, shellWord } from "../support/words.ts";

/** TypeScript on Node: types are removed and not checked, as `tsx` and `node --experimental-strip-types` do. */
export const typescript: Launcher = {
  title: "TypeScript",
  extensions: [".ts", ".mts", ".cts"],
  ...nodeLanguage,
  plan(tree) {
    const isModule = isEsModule(tree);
    const program = `{build}/program.${isModule ? "mjs" : "cjs"}`;
    const options = [
      "--platform=node",
      "--target=node20",
      `--format=${isModule ? "esm" : "cjs"}`,
      "--sourcemap=inline",
    ];
    // A bundle wraps CommonJS files, which breaks `require.main === module`: made only if there is something to bundle.
    // Packages that were handed in or installed are bundled: Node would not find them from the build's folder.
    const modules = withLocalImports(tree, scriptImports);
    const usesInstalled = tree.libraryFolder && modules.some((file) => npmPackagesIn(tree.read(file)).length > 0);
    const hasPackages = usesInstalled || tree.files.some((file) => file.includes("node_modules/"));
    if (hasPackages) options.push("--bundle");
    else if (localImports(tree.entry, tree, scriptImports).length > 0) options.push("--bundle", "--packages=external");
    return {
      build: [
        { tool: "esbuild", argv: [fileArgument(tree.entry), ...options, `--outfile=${program}`, ...esbuildQuietly] },
      ],
      run: { tool: "node", argv: ["--enable-source-maps", program] },
    };
  },
  trial: { "trial.ts": "let trial: number;\n" },
  typed: ({ entry }) => `npx tsx ${shellWord(entry)}`,
};

/** The module format: by the ending, by the nearest package.json, else by what it uses, as Node decides. */
function isEsModule({ entry, files, read }: SourceTree): boolean {
  if (/\.mts$/i.test(entry)) return true;
  if (/\.cts$/i.test(entry)) return false;
  const code = blankOut(read(entry), scriptSyntax);
  if (/\brequire\s*[(.]|\bmodule\s*\.\s*exports\b|\b__(?:dirname|filename)\b/.test(code)) return false;
  const manifest = nearestManifest(entry, files);
  if (manifest && /"type"\s*:\s*"module"/.test(read(manifest))) return true;
  return /^[^\S\n]*(?:import|export)\b|\bimport\s*\.\s*meta\b|^(?:[^\n{]*=\s*)?await\b/m.test(code);
}

function nearestManifest(entry: string, files: readonly string[]): string | null {
  for (let folder = dirname(entry); ; folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if (files.includes(manifest)) return manifest;
    if (folder === ".") return null;
  }
}
