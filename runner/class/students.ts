import type { StudentIdentity } from "../model/class-result.ts";
import type { Claims } from "./delivery.ts";
import { joinedForms, nameKey, nameWords } from "./name-forms.ts";

/** Who somebody is: one student of the class, none, or so many that the name decides nothing. */
export type Found = { student: StudentIdentity } | { candidates: readonly StudentIdentity[] };

/** Finds students by what is known of them; what is certain goes before what is likely. */
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

  /** The student that a hand-in claims to be from. */
  claimed({ id, email, username, platformId, name, label }: Claims): Found {
    const certain = [
      platformId && this.#byNumber("platformId", platformId),
      id && this.#byNumber("id", id),
      email && this.#byNumber("email", email),
      username && this.#byNumber("username", username),
    ];
    const likely = [name && this.#byName(name), label && this.#byLabel(label)];
    return first([...certain, ...likely].map((found) => found || []));
  }

  /** The student that somebody named by hand: by id, e-mail, user name or name. */
  named(word: string): Found {
    return first([...numberKinds.map((kind) => this.#byNumber(kind, word)), this.#byName(word)]);
  }

  #byNumber(kind: string, value: string): StudentIdentity[] {
    return [...(this.#numbers.get(numberKey(kind, value)) ?? [])];
  }

  #byName(name: string): StudentIdentity[] {
    const found = this.#names.get(nameKey(name)) ?? this.#names.get(nameWords(name).join(""));
    return [...(found ?? [])];
  }

  /** A label may be a number or a name, or have one among its words: `05111940000_Budi`, `lab3-budi.santoso`. */
  #byLabel(label: string): StudentIdentity[] {
    const byNumber = (word: string) => ["id", "email", "username"].flatMap((kind) => this.#byNumber(kind, word));
    const whole = byNumber(label);
    if (whole.length > 0) return [...new Set(whole)];
    const within = [...label.split(/[\s_-]+/), ...endings(label)].flatMap(byNumber);
    if (within.length > 0) return [...new Set(within)];
    const named = this.#byName(label);
    if (named.length > 0) return named;
    const local = this.all.filter(({ email }) => email?.split("@")[0]?.toLowerCase() === label.toLowerCase());
    return local.length > 0 ? local : this.#byWordsWithin(label);
  }

  /** The students all of whose names' words, two at least, stand in the label. */
  #byWordsWithin(label: string): StudentIdentity[] {
    const words = new Set(nameWords(label));
    return this.all.filter(({ name }) => {
      const own = nameWords(name ?? "");
      return own.length > 1 && own.every((word) => words.has(word));
    });
  }
}

const numberKinds = ["id", "email", "username", "platformId"];

/** What follows each hyphen: a GitHub user name may hold hyphens itself. */
function endings(label: string): string[] {
  return [...label.matchAll(/-/g)].map(({ index }) => label.slice(index + 1));
}

function first(answers: readonly StudentIdentity[][]): Found {
  const candidates = answers.find((found) => found.length > 0) ?? [];
  const [student, ...others] = candidates;
  return student && others.length === 0 ? { student } : { candidates };
}

function numberKey(kind: string, value: string): string {
  return `${kind} ${value.trim().toLowerCase()}`;
}

function add<T>(map: Map<string, Set<T>>, key: string, value: T): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}
