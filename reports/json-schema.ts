import * as z from "zod";
import { failure, publishedFailure } from "../runner/model/failure.ts";
import { result } from "../runner/model/result.ts";

/** The JSON Schema (draft 2020-12) of a result file, published as `result.schema.json`. */
export function resultJsonSchema(): Record<string, unknown> {
  return {
    title: "wirecheck result",
    description: "One graded hand-in",
    ...z.toJSONSchema(result, { override: published }),
  };
}

/** Published with one form for all failures; only the code that writes sentences needs to know the facts of each. */
function published({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodType;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}) {
  if (zodSchema !== failure) return;
  for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
  const { $schema: _, ...form } = z.toJSONSchema(publishedFailure);
  Object.assign(jsonSchema, form);
}
