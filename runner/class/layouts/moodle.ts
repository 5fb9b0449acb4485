import { type Delivery, type Entry, firstRefusal, type Layout, noClaims } from "../delivery.ts";

/**
 * Moodle's "Download all submissions": `<Full name>_<participant>_assignsubmission_file_`, a folder or, where the teacher
 * asked for no folders, the beginning of each file's name. An online text counts where nothing else was handed in.
 */
export const moodle: Layout = async (entries) => {
  const parts = entries.map((entry) => ({ entry, match: entry.name.match(pattern) }));
  if (!parts.some(({ match }) => match)) return null;
  const byParticipant = new Map<string, Part[]>();
  for (const { entry, match } of parts) {
    if (!match) continue;
    const [, name = "", participant = "", plugin = "", file = ""] = match;
    const known = byParticipant.get(participant) ?? [];
    byParticipant.set(participant, [...known, { entry, name, plugin, file }]);
  }
  return {
    deliveries: [...byParticipant].map(([participant, found]) => delivery(participant, found)),
    rest: parts.filter(({ match }) => !match).map(({ entry }) => entry),
  };
};

const pattern = /^(.+)_(\d+)_assignsubmission_(file|onlinetext)(?:_(.*))?$/;

interface Part {
  entry: Entry;
  name: string;
  plugin: string;
  file: string;
}

function delivery(participant: string, parts: readonly Part[]): Delivery {
  const files = parts.filter(({ plugin }) => plugin === "file");
  const counted = files.length > 0 ? files : parts;
  const [first] = counted as [Part];
  const isBlind = first.name === "Participant";
  return {
    path: first.entry.name,
    platform: "moodle",
    sources: counted.map(({ entry, file }) => ({ from: entry.path, name: file || entry.name })),
    owners: [{ ...noClaims, platformId: participant, name: isBlind ? null : first.name }],
    submittedAt: null,
    late: null,
    attempt: null,
    refused: firstRefusal(counted.map(({ entry }) => entry)),
  };
}
