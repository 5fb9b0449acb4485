import type { Text } from "../../model/text.ts";
import { deskTexts } from "../../texts/desk.ts";
import type { Desk } from "./desk.ts";
import { Refused } from "./desk-setup.ts";

/** Grades hand-ins of students again, one after another, in the order of the requests. */
export class Again {
  readonly #desk: Desk;
  readonly #abort = new AbortController();
  readonly #onFault: (fault: unknown) => void;
  #last: Promise<void> = Promise.resolve();

  constructor(desk: Desk, onFault: (fault: unknown) => void) {
    this.#desk = desk;
    this.#onFault = onFault;
  }

  /** Queues a student, by file stem, unless already queued; returns why not, or null. */
  take(student: string): Text | null {
    if (this.#desk.setup.isReadOnly) return deskTexts.refusedReadOnly;
    const planned = this.#desk.reading.run.plan.students.find(({ fileStem }) => fileStem === student);
    if (!planned) return deskTexts.unknownStudent;
    if (planned.handIns.length === 0) return deskTexts.nothingToGrade;
    const now = this.#desk.state.again[student];
    if (now && now.state !== "failed") return null;
    this.#tell(student, { state: "waiting", why: null });
    this.#last = this.#last.then(() => this.#grade(student, planned.id));
    return null;
  }

  /** Aborts what is being graded, and drops the queue. */
  async close(): Promise<void> {
    this.#abort.abort();
    await this.#last;
  }

  async #grade(student: string, id: string): Promise<void> {
    const { signal } = this.#abort;
    if (signal.aborted) return;
    this.#tell(student, { state: "grading", why: null });
    try {
      await this.#desk.setup.gradeAgain(id, signal);
      await this.#desk.hear();
      this.#tell(student, null);
    } catch (fault) {
      if (signal.aborted) return;
      if (!(fault instanceof Refused)) this.#onFault(fault);
      const words = fault instanceof Error ? fault.message : String(fault);
      this.#tell(student, { state: "failed", why: fault instanceof Refused ? fault.text : { en: words, id: words } });
    }
  }

  #tell(student: string, now: Desk["state"]["again"][string] | null): void {
    this.#desk.tell({ type: "again", student, now });
  }
}
