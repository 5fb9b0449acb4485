import type { Launcher } from "../launcher.ts";
import { withLocalImports } from "../support/local-imports.ts";
import { shebangInterpreter } from "../support/shebang.ts";
import { fileArgument, shellWord } from "../support/words.ts";
import { perlOutput } from "./output.ts";
import { perlRequires, perlSource } from "./source.ts";

/** Perl 5. */
export const perl: Launcher = {
  title: "Perl",
  extensions: [".pl"],
  tools: {
    perl: { names: ["perl"], package: "perl", locate: { argv: ["-MConfig", "-e", "print $Config{prefix}"] } },
  },
  recognises: (file, tree) => /^perl/.test(shebangInterpreter(tree.read(file)) ?? ""),
  sources: (tree) => withLocalImports(tree, perlRequires),
  plan: (tree) => ({
    build: [
      // -c also reads the modules that a file uses.
      { tool: "perl", argv: ["-c", fileArgument(tree.entry)] },
      { tool: "perl", argv: ["-e", writeUnbuffered, "{build}/Unbuffered.pm"] },
    ],
    run: {
      tool: "perl",
      argv: [fileArgument(tree.entry)],
      pipedEnv: { PERL5OPT: "-I{build} -MUnbuffered" },
    },
  }),
  typed: ({ entry }) => `perl ${shellWord(entry)}`,
  source: perlSource,
  handlesErrorBy: {
    en: "look whether the call returned false, or eval { }",
    id: "periksa hasil pemanggilannya, atau eval { }",
  },
  isInterpreted: true,
  output: perlOutput,
  // As in C: the next socket becomes descriptor 1.
  closedOutput: "nowhere",
};

/** Perl has no option for unbuffered output; a module that is loaded first can set it. */
const writeUnbuffered = 'open(my $file, ">", $ARGV[0]) or die; print $file q($| = 1; 1;)';
