import type { Command, SourceTree } from "../launcher.ts";
import { blankOut, hashSyntax } from "../support/blank-out.ts";
import { withLocalImports } from "../support/local-imports.ts";
import { pythonImports } from "./imports.ts";

/**
 * Modules that the program imports at its beginning and that are not in the hand-in, if the hand-in declares libraries: a
 * requirements.txt lists packages, not modules, so all count. Later imports may be optional.
 */
export function pythonLibraries(tree: SourceTree): string[] {
  if (!tree.files.some((file) => manifests.test(file))) return [];
  const names = withLocalImports(tree, pythonImports).flatMap((file) =>
    topLevelImports(blankOut(tree.read(file), hashSyntax)),
  );
  const isLocal = (name: string) =>
    tree.files.some((file) => `/${file}`.includes(`/${name}/`) || `/${file}`.endsWith(`/${name}.py`));
  return [...new Set(names)].filter((name) => !isLocal(name));
}

const manifests = /(?:^|\/)(?:requirements[^/]*\.txt|pyproject\.toml|Pipfile|setup\.py|environment\.ya?ml)$/i;

function topLevelImports(code: string): string[] {
  const lists = [...code.matchAll(/^(?:import[ \t]+([^\n;]+)|from[ \t]+(\w[\w.]*)[ \t]+import\b)/gm)];
  const modules = lists.flatMap(([, list, module]) => (module ? [module] : (list ?? "").split(",")));
  return modules.flatMap((name) => name.trim().match(/^[^\W\d]\w*/u) ?? []);
}

/** Prints which of the modules this machine's Python does not find, except for likely typing errors. */
export const missingModules: Command = {
  tool: "python",
  argv: [
    "-I",
    "-c",
    `
import difflib, importlib.util, os, sys
sys.path += filter(None, [os.environ.get("WIRECHECK_LIBRARIES")])
for name in sys.argv[1:]:
    if importlib.util.find_spec(name) is None and not difflib.get_close_matches(name, sys.stdlib_module_names, 1, 0.8):
        print(name)
`,
  ],
};
