import * as z from "zod";
import { markdownCell } from "../texts/markdown-cell.ts";

/** The parts of a field's JSON Schema that the manual shows. */
interface Described {
  type?: string | string[];
  description?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Described[];
  items?: Described;
  properties?: Record<string, Described>;
  required?: string[];
  $ref?: string;
}

/** The fields of a schema as a Markdown table; empty for a schema without fields. */
export function fieldTable(schema: z.ZodType): string {
  const described = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Described;
  const map = [described, ...(described.anyOf ?? [])].find(({ properties }) => properties !== undefined);
  if (map?.properties === undefined) return described.description ? `Takes: ${described.description}.` : "";
  const rows = Object.entries(map.properties).map(([name, field]) => {
    const needed = map.required?.includes(name) ? "" : " (optional)";
    return `| \`${name}\`${needed} | ${markdownCell(kind(field))} | ${markdownCell(field.description ?? "")} |`;
  });
  return `| field | takes | meaning |\n|---|---|---|\n${rows.join("\n")}`;
}

function kind(field: Described): string {
  if (field.const !== undefined) return `\`${field.const}\``;
  if (field.enum) return field.enum.map((value) => `\`${value}\``).join(", ");
  if (field.anyOf) return [...new Set(field.anyOf.map(kind))].join(" or ");
  if (field.type === "array") return field.items ? `list of ${kind(field.items)}` : "list";
  if (field.type === "object") return "map";
  return [field.type ?? ""].flat().map(wordOf).join(" or ");
}

function wordOf(type: string): string {
  return { string: "text", integer: "whole number", number: "number", boolean: "true or false" }[type] ?? "step";
}
