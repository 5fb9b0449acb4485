import { reportFailure, runCommandLine } from "./command-line.ts";
import { commands } from "./index.ts";
import { quietPipes } from "./quiet-pipes.ts";

quietPipes();
for (const event of ["uncaughtException", "unhandledRejection"] as const) {
  process.on(event, (error: unknown) => process.exit(reportFailure(error)));
}
await runCommandLine(process.argv.slice(2), commands);
