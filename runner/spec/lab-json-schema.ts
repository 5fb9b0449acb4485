import { parse } from "yaml";
import * as z from "zod";
import { lab } from "./lab.ts";
import { steps, type WrittenStep } from "./step-language.ts";

/** The form of a `lab.yaml` as JSON Schema (draft 2020-12), with which editors complete, explain and check labs. */
export function labJsonSchema(): object {
  const schema = z.toJSONSchema(lab, { io: "input" });
  for (const { anyOf = [] } of Object.values(schema.$defs ?? {})) for (const form of anyOf) explainStep(form);
  return { title: "A lab of wirecheck", ...schema };
}

/** Adds to the schema of a step what editors show: what the step does, and an example. */
function explainStep(form: z.core.JSONSchema.BaseSchema): void {
  const { properties = {}, required: [word = ""] = [] } = form;
  const [step, args] = [steps[word], properties[word]];
  if (step === undefined || typeof args !== "object") return;
  const [example = {}] = parse(step.example) as WrittenStep[];
  form.title = word;
  Object.assign(args, { title: word, description: step.summary, examples: [example[word]] });
  // Editors show the description of the innermost schema, even for a short form.
  for (const short of args.anyOf ?? []) if (short.type === "string") short.description = step.summary;
}
