import * as z from "zod";
import { defineShortStep } from "./step.ts";
import type { StartOptions, StepContext } from "./step-context.ts";
import { roleName } from "./support/names.ts";
import { awaitListening } from "./support/readiness.ts";

const fields = z.strictObject({
  program: roleName,
  port: z
    .union([
      z.enum(["given", "as-asked", "none"]),
      z.strictObject({ invalid: z.string() }),
      z.strictObject({ of: roleName }),
      z.int().min(1).max(65535),
    ])
    .optional()
    .describe(
      "given: a port, by the method by which this program takes one; as-asked: by the method that the lab asks for; none: no port; invalid: this text instead of a port; of: the port of that other program, or the one that the program itself chooses if the lab gives none; a number: that port. @default given",
    ),
  words: z.array(z.string()).optional().describe("Arguments other than the port: the value of {words} in its command"),
  env: z.record(z.string(), z.string()).optional().describe("Variables of its environment"),
  as: z
    .string()
    .regex(/^[a-z][a-z0-9{}-]*$/, "write a name in small letters, such as ann or client-{n}")
    .optional()
    .describe("Its name from now on, if one program is started several times. @default its role"),
  listening: z.boolean().optional().describe("Wait until it listens. @default true for a server"),
  stdin: z
    .enum(["open", "closed", "terminal"])
    .optional()
    .describe(
      "open: a pipe on which nothing is typed yet; closed: at end of file from the start; terminal: standard input and output are a terminal, so that output is line-buffered and a typed line has at most 4095 bytes. @default open",
    ),
  stdout: z
    .enum(["pipe", "closed", "reader-gone"])
    .optional()
    .describe(
      "closed: descriptor 1 is closed, as after >&- in a shell; for C and C++ it is /dev/null, because a socket would get its number; reader-gone: a pipe whose reader has ended, as with `server | head -1`. @default pipe",
    ),
});

type Args = z.output<typeof fields>;

export const start = defineShortStep({
  summary:
    "Launches a program. A server is launched before the first step of its tests unless they start it themselves.",
  example: "- start: { program: server, port: as-asked }",
  short: "program",
  schema: fields,
  brings: ({ program, as }) => [{ name: as ?? program, kind: "program" }],
  starts: ({ program }) => [program],
  async play(step, context) {
    const started = await context.start({
      role: step.program,
      port: await meantPort(step, context),
      stdin: step.stdin ?? "open",
      stdout: step.stdout ?? "pipe",
      ...(step.words && { words: step.words }),
      ...(step.env && { env: step.env }),
      ...(step.as !== undefined && { as: step.as }),
    });
    if ("code" in started) return started;
    const isServer = context.kind(step.program) === "server";
    return (step.listening ?? isServer) ? awaitListening(started, context) : null;
  },
});

/**
 * The port to start with. The port of another program is the one on which it listens, or else the one that it will use. A program that
 * chooses its port itself, because the lab gives none, is started without one: the other program must use the same.
 */
async function meantPort({ program, port }: Args, context: StepContext): Promise<StartOptions["port"]> {
  if (typeof port === "number") return { same: port };
  if (typeof port !== "object" || !("of" in port)) return port ?? "given";
  if (context.defaultPortOf(program) !== undefined) return "as-asked";
  const other = context.launched.get(port.of)?.listenedOn ?? context.defaultPortOf(port.of);
  return { same: other ?? (await context.portOf(port.of)) };
}
