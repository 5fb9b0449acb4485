import * as z from "zod";
import { courseFile } from "./course.ts";

/** The form of a `wirecheck.course.yaml` as JSON Schema (draft 2020-12), published as `course.schema.json`. */
export function courseJsonSchema(): object {
  return { title: "A course of wirecheck", ...z.toJSONSchema(courseFile, { io: "input" }) };
}
