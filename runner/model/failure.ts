import * as z from "zod";
import { factsByCode, programFacts } from "./failure-facts.ts";
import { difference, keptBytes, sourceLocation } from "./seen.ts";
import { text } from "./text.ts";

/** The name of a way in which a step can fail. */
export type FailureCode = keyof typeof factsByCode;

/** All of them. */
export const failureCodes = Object.keys(factsByCode) as readonly FailureCode[];

/** What is known of the program when a step has failed. */
export type ProgramFacts = z.infer<z.ZodObject<typeof programFacts>>;

/** The facts that a failure of that code carries. */
export type Facts<C extends FailureCode> = InferFacts<(typeof factsByCode)[C] & typeof programFacts>;
type InferFacts<Shape> = Shape extends z.ZodRawShape ? z.infer<z.ZodObject<Shape>> : never;

/** Which step it was, and what was found out about it afterwards. */
const place = {
  step: z.int().nonnegative().describe("Index of the failed step in the test's list of steps"),
  did: z.string().describe("The failed step in the lab's own words, on one line"),
};

/** What a failure says beside its code and its facts. */
const about = {
  who: z.string().optional().describe("The peer or program concerned"),
  says: text.optional().describe("What the lab says of this step's failure"),
  expected: keptBytes.optional(),
  actual: keptBytes.optional(),
  difference: difference.optional(),
};

const location = sourceLocation
  .optional()
  .describe("Where in the student's own files it crashed, was stuck or cannot be built");

/** Facts are left out where a code has none that it must carry. */
type Carried<F> = Record<never, never> extends F ? { facts?: F | undefined } : { facts: F };

type About = z.infer<z.ZodObject<typeof about>>;
type Place = z.infer<z.ZodObject<typeof place>>;
type Location = z.infer<typeof location>;

/** What went wrong in a step, as the step says it: facts, no prose. */
export type PlainFailure<C extends FailureCode = FailureCode> = {
  [K in C]: { code: K } & About & Carried<Facts<K>>;
}[C];

/** The same with the step that failed, as a diagnosis gets it: all facts of its code are there. */
export type SeenFailure<C extends FailureCode = FailureCode> = { [K in C]: PlainFailure<K> & Place }[C];

/** The same as a result holds it. One that another version has written may lack some of the facts. */
export type Failure<C extends FailureCode = FailureCode> = {
  [K in C]: { code: K; facts?: Partial<Facts<K>> | undefined; location?: Location } & About & Place;
}[C];

/** A failure with what is known of the program besides. */
export function withProgramFacts<F extends PlainFailure | Failure>(failure: F, facts: ProgramFacts): F {
  return Object.assign({}, failure, { facts: { ...failure.facts, ...facts } });
}

/**
 * What went wrong in a step, as it is read: a fact of another form than today's was written by another version and counts as missing.
 * TypeScript does not see that a list made from `factsByCode` has a schema for each of its codes.
 */
export const failure = z.discriminatedUnion("code", failureCodes.map(schemaOf) as never) as z.ZodType<Failure>;

/** The same as it is published: one form for all codes. */
export const publishedFailure = z.strictObject({
  code: z.enum(failureCodes),
  ...place,
  ...about,
  facts: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .optional()
    .describe("Numbers and names that the sentence needs, by name"),
  location,
});

function schemaOf(code: FailureCode) {
  const facts = Object.entries({ ...factsByCode[code], ...programFacts });
  const readable = Object.fromEntries(facts.map(([name, fact]) => [name, fact.optional().catch(undefined)]));
  return z.strictObject({ code: z.literal(code), ...place, ...about, facts: z.object(readable).optional(), location });
}
