import { expect, it } from "vitest";
import { labJsonSchema } from "./lab-json-schema.ts";
import { steps } from "./step-language.ts";

interface Form {
  title?: string;
  description?: string;
  examples?: unknown[];
  properties?: Record<string, Form>;
  anyOf?: Form[];
}

it("tells editors of every step what it does, and shows an example", () => {
  const { $defs = {} } = labJsonSchema() as { $defs?: Record<string, Form> };
  const forms = Object.values($defs).flatMap(({ anyOf = [] }) => anyOf);
  const told = forms.map(({ title = "", properties = {} }) => [title, properties[title]?.description]);
  expect(told).toEqual(Object.entries(steps).map(([word, { summary }]) => [word, summary]));
  for (const { title = "", properties = {} } of forms) expect(properties[title]?.examples?.[0]).toBeTruthy();
});
