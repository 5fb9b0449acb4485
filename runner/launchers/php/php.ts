import type { Launcher } from "../launcher.ts";
import { withLocalImports } from "../support/local-imports.ts";
import { shebangInterpreter } from "../support/shebang.ts";
import { fileArgument, shellWord } from "../support/words.ts";
import { phpOutput } from "./output.ts";
import { phpIncludes, phpSource } from "./source.ts";

/** Messages go to standard error, once, regardless of the machine's php.ini. */
const messages = ["-d", "display_errors=stderr", "-d", "log_errors=0", "-d", "html_errors=0"];

/** Copies the files that switch extensions on into the folder of the cache. */
const copySettings = `
foreach (array_filter(explode(",", (string) php_ini_scanned_files())) as $file) {
    if (!copy(trim($file), getenv("WIRECHECK_PHP") . "/" . basename(trim($file)))) exit(1);
}
`;

/** PHP on the command line. It writes its output at once, to a pipe as to a terminal. */
export const php: Launcher = {
  title: "PHP",
  extensions: [".php"],
  tools: {
    php: {
      names: ["php"],
      package: "php-cli",
      locate: { argv: ["-n", "-r", "echo dirname(PHP_BINDIR);"] },
      // Debian switches extensions on in /etc, which programs do not see: sockets is one of them.
      cache: { variable: "WIRECHECK_PHP", argv: ["-r", copySettings], env: {} },
    },
  },
  recognises: (file, tree) => /^php/.test(shebangInterpreter(tree.read(file)) ?? ""),
  sources: (tree) => withLocalImports(tree, phpIncludes),
  plan(tree) {
    const files = withLocalImports(tree, phpIncludes).filter((file) => file === tree.entry || /\.php$/i.test(file));
    const env = { PHP_INI_SCAN_DIR: "{cache}" };
    return {
      // Before PHP 8.3, -l checks one file only.
      build: files.map((file) => ({ tool: "php", argv: [...messages, "-l", fileArgument(file)], env })),
      run: { tool: "php", argv: [...messages, fileArgument(tree.entry)], env },
    };
  },
  typed: ({ entry }) => `php ${shellWord(entry)}`,
  source: phpSource,
  handlesErrorBy: { en: "look whether the call returned false", id: "periksa apakah hasil pemanggilannya false" },
  isInterpreted: true,
  output: phpOutput,
  // As in C: the next socket becomes descriptor 1.
  closedOutput: "nowhere",
};
