import * as z from "zod";
import { conversationKinds } from "./conversation-kind.ts";
import { passedLimit } from "./failure-facts.ts";
import { portMethod } from "./port-method.ts";
import { text } from "./text.ts";

/** A command line inside the sandbox, and what of the machine it needs to see. */
export const preparedCommand = z.strictObject({
  argv: z.array(z.string()),
  env: z.record(z.string(), z.string()),
});
export type PreparedCommand = z.infer<typeof preparedCommand>;

/** Why a program of the hand-in cannot be launched: the student's reason, or the machine's. */
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
  z.strictObject({ kind: z.literal("lacking"), reason: text.describe("What the grader or its machine lacks") }),
]);
export type CannotLaunch = z.infer<typeof cannotLaunch>;

/** A socket option that a lab can ask a program to set. */
export const settableOption = z.enum(["reuseaddr", "keepalive", "nodelay", "linger", "backlog"]);

/** A program of the hand-in, built and ready to be launched any number of times. */
export const launchable = z.strictObject({
  command: preparedCommand,
  pipedEnv: z.record(z.string(), z.string()).describe("Variables where its output goes into a pipe, not on a terminal"),
  reservesMemory: z.boolean().describe("Whether it reserves far more memory than it uses, as AddressSanitizer does"),
  bypassesLibraries: z.boolean().describe("Whether it calls the kernel and not the C library, and heeds no LD_PRELOAD"),
  files: z.string().describe("Folder whose copy is the program's working directory"),
  build: z.string().nullable().describe("Folder of build products"),
  toolFolders: z.array(z.string()),
  language: z.string().describe("Name of its language, as people write it"),
  closedOutput: z
    .enum(["closed", "nowhere"])
    .describe("What its standard output becomes where a lab closes it: closed, or open and read by nobody"),
  needsTerminal: z.boolean().describe("Whether it reads the keyboard in a way that works at a terminal alone"),
  holdsOutput: z
    .boolean()
    .describe("Whether it holds back what it prints into a pipe, and nothing on this machine keeps it from that"),
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
  sourcePort: z.int().nullable().describe("The port written in its source, as its launch showed it"),
  defaultPort: z
    .int()
    .optional()
    .describe(
      "The port that it takes when it is started in the lab's way, which names none; it can also be told another",
    ),
  path: z.string().optional().describe("The AF_UNIX socket that it has in the place of a port"),
  conversation: z.enum(conversationKinds).optional().describe("What its lab says that it talks about"),
  dials: z.string().optional().describe("The address that it dialled, as its launch showed it"),
  isHelper: z
    .boolean()
    .optional()
    .describe("Whether it is the lab's own, whose failures are nobody's fault. @default false"),
  launch: z.union([launchable, cannotLaunch]),
});
export type PreparedProgram = z.infer<typeof preparedProgram>;

/** Whether one of them calls the kernel and not the C library, and so cannot be given addresses of its own. */
export function bypassLibraries(programs: readonly Pick<PreparedProgram, "launch">[]): boolean {
  return programs.some(({ launch }) => isLaunchable(launch) && launch.bypassesLibraries);
}

/** Whether the program can be launched at all. */
export function isLaunchable(launch: PreparedProgram["launch"]): launch is Launchable {
  return "command" in launch;
}
