import { withoutArchiveEnding } from "../../handin/archive-kind.ts";
import { type Delivery, type Entry, noClaims } from "../delivery.ts";

/**
 * An entry of a folder that comes from no known platform: its name says whose it is, and may end with the number of the
 * attempt.
 */
export function plainDelivery({ name, path, isFolder, refused }: Entry): Delivery {
  const stem = isFolder ? name : withoutEnding(name);
  const [, label = stem, attempt, copy] = stem.match(/^(.+?)(?:[ _-]+attempt[ _-]?(\d+)| \((\d+)\))$/i) ?? [];
  return {
    path: name,
    platform: "folder",
    sources: [{ from: path, name }],
    owners: [{ ...noClaims, label }],
    submittedAt: null,
    late: null,
    // A browser adds a number in brackets to a second download of the same name.
    attempt: attempt ? Number(attempt) : copy ? Number(copy) : null,
    refused,
  };
}

function withoutEnding(name: string): string {
  const stem = withoutArchiveEnding(name);
  return stem === name ? name.replace(/(?<=.)\.[a-z0-9]{1,5}$/i, "") : stem;
}
