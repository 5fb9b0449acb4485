import { join } from "node:path";
import * as z from "zod";
import { causes, type DiagnosisCode } from "../diagnose/index.ts";
import { type Read, readYaml } from "../spec/read-yaml.ts";

const schema = z
  .strictObject({
    flaw: z.string().optional().describe("What is wrong with the program, in one sentence"),
    style: z.string().optional().describe("How a correct program is written"),
    program: z.string().optional().describe("The role whose tests are played. @default all"),
    fails: z
      .record(z.string(), z.enum(Object.keys(causes) as DiagnosisCode[]).nullable())
      .default({})
      .describe("The tests that fail, and the diagnosis that each must get; null if none is proven"),
    skips: z.array(z.string()).default([]).describe("The tests that are skipped because their gate failed"),
  })
  .refine(({ flaw, style }) => (flaw === undefined) !== (style === undefined), "give either a flaw or a style")
  .refine(
    ({ style, fails }) => style === undefined || Object.keys(fails).length === 0,
    "a correct program fails nothing",
  )
  .refine(
    ({ flaw, fails }) => flaw === undefined || Object.keys(fails).length > 0,
    "write under `fails` the tests that this flaw fails: a flaw that no test sees proves nothing",
  );

/** The content of a fixture's `expected.yaml`: a program with one flaw, or a correct one in another style. */
export type Expected = z.infer<typeof schema>;

/** Reads the `expected.yaml` in a fixture's folder. */
export function readExpected(folder: string): Promise<Read<Expected>> {
  return readYaml(join(folder, "expected.yaml"), schema);
}
