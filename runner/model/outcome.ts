import * as z from "zod";
import { failure } from "./failure.ts";
import { diagnosis, howPlayed } from "./result.ts";
import { transcriptEvent } from "./seen.ts";
import { text } from "./text.ts";

/** The outcome of one test, before points and gates: an observation that can be scored at any time. */
export const outcome = z.strictObject({
  test: z.string(),
  status: z.enum(["passed", "failed", "skipped", "error"]),
  unplayable: text.optional().describe("Why it could not be played, if the status is skipped"),
  failure: failure.nullable(),
  diagnosis: diagnosis.nullable(),
  undecided: z
    .boolean()
    .optional()
    .describe("Whether the cause of the error is that a busy machine did not let the program answer"),
  computesOn: z
    .boolean()
    .optional()
    .describe("Whether its program used up its CPU time on a launch where only a pass counts"),
  ...howPlayed,
  error: z.string().nullable().describe("Why the grader could not decide, if the status is error"),
  durationMs: z.number(),
  transcript: z.array(transcriptEvent),
  output: z.strictObject({ stdout: z.string(), stderr: z.string() }),
});
export type Outcome = z.infer<typeof outcome>;
