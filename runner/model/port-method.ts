import * as z from "zod";

/**
 * How a program takes its port: after an option, as an argument, where a command line has it, from the environment, typed on the keyboard, where its
 * own command line says `{port}`, or not at all because it is written in the source.
 */
export const portMethod = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("flag"), flag: z.string() }),
  z.strictObject({ kind: z.literal("argument"), before: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal("command"),
    command: z.array(z.string()).describe("Its arguments, with {port} for the port and {words} for those of a test"),
  }),
  z.strictObject({ kind: z.literal("environment"), name: z.string() }),
  z.strictObject({ kind: z.literal("typed") }),
  z.strictObject({ kind: z.literal("placeholder") }),
  z.strictObject({ kind: z.literal("source") }),
]);
export type PortMethod = z.infer<typeof portMethod>;

/** What a program is started with so that it learns its port. */
export interface PortWords {
  /** Its arguments, those that a test gives it among them. */
  argv: string[];
  env: Record<string, string>;
  /** What is typed on its keyboard once it runs. */
  typed: string | null;
}

/**
 * How a port, or a text in its place, is handed to a program that takes its port in this way; null stands for no port at all.
 *
 * @param words the other arguments that a test gives it
 */
export function portWords(method: PortMethod, port: number | string | null, words: readonly string[] = []): PortWords {
  const none = { argv: [...words], env: {}, typed: null };
  if (method.kind === "command") return { ...none, argv: fillCommand(method.command, port, words) };
  if (port === null) return none;
  switch (method.kind) {
    case "flag":
      return { ...none, argv: [method.flag, String(port), ...words] };
    case "argument":
      return { ...none, argv: [...method.before, String(port), ...words] };
    case "environment":
      return { ...none, env: { [method.name]: String(port) } };
    case "typed":
      return { ...none, typed: `${port}\n` };
    case "placeholder":
    case "source":
      return none;
  }
}

/** A command line with its `{port}` filled in; without a port the arguments that ask for one are left out. */
export function fillPort(argv: readonly string[], port: number | string | null): string[] {
  return argv.flatMap((word) => {
    if (!word.includes("{port}")) return [word];
    return port === null ? [] : [word.replaceAll("{port}", String(port))];
  });
}

function fillCommand(command: readonly string[], port: number | string | null, words: readonly string[]): string[] {
  const filled = command.flatMap((word) => (word === "{words}" ? words : fillPort([word], port)));
  return command.includes("{words}") ? filled : [...filled, ...words];
}

/** Traces in a source of the ways to take a port; a program that shows none of them is not tried that way. */
const traces = {
  arguments: /argv|argc|\bargs?\b|argparse|ARGV|flag\.|sys\.argv|process\.argv|os\.Args|env::args|click|optarg|getopt/,
  environment: /getenv|environ|process\.env|os\.Getenv|env::var|System\.getenv/,
  keyboard: /input\s*\(|stdin|scanf|Scanner|readLine|readline|fgets|cin\b|ReadString|read_line/,
};

/**
 * The habits worth trying, best guess first: the one the lab asks for, then those the source shows a trace of.
 * The source only spares useless launches; what counts is where the program really listens or dials.
 */
export function habitsToTry(asked: PortMethod, source: string): PortMethod[] {
  const habits: PortMethod[] = [asked];
  if (traces.arguments.test(source)) {
    habits.push({ kind: "argument", before: [] });
    for (const flag of ["--port", "-p", "-port"]) {
      if (source.includes(flag) && !(asked.kind === "flag" && asked.flag === flag)) habits.push({ kind: "flag", flag });
    }
    habits.push({ kind: "argument", before: ["127.0.0.1"] });
  }
  const variable = /["'(]([A-Z_]*PORT)["')]/.exec(source)?.[1] ?? "PORT";
  if (traces.environment.test(source)) habits.push({ kind: "environment", name: variable });
  if (asked.kind !== "source") habits.push({ kind: "source" });
  if (traces.keyboard.test(source)) habits.push({ kind: "typed" });
  return habits;
}

/** More than a source holds that is about one server. */
const mostPortsInSource = 16;

/** Numbers in a source that may be ports, in their order: 1024 to 65535. A buffer's size among them does no harm. */
export function portsInSource(source: string): number[] {
  const numbers = [...source.matchAll(/(?<![\w.])\d{4,5}(?![\w.])/g)].map(([digits]) => Number(digits));
  return [...new Set(numbers)].filter((port) => port >= 1024 && port <= 65_535).slice(0, mostPortsInSource);
}
