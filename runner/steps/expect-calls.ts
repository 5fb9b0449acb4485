import * as z from "zod";
import type { SocketCall } from "../arena/running-program.ts";
import { socketLink } from "../linux/socket-sample.ts";
import { takeProcesses } from "../watch/take-look.ts";
import { defineStep } from "./step.ts";
import type { LaunchedProgram, StepFailure } from "./step-context.ts";
import { atRest } from "./support/at-rest.ts";
import { launched, programName } from "./support/names.ts";
import { cameLate, firstMissing, type Life, livesOf } from "./support/socket-lives.ts";

const fields = z
  .strictObject({
    of: programName,
    order: z
      .array(z.string().regex(/^(socket|bind|listen|accept|connect|close|(SO|TCP)_[A-Z]+)$/, callWords()))
      .min(1)
      .optional()
      .describe("Calls, or options switched on, that one TCP socket must have in this order"),
    closes: z
      .enum(["every", "once"])
      .optional()
      .describe(
        "every: it must close every connection and, if it ends by itself, the listening socket as well; once: no thread may close a connection that is already closed, because its number may belong to another client by then",
      ),
    "before-sending": z
      .string()
      .regex(/^(SO|TCP)_[A-Z]+$/, "write the name of an option, such as TCP_NODELAY")
      .optional()
      .describe("An option that must be switched on before the first bytes are sent, if it is switched on"),
  })
  .refine(
    (step) => [step.order, step.closes, step["before-sending"]].some((asked) => asked !== undefined),
    "needs `order`, `closes` or `before-sending`",
  );

export const expectCalls = defineStep({
  summary:
    "A program must make these system calls on its TCP sockets, as strace shows them; other calls in between, and other sockets, do not matter. The calls of an accepted socket begin with those of the listening socket. Linux with strace only.",
  example: "- expect-calls: { of: server, order: [socket, SO_REUSEADDR, bind, listen] }",
  schema: fields,
  needs: "calls",
  async play(step, context) {
    const program = launched(context, step.of);
    // Until it rests, the program may still accept connections, which it must close as well.
    if (step.closes !== undefined) await atRest(program, context);
    const problem = () => problemWith(program, step);
    const waited = await context.until(() => (problem() === null ? true : undefined), { pollMs: 10 });
    if ("value" in waited) return null;
    // The last calls of a program are recorded only when it ends.
    if (program.exit()) await program.program.exited;
    const found = problem();
    return found && { ...found, who: step.of, gaveUp: waited.gaveUp };
  },
});

function callWords(): string {
  return "write socket, bind, listen, accept, connect, close, or the name of an option, such as SO_REUSEADDR";
}

function problemWith(
  program: LaunchedProgram,
  { order, closes, "before-sending": option }: z.output<typeof fields>,
): StepFailure | null {
  const lives = livesOf(program.program.calls());
  if (option !== undefined && cameLate(option, lives)) return { code: "option-late", facts: { option } };
  const missing = order === undefined ? null : firstMissing(order, lives);
  if (missing) return { code: "call-missing", facts: { call: missing.call, after: missing.after } };
  if (closes === "once") return closedTwice(lives);
  return closes === undefined ? null : leftOpen(program, lives);
}

/** Another process that closes its own copy, as after fork(), closes no other client's descriptor: then two closes succeeded. */
function closedTwice(lives: readonly Life[]): StepFailure | null {
  const twice = lives.some(({ calls }) => {
    const count = (name: SocketCall["call"]) => calls.filter(({ call }) => call === name).length;
    return count("close-again") > 0 && count("close") === 1;
  });
  return twice ? { code: "closed-twice" } : null;
}

function leftOpen(program: LaunchedProgram, lives: readonly Life[]): StepFailure | null {
  const connections = lives.filter((life) => life.kind === "connection").filter((life) => isOpen(life, program));
  if (connections.length > 0) return { code: "left-open", facts: { connections: connections.length } };
  const listening = lives.filter((life) => life.kind === "listening" && !isClosed(life));
  return listening.length > 0 && endedByItself(program) ? { code: "left-open", facts: { listening: true } } : null;
}

/** Whether a socket was never closed, or was closed by one process while another still has it open. */
function isOpen(life: Life, { program }: LaunchedProgram): boolean {
  if (!isClosed(life)) return true;
  const held = takeProcesses(program.pids()).flatMap(({ descriptors }) => [...descriptors.values()]);
  return held.includes(socketLink(life.inode));
}

function isClosed({ calls }: Life): boolean {
  return calls.some(({ call }: SocketCall) => call === "close");
}

/** Whether a program ended by itself: one that a signal ended could not close its listening socket. */
function endedByItself(program: LaunchedProgram): boolean {
  const exit = program.exit();
  return exit !== null && exit.status < 128;
}
