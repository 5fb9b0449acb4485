import { Command, CommanderError } from "commander";
import { MachineProblem, UsageProblem } from "../model/usage-problem.ts";
import { packageVersion } from "../package-root.ts";
import { exitStatus } from "./exit-status.ts";
import { Interrupted } from "./interruption.ts";
import { machineFault } from "./machine-fault.ts";
import { inHelp, speak, spokenLanguage, withoutEmptyDefault } from "./speech.ts";

/** Adds one command to the program; its action sets `process.exitCode`, which is 0 otherwise. */
export type AddCommand = (program: Command) => void;

/** Loads the code of a command. */
export type LoadCommand = () => Promise<AddCommand>;

/** Runs one command line and sets `process.exitCode`; every error becomes a sentence on standard error. */
export async function runCommandLine(
  args: readonly string[],
  commands: Readonly<Record<string, LoadCommand>>,
): Promise<void> {
  try {
    const loaded = await Promise.all(needed(args, commands).map((load) => load()));
    await program(loaded).parseAsync(args, { from: "user" });
  } catch (error) {
    process.exitCode = reportFailure(error);
  }
}

/** Says on standard error why wirecheck stops, and returns the exit status for it. */
export function reportFailure(error: unknown): number {
  // Commander has printed its message already, and help is not a failure.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.fine : exitStatus.usage;
  if (error instanceof Interrupted) return error.status;
  if (error instanceof UsageProblem) {
    process.stderr.write(`error: ${error.told(spokenLanguage())}\n`);
    return exitStatus.usage;
  }
  if (error instanceof MachineProblem) {
    process.stderr.write(`error: ${error.message}\n`);
    return exitStatus.failure;
  }
  const thrown = error instanceof Error ? error : new Error(String(error));
  const { message, stack } = thrown;
  const fault = machineFault(thrown);
  if (fault !== null && !process.env.WIRECHECK_DEBUG) {
    process.stderr.write(`error: ${fault}\n`);
    return exitStatus.failure;
  }
  process.stderr.write(`error: wirecheck itself failed: ${message}\n`);
  process.stderr.write(
    process.env.WIRECHECK_DEBUG
      ? `${stack}\n`
      : "The program under test is not at fault. With WIRECHECK_DEBUG=1 the place in wirecheck is shown too.\n",
  );
  return exitStatus.failure;
}

/** The command that is called; all commands when none is, for the help and suggestions; none to print the version. */
function needed([first]: readonly string[], commands: Readonly<Record<string, LoadCommand>>): LoadCommand[] {
  if (first === "--version" || first === "-V") return [];
  const called = first !== undefined && Object.hasOwn(commands, first) ? commands[first] : undefined;
  return called ? [called] : Object.values(commands);
}

function program(commands: readonly AddCommand[]): Command {
  const wirecheck = new Command("wirecheck")
    .description(
      "Grades network socket labs: plays a lab against a program over real TCP and UDP and explains the marks.",
    )
    .version(packageVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "show this help")
    .helpCommand("help [command]", "show the help of a command")
    .configureHelp({
      subcommandTerm: (command) => `${command.name()} ${command.usage()}`.trim(),
      showGlobalOptions: false,
      styleOptionDescription: withoutEmptyDefault,
    })
    .showHelpAfterError(helpHint[spokenLanguage()])
    .exitOverride();
  for (const add of commands) add(wirecheck);
  speak(wirecheck, spokenLanguage());
  return wirecheck.addHelpText("after", inHelp(examples));
}

const helpHint = {
  en: "(--help shows how the command is used)",
  id: "(--help menampilkan cara pemakaiannya)",
};

const examples = {
  en: `
Examples:
  $ wirecheck labs                             which labs there are
  $ wirecheck check tcp-echo my-server.py      grade a program
  $ wirecheck check --help                     everything that check can do
  $ wirecheck doctor                           what this machine has and lacks

Exit status:
  0 full marks, 1 less than that, 2 wrong usage or a faulty lab,
  3 wirecheck or the machine failed`,
  id: `
Contoh:
  $ wirecheck labs                             lab apa saja yang ada
  $ wirecheck check tcp-echo my-server.py      menilai sebuah program
  $ wirecheck check --help                     semua yang dapat dilakukan check
  $ wirecheck doctor                           apa yang ada dan belum ada di komputer ini

Status keluar:
  0 nilai penuh, 1 kurang dari itu, 2 salah pakai atau lab-nya keliru,
  3 wirecheck atau mesinnya gagal`,
};
