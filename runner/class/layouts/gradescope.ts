import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import * as z from "zod";
import { type Claims, type Delivery, type Entry, type Layout, noClaims } from "../delivery.ts";

/** Gradescope's "Export Submissions": folders `submission_<number>`, and `submission_metadata.yml` that says whose they are. */
export const gradescope: Layout = async (entries) => {
  const metadata = entries.find(({ name, isFolder }) => name === "submission_metadata.yml" && !isFolder);
  if (!metadata) return null;
  const read = exported.safeParse(parse(await readFile(metadata.path, "utf8"), { logLevel: "silent" }));
  if (!read.success) return null;
  const known = entries.filter(({ name }) => name in read.data);
  return {
    deliveries: known.map((entry) => delivery(entry, read.data[entry.name] as Exported)),
    rest: entries.filter((entry) => entry !== metadata && !known.includes(entry)),
  };
};

const field = z.union([z.string(), z.number()]).transform(String).nullish();

/** The keys are Ruby symbols: they begin with a colon. */
const submission = z.looseObject({
  ":submitters": z.array(z.looseObject({ ":name": field, ":sid": field, ":email": field })),
  ":created_at": field,
});
const exported = z.record(z.string(), submission);
type Exported = z.infer<typeof submission>;

function delivery(entry: Entry, said: Exported): Delivery {
  return {
    path: entry.name,
    platform: "gradescope",
    sources: [{ from: entry.path, name: entry.name }],
    owners: said[":submitters"].map(submitter),
    submittedAt: rubyTime(said[":created_at"] ?? ""),
    late: null,
    attempt: null,
    refused: entry.refused,
  };
}

function submitter(said: Exported[":submitters"][number]): Claims {
  return { ...noClaims, id: said[":sid"] || null, name: said[":name"] || null, email: said[":email"] || null };
}

/** `2025-11-21 16:50:03.123456789 Z`, or with an offset such as `+07:00`. */
function rubyTime(text: string): Date | null {
  const [, day, time, zone] =
    text.match(/^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d+)? ?(Z|UTC|[+-]\d\d:?\d\d)?$/) ?? [];
  if (!day) return null;
  const offset = !zone || zone === "UTC" ? "Z" : zone.replace(/^(.\d\d)(\d\d)$/, "$1:$2");
  const date = new Date(`${day}T${time}${offset}`);
  return Number.isNaN(date.getTime()) ? null : date;
}
