import * as z from "zod";
import { writtenPolicy } from "./policy.ts";

/** The form of a `late.yaml` as JSON Schema (draft 2020-12), published as `late.schema.json`. */
export function lateJsonSchema(): object {
  return { title: "A late policy of wirecheck", ...z.toJSONSchema(writtenPolicy, { io: "input" }) };
}
