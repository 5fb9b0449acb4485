import * as z from "zod";
import { keepBytes } from "../wire/keep-bytes.ts";
import { defineStep } from "./step.ts";
import { atRest } from "./support/at-rest.ts";
import { comparison } from "./support/comparison.ts";
import { launched, programName } from "./support/names.ts";
import { compile, ignoreCase, pattern } from "./support/pattern.ts";
import { checkPayload, payloadBytes, payloadFields } from "./support/payload.ts";
import { duration } from "./support/units.ts";
import { patience } from "./wait.ts";

const schema = z
  .strictObject({
    of: programName,
    path: z.string().min(1).describe("The file's path in the program's working folder"),
    ...payloadFields,
    matches: pattern.optional(),
    absent: z.literal(true).optional().describe("The file must not exist once the program rests or has ended"),
    "ignore-case": ignoreCase,
    within: duration
      .optional()
      .describe("How long the program may idle before it has written it. @default the test's limit"),
  })
  .superRefine(checkPayload("matches", "absent"));

export const expectFile = defineStep({
  summary:
    "A program must write a file with exactly these bytes into its working folder; the program may have ended since.",
  example: "- expect-file: { of: client, path: received.bin, file: big.bin }",
  schema,
  files: ({ path }) => [path],
  async play(step, context) {
    const program = launched(context, step.of);
    const written = () => program.program.file(step.path);
    if (step.absent) {
      await atRest(program, context);
      const left = written();
      return left && { code: "file-left", who: step.of, actual: keepBytes(left), facts: { path: step.path } };
    }
    const matches = step.matches === undefined ? null : compile(step.matches, { ignoreCase: step["ignore-case"] });
    const expected = matches ? null : payloadBytes(step, context, step.of);
    const isRight = (bytes: Buffer | null) =>
      bytes !== null && (matches ? matches.find(bytes) !== null : bytes.equals(expected as Buffer));
    const waited = await context.until(() => (isRight(written()) || program.exit() ? true : undefined), {
      ...patience(step.within),
      pollMs: 10,
    });
    const bytes = written();
    if (isRight(bytes)) return null;
    const facts = { path: step.path, ...(step.matches !== undefined && { pattern: step.matches }) };
    const about = { who: step.of, facts, ...("gaveUp" in waited && { gaveUp: waited.gaveUp }) };
    if (bytes === null) return { code: "no-file", ...about };
    return {
      code: "file-differs",
      ...about,
      ...(expected ? comparison(expected, bytes) : { actual: keepBytes(bytes) }),
    };
  },
});
