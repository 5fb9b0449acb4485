import { type Delivery, type Entry, firstRefusal, type Layout, noClaims } from "../delivery.ts";

/** Canvas's "Download Submissions": loose files `<lastnamefirstname>[_LATE]_<user>_<file number>_<file name>`. */
export const canvas: Layout = async (entries) => {
  const parts = entries.map((entry) => ({ entry, match: entry.isFolder ? null : entry.name.match(pattern) }));
  const known = parts.filter(({ match }) => match).length;
  if (known === 0 || known * 2 < entries.length) return null;
  const byUser = new Map<string, Part[]>();
  for (const { entry, match } of parts) {
    if (!match) continue;
    const [, name = "", late, user = "", file = ""] = match;
    byUser.set(user, [...(byUser.get(user) ?? []), { entry, name, isLate: late !== undefined, file }]);
  }
  return {
    deliveries: [...byUser].map(([user, found]) => delivery(user, found)),
    rest: parts.filter(({ match }) => !match).map(({ entry }) => entry),
  };
};

const pattern = /^([^_]+)(_LATE)?_(\d+)_\d+_(.+)$/;

interface Part {
  entry: Entry;
  name: string;
  isLate: boolean;
  file: string;
}

function delivery(user: string, parts: readonly Part[]): Delivery {
  const [first] = parts as [Part];
  const names = asNamed(parts.map(({ file }) => file));
  return {
    path: first.entry.name,
    platform: "canvas",
    sources: parts.map(({ entry }, index) => ({ from: entry.path, name: names[index] as string })),
    owners: [{ ...noClaims, platformId: user, name: first.name }],
    submittedAt: null,
    late: parts.some(({ isLate }) => isLate),
    attempt: null,
    refused: firstRefusal(parts.map(({ entry }) => entry)),
  };
}

/** Canvas renames every file of a second attempt (`server-1.py`); files that import each other need their old names. */
function asNamed(files: readonly string[]): string[] {
  const endings = files.map((file) => file.match(/^(.+)-(\d+)(\.[^.]+)?$/));
  const attempt = endings[0]?.[2];
  const isRenamed = attempt !== undefined && endings.every((match) => match?.[2] === attempt);
  return isRenamed ? endings.map((match) => `${match?.[1]}${match?.[3] ?? ""}`) : [...files];
}
