import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Archive, Files } from "./content.ts";

/** A student of a made class, and what they hand in. */
export interface Member {
  id: string;
  name: string;
  email: string;
  username: string;
  /** The platform's own number. */
  platformId: string;
  section: string;
  isLate: boolean;
  /** The attempts, first to last, each as the files of a folder. */
  attempts: readonly Files[];
}

/** Makes the students of a class; the same size gives the same class. */
export async function makeMembers(size: number): Promise<Member[]> {
  const sources = await Promise.all(programs.map((name) => readFile(join(bank, name, "server.py"), "utf8")));
  return Array.from({ length: size }, (_, index) => member(index, sources));
}

const bank = "fixtures/tcp-echo-once";

/** Quick to grade: none waits or computes until a limit is reached, so that a large class is done in minutes. */
const programs = [
  ...["correct-plain", "correct-asyncio", "correct-chatty", "correct-small-buffer", "correct-poll-timeout"],
  ...["upper-cases", "reads-until-eof", "exits-at-once", "adds-newline", "syntax-error", "wrong-port", "prefix-echo"],
];

const firstNames = ["Budi", "Citra", "Dewi", "Eka", "Fajar", "Gita", "Hadi", "Indah", "Joko", "Kartika", "Siti", "Zoë"];
const lastNames = ["Santoso", "Lestari", "Putri", "Nugroho", "Hidayat", "Wulandari", "O'Neill", "D. Pratama", "Müller"];

function member(index: number, sources: readonly string[]): Member {
  const number = String(index + 1).padStart(4, "0");
  const name = `${firstNames[index % firstNames.length]} ${lastNames[index % lastNames.length]} ${number}`;
  return {
    id: `502523${number}`,
    name,
    email: `student${number}@x.id`,
    username: `octo-${number}`,
    platformId: `${70_000 + index}`,
    section: "ABCD".charAt(index % 4),
    isLate: index % 9 === 4,
    attempts: attemptsOf(index, sources),
  };
}

/** Every tenth hands in twice, every third an archive, every 25th something that must be refused. */
function attemptsOf(index: number, sources: readonly string[]): Files[] {
  // Every copy is a different file, so that no grader can reuse a result.
  const program = (turn: number) => `${sources[(index + turn) % sources.length]}\n# ${index} ${turn}\n`;
  if (index % 25 === 12) return [{ "lab.zip": refused(index, program(0)) }];
  if (index % 10 === 3) return [{ "server.py": program(1) }, { "server.py": program(0) }];
  if (index % 6 === 1) return [{ "lab.zip": { members: { "lab/server.py": program(0) } } }];
  const inner: Archive = { members: { "server.py": program(0) } };
  return [index % 6 === 5 ? { "lab.zip": { members: { "inner.zip": inner } } } : { "server.py": program(0) }];
}

function refused(index: number, program: string): Archive {
  const kinds: Archive[] = [
    { members: { "server.py": program }, damage: "truncated" },
    { members: { "server.py": program }, damage: "encrypted" },
    { members: { "server.py": program, "../../../evil.py": program } },
    { members: { "server.py": program, "bomb.txt": { zeros: 20 * 2 ** 20 } } },
    { members: { "server.py": program, "Server.py": program } },
  ];
  return kinds[Math.floor(index / 25) % kinds.length] as Archive;
}
