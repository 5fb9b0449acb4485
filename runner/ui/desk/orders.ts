import { readFile, realpath } from "node:fs/promises";
import type { MarkOrder, NoteOrder } from "../../../reports/ui/desk/contract.ts";
import { problemWithMark, readMarks } from "../../class/read-marks.ts";
import { writeAtomically } from "../../class/store.ts";
import { Students } from "../../class/students.ts";
import { withMark } from "../../class/write-marks.ts";
import type { Text } from "../../model/text.ts";
import { deskTexts } from "../../texts/desk.ts";
import type { Desk } from "./desk.ts";
import { writeNote } from "./notes.ts";

/**
 * Writes a mark into the file of marks; returns why not, or null. It does not overwrite a mark that changed since the
 * page showed it.
 */
export function giveMark(desk: Desk, order: MarkOrder): Promise<Text | null> {
  return desk.inTurn(async () => {
    if (desk.setup.isReadOnly) return deskTexts.refusedReadOnly;
    await desk.refreshNow();
    const { problem } = desk.state;
    if (problem !== null) return { en: problem, id: problem };
    const { run, marking, marksFile } = desk.reading;
    const { item, points, max, was } = order;
    const student = desk.idOf(order.student);
    if (student === undefined) return deskTexts.unknownStudent;
    const before = marking.marks.byStudent.get(student)?.find((mark) => mark.item === item);
    if ((before?.points ?? null) !== was) return deskTexts.changedMeanwhile;
    const known = { lab: marking.lab, maxPoints: new Map(marking.marks.maxPoints) };
    const wrong = points === null ? null : problemWithMark(item, points, max === null ? undefined : String(max), known);
    if (wrong) return wrong;

    const students = new Students(run.plan.students);
    const file = await realpath(marksFile).catch(() => marksFile);
    const bytes = await readFile(file).catch(nothingYet);
    const written = withMark(file, bytes, { ...order, student }, students);
    if ("problems" in written) return said(written.problems);
    const read = readMarks(file, written, students, marking.lab);
    if ("problems" in read) return said(read.problems);
    await writeAtomically(file, written);
    await desk.setup.useMarks();
    await desk.refreshNow();
    return null;
  });
}

/** Writes a note about a student; returns why not, or null. */
export function takeNote(desk: Desk, { student: stem, text, was }: NoteOrder): Promise<Text | null> {
  return desk.inTurn(async () => {
    if (desk.setup.isReadOnly) return deskTexts.refusedReadOnly;
    await desk.refreshNow();
    const student = desk.idOf(stem);
    if (student === undefined) return deskTexts.unknownStudent;
    if ((desk.notes.get(student) ?? "") !== was) return deskTexts.changedMeanwhile;
    await writeNote(desk.setup.store.folder, student, text);
    await desk.refreshNow();
    return null;
  });
}

function nothingYet(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

function said(problems: readonly { line: number; message: string }[]): Text {
  const words = problems.map(({ line, message }) => `${line}: ${message}`).join("\n");
  return { en: words, id: words };
}
