import * as z from "zod";
import { conversationKinds } from "./conversation-kind.ts";
import { passedLimit } from "./failure-facts.ts";
import { portMethod } from "./port-method.ts";
import { text } from "./text.ts";

/** A command line inside the sandbox, and its environment. */
export const preparedCommand = z.strictObject({
  argv: z.array(z.string()),
  env: z.record(z.string(), z.string()),
});
export type PreparedCommand = z.infer<typeof preparedCommand>;

/** Why a program of the hand-in cannot be launched: a fault of the hand-in, or something that is missing on the machine. */
export const cannotLaunch = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("no-program"), reason: z.string() }),
  z.strictObject({
    kind: z.literal("build-failed"),
    language: z.string(),
    output: z.string(),
    oldLines: z.array(z.int()),
    files: z.string().describe("Folder with the files of the hand-in"),
    entry: z.string().describe("The program's own file, relative to the hand-in"),
    limit: passedLimit.optional().describe("The limit at which the build was ended"),
  }),
  z.strictObject({ kind: z.literal("lacking"), reason: text.describe("What the grader or its machine does not have") }),
]);
export type CannotLaunch = z.infer<typeof cannotLaunch>;

/** A socket option that a lab can ask a program to set. */
export const settableOption = z.enum(["reuseaddr", "keepalive", "nodelay", "linger", "backlog"]);

/** A program of the hand-in, built and ready to be launched any number of times. */
export const launchable = z.strictObject({
  command: preparedCommand,
  pipedEnv: z
    .record(z.string(), z.string())
    .describe("Variables for when its output goes to a pipe, not to a terminal"),
  reservesMemory: z.boolean().describe("Whether it reserves far more memory than it uses, as AddressSanitizer does"),
  bypassesLibraries: z
    .boolean()
    .describe("Whether it makes system calls without the C library, so that LD_PRELOAD has no effect"),
  files: z.string().describe("Folder whose copy is the program's working directory"),
  build: z.string().nullable().describe("Folder of build products"),
  toolFolders: z.array(z.string()),
  language: z.string().describe("Name of its language, as it is written in texts"),
  closedOutput: z
    .enum(["closed", "nowhere"])
    .describe("What its standard output becomes if a lab closes it: closed, or /dev/null"),
  needsTerminal: z.boolean().describe("Whether it reads the keyboard in a way that works only at a terminal"),
  holdsOutput: z
    .boolean()
    .describe("Whether it buffers its output to a pipe, and this cannot be prevented on this machine"),
  cannotSet: z.array(settableOption).describe("Socket options that its language cannot set"),
  entry: z.string().describe("The program's own file, relative to the hand-in"),
});
export type Launchable = z.infer<typeof launchable>;

/** A role of the lab, filled by a program of the hand-in or not. */
export const preparedProgram = z.strictObject({
  role: z.string(),
  kind: z.enum(["server", "client", "program"]),
  transport: z.enum(["tcp", "udp"]),
  asked: portMethod.describe("How the lab asks it to take its port"),
  method: portMethod.describe("How it really takes its port"),
  sourcePort: z.int().nullable().describe("The port that is written in its source, as its launch showed"),
  defaultPort: z
    .int()
    .optional()
    .describe("The port that it uses when it is given none, if the lab gives none; it can also be given another"),
  path: z.string().optional().describe("The path of the AF_UNIX socket that it has instead of a port"),
  conversation: z.enum(conversationKinds).optional().describe("The kind of its conversations, if its lab gives one"),
  dials: z.string().optional().describe("The address to which it connected, as its launch showed"),
  tried: z
    .array(portMethod)
    .optional()
    .describe("The ways in which it was given a port, if it used a port in none of them"),
  computesOn: z
    .boolean()
    .optional()
    .describe("Whether it computed until its CPU time was used up, before it listened or called. @default false"),
  isHelper: z
    .boolean()
    .optional()
    .describe("Whether it is a helper of the lab, whose failures are not the student's fault. @default false"),
  launch: z.union([launchable, cannotLaunch]),
});
export type PreparedProgram = z.infer<typeof preparedProgram>;

/** Whether one of them makes system calls without the C library, and so cannot be given addresses of its own. */
export function bypassLibraries(programs: readonly Pick<PreparedProgram, "launch">[]): boolean {
  return programs.some(({ launch }) => isLaunchable(launch) && launch.bypassesLibraries);
}

/** Whether the program can be launched. */
export function isLaunchable(launch: PreparedProgram["launch"]): launch is Launchable {
  return "command" in launch;
}
