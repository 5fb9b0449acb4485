import { type Delivery, type Entry, firstRefusal, type Layout, noClaims } from "../delivery.ts";

/**
 * Moodle's "Download all submissions": `[<team>-]<Full name>_<participant>_assignsubmission_file_`, a folder or, where
 * the teacher asked for no folders, the beginning of each file's name. An online text counts only when nothing else was
 * handed in.
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
  const names = [...byParticipant.values()].flatMap(([first]) => first?.name ?? []);
  const isBlind = names.every((name) => name === names[0]) && (names.length > 2 || hiddenNames.test(names[0] ?? ""));
  const isOfTeam = teamPrefixes(names);
  return {
    deliveries: [...byParticipant].map(([participant, found]) => delivery(participant, found, { isBlind, isOfTeam })),
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

/** What Moodle writes instead of a name when grading is anonymous. */
const hiddenNames = /^(?:participant|peserta|teilnehmer|participante|partecipante|deelnemer|участник|参加者|参与者)/i;

/**
 * Names of team members are `<team>-<full name>`, and so may be those of students in groups. A hyphen alone is not a
 * sign of a team, because names contain hyphens too.
 */
function teamPrefixes(names: readonly string[]): (name: string) => boolean {
  const prefixOf = (name: string) => (name.includes("-") ? name.slice(0, name.indexOf("-")) : null);
  const prefixes = names.map(prefixOf);
  const haveAll = prefixes.length > 1 && prefixes.every((prefix) => prefix !== null);
  return (name) => {
    const prefix = prefixOf(name);
    if (prefix === null) return false;
    return haveAll || /\d/.test(prefix) || prefixes.filter((other) => other === prefix).length > 1;
  };
}

function delivery(
  participant: string,
  parts: readonly Part[],
  { isBlind, isOfTeam }: { isBlind: boolean; isOfTeam(name: string): boolean },
): Delivery {
  const files = parts.filter(({ plugin }) => plugin === "file");
  const counted = files.length > 0 ? files : parts;
  const [first] = counted as [Part];
  return {
    path: first.entry.name,
    platform: "moodle",
    sources: counted.map(({ entry, file }) => ({ from: entry.path, name: file || entry.name })),
    owners: [{ ...noClaims, platformId: participant, name: isBlind ? null : first.name, team: isOfTeam(first.name) }],
    submittedAt: null,
    late: null,
    attempt: null,
    refused: firstRefusal(counted.map(({ entry }) => entry)),
  };
}
