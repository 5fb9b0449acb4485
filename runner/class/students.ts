import type { StudentIdentity } from "../model/class-result.ts";
import type { Claims } from "./delivery.ts";
import { joinedForms, nameKey, nameWords } from "./name-forms.ts";
import { numbersWithin } from "./numbers-within.ts";

/** Who a name means: one student of the class, or none or several candidates. */
export type Found = { student: StudentIdentity } | { candidates: readonly StudentIdentity[] };

/** The owners of a hand-in, one or several; or the candidates, when it is not certain. */
export type Owners = { owners: readonly StudentIdentity[] } | { candidates: readonly StudentIdentity[] };

/** Finds students by what is known of them; certain evidence overrides likely evidence. */
export class Students {
  readonly all: readonly StudentIdentity[];
  readonly #numbers = new Map<string, Set<StudentIdentity>>();
  readonly #names = new Map<string, Set<StudentIdentity>>();

  constructor(students: readonly StudentIdentity[]) {
    this.all = students;
    for (const student of students) {
      const { id, sisId, email, username, platformId, name } = student;
      const keys = { id: [id, sisId], email: [email], username: [username], platformId: [platformId] };
      for (const [kind, values] of Object.entries(keys))
        for (const value of values) if (value) add(this.#numbers, numberKey(kind, value), student);
      if (name) for (const key of [nameKey(name), ...joinedForms(name)]) add(this.#names, key, student);
    }
  }

  /** The owners of a hand-in, by its claims. Contradictory claims give only candidates. */
  claimed(claims: Claims): Owners {
    const { id, email, username, platformId, name, label } = claims;
    const certain = distinct([
      ...(platformId ? this.#byNumber("platformId", platformId) : []),
      ...(id ? this.#byNumber("id", id) : []),
      ...(email ? this.#byNumber("email", email) : []),
      ...(username ? this.#byNumber("username", username) : []),
    ]);
    const named = name ? this.#byNameOrTeam(name, claims.team) : { candidates: [] };
    if (certain.length > 1) return { candidates: certain };
    if (certain.length > 0) return agreeing(certain, "owners" in named ? named.owners : []);
    if ("owners" in named || named.candidates.length > 0) return named;
    return label ? this.#labelled(label) : { candidates: [] };
  }

  /**
   * Whether a person with these claims is certainly not in this class: every student has an address or number of that
   * kind, others were found by theirs, and this one belongs to no student.
   *
   * @param decisive the kinds by which other students were found
   */
  excludes(claims: Claims, decisive: ReadonlySet<"email" | "platformId">): boolean {
    return [...decisive].some((kind) => claims[kind] !== null && this.all.every((student) => student[kind] !== null));
  }

  /** Whether an address or number belongs to a student of this class. */
  has(kind: "email" | "platformId", value: string | null): boolean {
    return value !== null && this.#byNumber(kind, value).length > 0;
  }

  /** The student that a person named by id, e-mail address, user name or name. */
  named(word: string): Found {
    const answers = [...numberKinds.map((kind) => this.#byNumber(kind, word)), this.#byName(word)];
    const candidates = answers.find((found) => found.length > 0) ?? [];
    const [student, ...others] = candidates;
    return student && others.length === 0 ? { student } : { candidates };
  }

  #byNumber(kind: string, value: string): StudentIdentity[] {
    return [...(this.#numbers.get(numberKey(kind, value)) ?? [])];
  }

  #byName(name: string): StudentIdentity[] {
    const found = this.#names.get(nameKey(name)) ?? this.#names.get(nameWords(name).join(""));
    return [...(found ?? [])];
  }

  /** A full name, perhaps after a team's name and a hyphen; unless teams are certain, that gives only a candidate. */
  #byNameOrTeam(name: string, isTeam: boolean | undefined): Owners {
    const whole = this.#byName(name);
    if (whole.length > 0) return whole.length === 1 ? { owners: whole } : { candidates: whole };
    const ends = [...name.matchAll(/-/g)].map(({ index }) => this.#byName(name.slice(index + 1)));
    const found = ends.find((students) => students.length > 0) ?? [];
    return isTeam && found.length === 1 ? { owners: found } : { candidates: found };
  }

  /** A label may be a number or a name, or contain some: `05111940000_Budi`, `5025231001_5025231002`. */
  #labelled(label: string): Owners {
    const byNumber = (word: string) =>
      distinct(["id", "email", "username"].flatMap((kind) => this.#byNumber(kind, word)));
    const whole = byNumber(label);
    if (whole.length > 0) return whole.length === 1 ? { owners: whole } : { candidates: whole };
    const named = this.#namedWithin(label);
    const numbers = numbersWithin(label, byNumber);
    if (numbers.sure.length > 0) return agreeing(numbers.sure, "owners" in named ? named.owners : []);
    if ("owners" in named && numbers.possible.every((student) => named.owners.includes(student))) return named;
    const team = this.all.filter(({ group }) => group !== undefined && teamKey(group) === teamKey(label));
    const isOne = team.length <= mostInTeam && new Set(team.map(({ group }) => group)).size === 1;
    if (team.length > 0) return isOne ? { owners: team } : { candidates: team };
    return { candidates: distinct([...numbers.possible, ...("owners" in named ? named.owners : named.candidates)]) };
  }

  /** The students whose names, of at least two words, are in a label; several for a pair. */
  #namedWithin(label: string): Owners {
    const exact = this.#byName(label);
    if (exact.length > 0) return exact.length === 1 ? { owners: exact } : { candidates: exact };
    const local = this.all.filter(({ email }) => email?.split("@")[0]?.toLowerCase() === label.toLowerCase());
    if (local.length > 0) return local.length === 1 ? { owners: local } : { candidates: local };
    const words = nameWords(label);
    const within = this.all.filter(({ name }) => nameWords(name ?? "").every((word) => words.includes(word)) && name);
    const full = within.filter(({ name }) => nameWords(name ?? "").length > 1);
    // When both "Siti Aminah" and "Siti Aminah Putri" fit, the longer one is meant.
    const longest = full.filter((student) => !full.some((other) => isPartOf(student, other)));
    const spoken = longest.flatMap(({ name }) => nameWords(name ?? ""));
    const isOneEach = new Set(spoken).size === spoken.length;
    return longest.length > 0 && isOneEach
      ? { owners: longest }
      : { candidates: longest.length > 0 ? longest : within };
  }
}

/** "Kelompok 7", "kelompok07" and "7" are the same team. */
function teamKey(name: string): string {
  const words = nameWords(name).flatMap((word) => word.match(/\p{N}+|\P{N}+/gu) ?? []);
  const own = words.filter((word) => !/^(?:group|team|grup|kelompok|kel|tim)$/.test(word));
  return (own.length > 0 ? own : words).map((word) => word.replace(/^0+(?=\d)/, "")).join(" ");
}

/** A larger group is a class, whose members hand in separately. */
const mostInTeam = 12;

const numberKinds = ["id", "email", "username", "platformId"];

/** The certain students, or candidates when the name means another student. */
function agreeing(certain: readonly StudentIdentity[], named: readonly StudentIdentity[]): Owners {
  const others = named.filter((student) => !certain.includes(student));
  return others.length > 0 ? { candidates: [...certain, ...others] } : { owners: certain };
}

function isPartOf({ name: part }: StudentIdentity, { name: whole }: StudentIdentity): boolean {
  const [words, others] = [nameWords(part ?? ""), nameWords(whole ?? "")];
  return words.length < others.length && words.every((word) => others.includes(word));
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}

function numberKey(kind: string, value: string): string {
  return `${kind} ${value.trim().toLowerCase()}`;
}

function add<T>(map: Map<string, Set<T>>, key: string, value: T): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}
