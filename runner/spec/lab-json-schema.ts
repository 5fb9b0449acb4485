import * as z from "zod";
import { lab } from "./lab.ts";

/** The form of a `lab.yaml` as JSON Schema (draft 2020-12), with which editors complete, explain and check as one types. */
export function labJsonSchema(): object {
  return { title: "A lab of wirecheck", ...z.toJSONSchema(lab, { io: "input" }) };
}
