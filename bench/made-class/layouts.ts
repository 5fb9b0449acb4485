import { stringify } from "yaml";
import { type Archive, type Files, within } from "./content.ts";
import type { Member } from "./members.ts";

/** A class as one platform delivers it. */
export interface Download {
  files: Files;
  /** Whether the platform delivers it as one archive. */
  isArchive?: boolean;
  /** Whether each folder is a repository. */
  areClones?: boolean;
}

/** How the platforms deliver a class, by name. */
export const layouts = {
  /** Only the last attempt, in a folder with the student's name. */
  moodle: (members) => ({
    files: each(members, (member) =>
      within(`${member.name}_${member.platformId}_assignsubmission_file_`, lastOf(member)),
    ),
    isArchive: true,
  }),
  /** Hand-ins of teams, named after the team and each member. */
  "moodle-teams": (members) => ({
    files: each(members, (member) => {
      const team = Math.floor(Number(member.platformId) / 3) % 100;
      return within(`Kelompok ${team}-${member.name}_${member.platformId}_assignsubmission_file_`, lastOf(member));
    }),
    isArchive: true,
  }),
  /** Loose files; those of a second attempt are renamed. */
  canvas: (members) => ({ files: each(members, canvasFiles), isArchive: true }),
  github: (members) => ({
    files: each(members, (member) => within(`echo-lab-${member.username}`, lastOf(member))),
    areClones: true,
  }),
  gradescope: (members) => {
    const handIns = members.flatMap((member) => member.attempts.map((files, attempt) => ({ member, files, attempt })));
    const names = handIns.map((_, index) => `submission_${4_000 + index}`);
    const files = handIns.map((handIn, index) => within(names[index] as string, handIn.files));
    const metadata = handIns.map(({ member, attempt }, index) => [names[index], submission(member, attempt)]);
    return { files: Object.assign({ "submission_metadata.yml": stringify(Object.fromEntries(metadata)) }, ...files) };
  },
  /** Named by the id; a single file or archive has no folder. */
  folder: (members) => ({ files: each(members, plainFiles) }),
} satisfies Record<string, (members: readonly Member[]) => Download>;

/** Name of a platform's layout. */
export type LayoutName = keyof typeof layouts;

function each(members: readonly Member[], filesOf: (member: Member) => Files): Files {
  return Object.assign({}, ...members.map(filesOf));
}

function lastOf({ attempts }: Member): Files {
  return attempts.at(-1) ?? {};
}

function canvasFiles(member: Member): Files {
  const last = member.name.toLowerCase().replace(/[^a-z0-9]/g, "");
  const start = `${last}${member.isLate ? "_LATE" : ""}_${member.platformId}`;
  const again = member.attempts.length > 1 ? `-${member.attempts.length - 1}` : "";
  const files = Object.entries(lastOf(member));
  return Object.fromEntries(
    files.map(([name, content], index) => {
      const renamed = name.replace(/(?=\.\w+$)/, again);
      return [`${start}_${member.platformId}${index}_${renamed}`, content];
    }),
  );
}

function submission({ name, id, email, isLate }: Member, attempt: number) {
  const day = isLate ? 22 : 20;
  return {
    ":submitters": [{ ":name": name, ":sid": id, ":email": email }],
    ":created_at": `2025-11-${day} 1${attempt}:50:03.123456000 Z`,
  };
}

function plainFiles({ id, attempts }: Member): Files {
  if (attempts.length > 1)
    return Object.assign({}, ...attempts.map((files, index) => within(`${id}-attempt-${index + 1}`, files)));
  const [files = {}] = attempts;
  const archive = files["lab.zip"] as Archive | undefined;
  return archive ? { [`${id}.zip`]: archive } : within(id, files);
}
