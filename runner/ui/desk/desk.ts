import { basename } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { applyToDesk } from "../../../reports/ui/desk/apply.ts";
import type { DeskMessage, DeskRow, DeskState, DeskStudent } from "../../../reports/ui/desk/contract.ts";
import { JournalReader } from "../../class/journal.ts";
import { isAlive } from "../../is-alive.ts";
import { causeNames, withCauseName } from "../cause-names.ts";
import { Feed } from "../feed.ts";
import { ClassView } from "./class-view.ts";
import type { DeskSetup, Reading } from "./desk-setup.ts";
import { readNotes } from "./notes.ts";
import { changedMarks, changedNotes } from "./what-changed.ts";

/**
 * A graded class, or one that is being graded, as its folder holds it. Changes of the folder are published in the feed,
 * each with only what is new. Operations run one after another, and publish only what was read from disk.
 */
export class Desk {
  readonly feed = new Feed<DeskMessage>(() => ({ type: "all", state: this.#state }));
  readonly setup: DeskSetup;
  readonly #journal: JournalReader;
  readonly #timer: NodeJS.Timeout;
  /** The process that grades each hand-in now, by key. */
  readonly #busy = new Map<string, number>();
  #reading: Reading;
  #view: ClassView;
  #notes: ReadonlyMap<string, string>;
  #state: DeskState;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(setup: DeskSetup, reading: Reading, notes: ReadonlyMap<string, string>) {
    this.setup = setup;
    this.#reading = reading;
    this.#notes = notes;
    this.#journal = new JournalReader(setup.store.folder);
    this.#view = new ClassView(setup.store, reading.run, reading.marking, null);
    this.#state = this.#stateFrom(null);
    this.#timer = setInterval(() => void this.#poll(), pollEveryMs).unref();
  }

  /** Opens a class; its page can be shown while the results are still being read. */
  static async open(setup: DeskSetup): Promise<Desk> {
    const desk = new Desk(setup, await setup.read(), await readNotes(setup.store.folder));
    void desk.hear();
    desk.lookAtAll();
    return desk;
  }

  get state(): DeskState {
    return this.#state;
  }

  get reading(): Reading {
    return this.#reading;
  }

  get notes(): ReadonlyMap<string, string> {
    return this.#notes;
  }

  /** Reads new entries of the journal. */
  hear(): Promise<void> {
    return this.inTurn(async () => {
      const entries = await this.#journal.next();
      for (const { key, pid, what } of entries) {
        if (what === "began" && isAlive(pid)) this.#busy.set(key, pid);
        else this.#busy.delete(key);
      }
      const keys = entries.map(({ key }) => key);
      await this.#view.look(entries.flatMap(({ key, what }) => (what === "ended" ? key : [])));
      const atMs = entries.at(-1)?.atMs;
      if (atMs !== undefined) this.#tellOf(this.#view.studentsOf(keys), atMs);
    });
  }

  /** Reads the class, the inputs of its marks and the notes again. */
  refresh(): Promise<void> {
    return this.inTurn(() => this.refreshNow());
  }

  /** `refresh` for callers that are inside `inTurn`. */
  async refreshNow(): Promise<void> {
    try {
      const [reading, notes] = [await this.setup.read(), await readNotes(this.setup.store.folder)];
      if (this.#state.problem !== null) this.tell({ type: "problem", problem: null });
      const before = { reading: this.#reading, notes: this.#notes };
      [this.#reading, this.#notes] = [reading, notes];
      this.#tellOf(changedNotes(before.notes, notes), Date.now());
      if (isDeepStrictEqual(before.reading, reading)) return;
      this.#view = new ClassView(this.setup.store, reading.run, reading.marking, this.#view);
      const changed = changedMarks(before.reading, reading);
      if (changed !== null) return this.#tellOf(changed, Date.now());
      this.tell({ type: "all", state: this.#stateFrom(this.#state) });
      this.lookAtAll();
    } catch (fault) {
      this.tell({ type: "problem", problem: fault instanceof Error ? fault.message : String(fault) });
    }
  }

  /**
   * Reads every result again, in small pieces: a class of a thousand takes seconds, and other changes must be published
   * meanwhile.
   */
  lookAtAll(): void {
    const view = this.#view;
    const keys = view.keys;
    for (let at = 0; at < keys.length; at += keysAtOnce)
      void this.inTurn(async () => {
        if (this.#view !== view) return;
        const some = keys.slice(at, at + keysAtOnce);
        await view.look(some);
        this.#tellOf(view.studentsOf(some), Date.now());
      });
  }

  /** The id of the student whom a page names by file stem; undefined when there is none. */
  idOf(stem: string): string | undefined {
    return this.#view.idOf(stem);
  }

  /** All that is known of a student; null when there is none. */
  student(stem: string): DeskStudent | null {
    const student = this.#view.student(this.idOf(stem) ?? "");
    if (!student) return null;
    const { id, name, submission, grade, result } = student;
    const { marks } = this.#reading.marking;
    const isWaiting = this.#state.rows.some((row) => row.id === id && row.state === "waiting");
    return {
      ...{ id, stem, name, submission, grade, error: isWaiting ? null : student.error },
      result: result && { ...result, tests: result.tests.map(withCauseName) },
      marks: [...(marks.byStudent.get(id) ?? [])],
      ownItems: Object.fromEntries(marks.maxPoints),
      note: this.#notes.get(id) ?? "",
    };
  }

  /** The path of the hand-in that counts for a student, and the digest of its files when they were graded. */
  async handIn(stem: string): Promise<{ path: string; digest: string | null } | null> {
    const path = this.#view.student(this.idOf(stem) ?? "")?.submission?.path;
    const key = this.#reading.run.plan.handIns.find((handIn) => handIn.path === path)?.key;
    if (path === undefined || key === undefined) return null;
    return { path, digest: (await this.setup.store.readRecord(key))?.files ?? null };
  }

  /** Runs `work` after all earlier operations and before all later ones. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }

  tell(message: DeskMessage): void {
    this.#state = applyToDesk(this.#state, message);
    this.feed.publish(message);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#last;
  }

  #stateFrom(before: DeskState | null): DeskState {
    const { run, marking, marksFile } = this.#reading;
    const { store, language, isReadOnly } = this.setup;
    const { students } = this.#view;
    const known = new Map(before?.rows.map((row) => [row.id, row]));
    for (const row of this.#rows(students.filter((id) => !known.has(id)))) known.set(row.id, row);
    return {
      lab: { id: run.lab.id, title: marking.lab.title },
      folder: basename(store.folder),
      ...{ language, isReadOnly, marksFile: basename(marksFile), tests: this.#view.tests },
      rows: students.flatMap((id) => known.get(id) ?? []),
      unmatched: this.#view.unmatched,
      ...this.#view.progress,
      ...{ causes: before?.causes ?? {}, again: before?.again ?? {}, problem: null },
    };
  }

  /** Publishes the rows of those students that changed. */
  #tellOf(students: Iterable<string>, atMs: number): void {
    const known = new Map(this.#state.rows.map((row) => [row.id, row]));
    const rows = this.#rows(students).filter((row) => !isDeepStrictEqual(row, known.get(row.id)));
    const { unmatched } = this.#view;
    const progress = this.#view.progress;
    const { graded, total } = this.#state;
    const isElse = !isDeepStrictEqual([progress, unmatched], [{ graded, total }, this.#state.unmatched]);
    if (rows.length === 0 && !isElse) return;
    const unnamed = rows.flatMap(({ causes }) => causes).filter((code) => !(code in this.#state.causes));
    this.tell({ type: "rows", atMs, rows, causes: causeNames(unnamed), ...progress, unmatched });
  }

  #rows(students: Iterable<string>): DeskRow[] {
    const busy = this.#view.studentsOf(this.#busy.keys());
    return this.#view.rows(students, (id) => ({ isBusy: busy.has(id), hasNote: this.#notes.has(id) }));
  }

  /**
   * Needed besides the watch of the folder: a killed grader writes nothing more, and the watch may miss what is written
   * into a file right after its creation.
   */
  async #poll(): Promise<void> {
    await this.hear();
    await this.inTurn(() => this.#forgetDead());
  }

  async #forgetDead(): Promise<void> {
    const dead = [...this.#busy].flatMap(([key, pid]) => (isAlive(pid) ? [] : key));
    for (const key of dead) this.#busy.delete(key);
    if (dead.length > 0) this.#tellOf(this.#view.studentsOf(dead), Date.now());
  }
}

const keysAtOnce = 20;
const pollEveryMs = 2_000;
