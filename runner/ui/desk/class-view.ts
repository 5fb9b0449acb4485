import { classRow } from "../../../reports/html/class/class-row.ts";
import type { PlannedTest } from "../../../reports/ui/contract.ts";
import type { DeskRow, DeskState } from "../../../reports/ui/desk/contract.ts";
import type { ClassRun, PlannedStudent } from "../../class/class-run.ts";
import { termsDigest } from "../../class/fingerprint.ts";
import { handInsOf } from "../../class/grade-class.ts";
import { type Marking, markClass, rubricOf } from "../../class/mark-class.ts";
import type { Store } from "../../class/store.ts";
import { notYet, type Summary, summarise } from "../../class/summarise.ts";
import type { ClassResult, ClassStudent, UnmatchedHandIn } from "../../model/class-result.ts";
import { programOf } from "../../score/rubric.ts";

/** A class as its folder holds it; single hand-ins can be read again. */
export class ClassView {
  readonly run: ClassRun;
  readonly marking: Marking;
  readonly #store: Store;
  readonly #found: Map<string, Summary>;
  readonly #students: ReadonlyMap<string, PlannedStudent>;
  readonly #studentsOf = new Map<string, string[]>();

  /** @param before the earlier view of the class: its results under the same terms stay until they are read again */
  constructor(store: Store, run: ClassRun, marking: Marking, before: ClassView | null) {
    this.run = run;
    this.marking = marking;
    this.#store = store;
    const isSame = before !== null && termsDigest(before.run.terms) === termsDigest(run.terms);
    const known = isSame ? before.#found : new Map<string, Summary>();
    this.#found = new Map(handInsOf(run).map(({ key }) => [key, known.get(key) ?? notYet]));
    this.#students = new Map(run.plan.students.map((student) => [student.id, student]));
    for (const { id, handIns } of run.plan.students)
      for (const key of handIns) this.#studentsOf.set(key, [...(this.#studentsOf.get(key) ?? []), id]);
  }

  /** Keys of all hand-ins that this run grades. */
  get keys(): string[] {
    return [...this.#found.keys()];
  }

  /** Ids of all students of this run. */
  get students(): string[] {
    return this.#marked([...this.#students.values()]).students.map(({ id }) => id);
  }

  get progress(): Pick<DeskState, "graded" | "total"> {
    const summaries = [...this.#found.values()];
    return { graded: summaries.filter((summary) => summary !== notYet).length, total: summaries.length };
  }

  get tests(): PlannedTest[] {
    const rubric = rubricOf(this.run, this.marking.lab);
    return rubric.tests.map((test) => ({
      ...{ id: test.id, program: programOf(rubric, test), title: test.title, why: test.why, maxPoints: test.points },
      ...{ optional: test.optional ?? false, visibility: test.visibility ?? "visible" },
    }));
  }

  get unmatched(): UnmatchedHandIn[] {
    return this.#marked([], this.run.plan.unmatched).unmatched;
  }

  /** The students whose hand-ins these are. */
  studentsOf(keys: Iterable<string>): Set<string> {
    return new Set([...keys].flatMap((key) => this.#studentsOf.get(key) ?? []));
  }

  /** Reads the present results of these hand-ins. */
  async look(keys: readonly string[]): Promise<void> {
    const own = keys.filter((key) => this.#found.has(key));
    const rubric = rubricOf(this.run, this.marking.lab);
    for (const [key, summary] of await summarise(this.#store, this.run, rubric, own)) this.#found.set(key, summary);
  }

  /** The id of the student whom a page names by file stem. */
  idOf(stem: string): string | undefined {
    return this.run.plan.students.find(({ fileStem }) => fileStem === stem)?.id;
  }

  /** One student with marks; undefined when the class has none with this id. */
  student(id: string): ClassStudent | undefined {
    return this.#marked([this.#students.get(id) ?? []].flat()).students[0];
  }

  /** The table rows of these students. */
  rows(ids: Iterable<string>, about: (id: string) => Pick<DeskRow, "isBusy" | "hasNote">): DeskRow[] {
    const planned = [...ids].flatMap((id) => this.#students.get(id) ?? []);
    return this.#marked(planned).students.map((student) => ({
      stem: student.fileStem,
      ...this.#row(student),
      ...about(student.id),
      isMarked: this.marking.marks.byStudent.has(student.id),
    }));
  }

  #row(student: ClassStudent): Omit<DeskRow, "stem" | "isBusy" | "hasNote" | "isMarked"> {
    const { page: _, isBusy: __, isMarked: ___, hasNote: ____, ...row } = classRow(student, "");
    const own = { ...row, causes: [...row.causes], flaky: [...row.flaky] };
    return student.error === notYet.error ? { ...own, state: "waiting", reason: null } : own;
  }

  #marked(students: PlannedStudent[], unmatched: ClassRun["plan"]["unmatched"] = []): ClassResult {
    const plan = { ...this.run.plan, students, unmatched };
    return markClass({ store: this.#store, run: { ...this.run, plan }, found: this.#found }, this.marking);
  }
}
