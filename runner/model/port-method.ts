import * as z from "zod";

/**
 * How a program takes its port: after an option, as an argument, in other arguments, in the lab's own command line, from the environment,
 * typed on the keyboard, at `{port}` in the hand-in's own command line, or not at all because it is written in the source.
 */
export const portMethod = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("flag"), flag: z.string() }),
  z.strictObject({ kind: z.literal("argument"), before: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal("arguments"),
    words: z.array(z.string()).describe("Its first arguments, with {port} for the port: --port={port}"),
  }),
  z.strictObject({
    kind: z.literal("command"),
    command: z.array(z.string()).describe("Its arguments, with {port} for the port and {words} for those of a test"),
  }),
  z.strictObject({ kind: z.literal("environment"), name: z.string() }),
  z.strictObject({
    kind: z.literal("typed"),
    before: z.array(z.string()).optional().describe("What it asks for before the port. @default nothing"),
  }),
  z.strictObject({ kind: z.literal("placeholder") }),
  z.strictObject({ kind: z.literal("source") }),
]);
export type PortMethod = z.infer<typeof portMethod>;

/** What a program gets at its start so that it knows its port. */
export interface PortWords {
  /** Its arguments, including those that a test gives it. */
  argv: string[];
  env: Record<string, string>;
  /** What is typed on its keyboard when it runs. */
  typed: string | null;
}

/**
 * How a program that takes its port by this method gets a port, or a text instead of one; null: it gets no port.
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
    case "arguments":
      return { ...none, argv: [...fillPort(method.words, port), ...words] };
    case "environment":
      return { ...none, env: { [method.name]: String(port) } };
    case "typed":
      return { ...none, typed: [...(method.before ?? []), port].map((line) => `${line}\n`).join("") };
    case "placeholder":
    case "source":
      return none;
  }
}

/** A command line with `{port}` replaced; without a port, the arguments that contain it are left out. */
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
