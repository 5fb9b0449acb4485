import * as z from "zod";
import { result } from "../runner/model/result.ts";

/** The JSON Schema (draft 2020-12) of a result file, published as `result.schema.json`. */
export function resultJsonSchema(): Record<string, unknown> {
  return { title: "wirecheck result", description: "One graded hand-in", ...z.toJSONSchema(result) };
}
