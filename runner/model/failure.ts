import * as z from "zod";
import { factsByCode, programFacts } from "./failure-facts.ts";
import { difference, keptBytes, sourceLocation } from "./seen.ts";
import { text } from "./text.ts";

/** The name of a way in which a step can fail. */
export type FailureCode = keyof typeof factsByCode;

/** All failure codes. */
export const failureCodes = Object.keys(factsByCode) as readonly FailureCode[];

/** Facts about the program that a failure of any step can have. */
export type ProgramFacts = z.infer<z.ZodObject<typeof programFacts>>;

/** The facts of a failure with that code. */
export type Facts<C extends FailureCode> = InferFacts<(typeof factsByCode)[C] & typeof programFacts>;
type InferFacts<Shape> = Shape extends z.ZodRawShape ? z.infer<z.ZodObject<Shape>> : never;

/** Which step failed. */
const place = {
  step: z.int().nonnegative().describe("Index of the failed step in the test's list of steps"),
  did: z.string().describe("The failed step as the lab writes it, on one line"),
};

/** The other parts of a failure, in addition to its code and its facts. */
const about = {
  who: z.string().optional().describe("The peer or program concerned"),
  says: text.optional().describe("What the lab says about this step's failure"),
  expected: keptBytes.optional(),
  actual: keptBytes.optional(),
  difference: difference.optional(),
};

const location = sourceLocation
  .optional()
  .describe("Where in the student's own files the program crashed, was blocked or could not be built");

/** `facts` may be left out if a code has no required facts. */
type Carried<F> = Record<never, never> extends F ? { facts?: F | undefined } : { facts: F };

type About = z.infer<z.ZodObject<typeof about>>;
type Place = z.infer<z.ZodObject<typeof place>>;
type Location = z.infer<typeof location>;

/** A failure as a step returns it: facts without sentences. */
export type PlainFailure<C extends FailureCode = FailureCode> = {
  [K in C]: { code: K } & About & Carried<Facts<K>>;
}[C];

/** The same with the step that failed, as a diagnosis gets it: with all facts of its code. */
export type SeenFailure<C extends FailureCode = FailureCode> = { [K in C]: PlainFailure<K> & Place }[C];

/** The same as a result has it. If another version has written the result, some facts may be missing. */
export type Failure<C extends FailureCode = FailureCode> = {
  [K in C]: { code: K; facts?: Partial<Facts<K>> | undefined; location?: Location } & About & Place;
}[C];

/** A failure with additional facts about the program. */
export function withProgramFacts<F extends PlainFailure | Failure>(failure: F, facts: ProgramFacts): F {
  return Object.assign({}, failure, { facts: { ...failure.facts, ...facts } });
}

/**
 * The schema with which failures are read: a fact of another type was written by another version and counts as missing. TypeScript does
 * not see that a list made from `factsByCode` has a schema for each code.
 */
export const failure = z.discriminatedUnion("code", failureCodes.map(schemaOf) as never) as z.ZodType<Failure>;

/** The published schema: one form for all codes. */
export const publishedFailure = z.strictObject({
  code: z.enum(failureCodes),
  ...place,
  ...about,
  facts: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .optional()
    .describe("Values that the sentence needs, by name"),
  location,
});

function schemaOf(code: FailureCode) {
  const facts = Object.entries({ ...factsByCode[code], ...programFacts });
  const readable = Object.fromEntries(facts.map(([name, fact]) => [name, fact.optional().catch(undefined)]));
  return z.strictObject({ code: z.literal(code), ...place, ...about, facts: z.object(readable).optional(), location });
}
