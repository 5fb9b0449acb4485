import { Argument, Command } from "commander";
import type { AddCommand, LoadCommand } from "./command-line.ts";
import { labIds } from "./find-lab.ts";
import { inHelp } from "./speech.ts";

const shells = { bash, zsh, fish, powershell };
type Shell = keyof typeof shells;

/** Adds `wirecheck completion`, which prints a script that makes a shell complete these commands. */
export function addCompletion(commands: Readonly<Record<string, LoadCommand>>): AddCommand {
  return (program) => {
    program
      .command("completion")
      .description("print a script that makes a shell complete wirecheck's commands, options and labs")
      .addArgument(new Argument("<shell>", "the shell").choices(Object.keys(shells)))
      .addHelpText("after", inHelp(help))
      .action(async (shell: Shell) => {
        process.stdout.write(shells[shell](await completedWords(commands)));
      });
  };
}

const help = {
  en: `
Examples:
  $ wirecheck completion bash >> ~/.bashrc
  $ wirecheck completion zsh > "\${fpath[1]}/_wirecheck"
  $ wirecheck completion fish > ~/.config/fish/completions/wirecheck.fish
  PS> wirecheck completion powershell >> $PROFILE`,
  id: `
Contoh:
  $ wirecheck completion bash >> ~/.bashrc
  $ wirecheck completion zsh > "\${fpath[1]}/_wirecheck"
  $ wirecheck completion fish > ~/.config/fish/completions/wirecheck.fish
  PS> wirecheck completion powershell >> $PROFILE`,
};

/** The words that may follow each command: options and ids of labs. */
type Words = Readonly<Record<string, readonly string[]>>;

async function completedWords(commands: Readonly<Record<string, LoadCommand>>): Promise<Words> {
  const program = new Command();
  for (const load of Object.values(commands)) (await load())(program);
  const labs = await labIds();
  const entries = program.commands.map((command) => {
    const options = command.options.flatMap(({ long }) => long ?? []);
    const takesLab = command.registeredArguments.some((argument) => argument.name().startsWith("lab"));
    return [command.name(), [...options, ...(takesLab ? labs : [])]];
  });
  return { ...Object.fromEntries(entries), completion: Object.keys(shells) };
}

/** Files are completed as well, because a hand-in or the user's own lab may be a file. */
function bash(words: Words): string {
  const cases = Object.entries(words).map(([name, each]) => `    ${name}) words="${each.join(" ")}" ;;`);
  return `_wirecheck() {
  local words="${Object.keys(words).join(" ")}"
  if [ "$COMP_CWORD" -gt 1 ]; then
    case "\${COMP_WORDS[1]}" in
${cases.map((line) => `  ${line}`).join("\n")}
      *) words="" ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _wirecheck wirecheck
`;
}

function zsh(words: Words): string {
  const cases = Object.entries(words).map(([name, each]) => `    ${name}) compadd -- ${each.join(" ")} ;;`);
  return `#compdef wirecheck
if (( CURRENT == 2 )); then
  compadd -- ${Object.keys(words).join(" ")}
else
  case $words[2] in
${cases.join("\n")}
  esac
  _files
fi
`;
}

function fish(words: Words): string {
  const commands = `complete -c wirecheck -n __fish_use_subcommand -f -a "${Object.keys(words).join(" ")}"`;
  const each = Object.entries(words).map(
    ([name, after]) => `complete -c wirecheck -n "__fish_seen_subcommand_from ${name}" -a "${after.join(" ")}"`,
  );
  return `${[commands, ...each].join("\n")}\n`;
}

function powershell(words: Words): string {
  const entries = Object.entries(words).map(
    ([name, each]) => `    '${name}' = @(${each.map((word) => `'${word}'`).join(", ")})`,
  );
  return `Register-ArgumentCompleter -Native -CommandName wirecheck -ScriptBlock {
  param($word, $line, $position)
  $words = @{
${entries.join("\n")}
  }
  $typed = $line.CommandElements | ForEach-Object { "$_" }
  $isFirst = $typed.Count -lt 2 -or ($typed.Count -eq 2 -and $word -ne '')
  $(if ($isFirst) { $words.Keys } else { $words[$typed[1]] }) | Where-Object { $_ -like "$word*" } | Sort-Object |
    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`;
}
