/// <reference lib="dom" />

import type { QuestionResult } from "../../../runner/model/result.ts";
import type { Text } from "../../../runner/model/text.ts";
import { deskTexts } from "../../../runner/texts/desk.ts";
import { printable } from "../../../runner/texts/printable.ts";
import { useWords } from "../../html/language.ts";
import { Say } from "../../html/say.tsx";
import type { PlannedTest } from "../contract.ts";
import type { DeskStudent } from "./contract.ts";
import { type Item, MarkForm } from "./mark-form.tsx";
import { OwnItem } from "./own-item.tsx";

interface Shown {
  student: DeskStudent;
  tests: readonly PlannedTest[];
  marksFile: string;
  isReadOnly: boolean;
  /** The chosen item for a new mark. */
  chosen: string;
  choose(item: string): void;
}

/** Marks given by hand: the present ones, the questions without a mark, and a field for any other item. */
export function Marks({ student, tests, marksFile, isReadOnly, chosen, choose }: Shown) {
  const items = itemsOf(student, tests);
  const given = items.filter(({ id, isQuestion }) => isQuestion || student.marks.some(({ item }) => item === id));
  const others = items.filter((item) => !given.includes(item));
  if (isReadOnly && student.marks.length === 0) return null;
  return (
    <section class="marks" aria-labelledby="marks-name">
      <h2 id="marks-name">
        <Say text={deskTexts.marks} />
      </h2>
      {given.map((item) => (
        <MarkForm
          key={item.id}
          {...{ item, isReadOnly }}
          student={student.stem}
          mark={student.marks.find((mark) => mark.item === item.id)}
          takesFocus={item.id === chosen}
        />
      ))}
      {!isReadOnly && <Another {...{ student, chosen, choose }} items={others} />}
      <p class="kept">
        <Say text={deskTexts.kept} /> <code>{printable(marksFile)}</code>
      </p>
    </section>
  );
}

const own = "?";

/** Id of the field for the item of a mark. */
export const itemField = "mark-item";

interface AnotherProps extends Pick<Shown, "student" | "chosen" | "choose"> {
  items: readonly Item[];
}

/** A mark for an item without one, or for an item of one's own. */
function Another({ student, items, chosen, choose }: AnotherProps) {
  const words = useWords();
  const item = items.find(({ id }) => id === chosen);
  return (
    <div class="another needs-script">
      <label>
        <span>
          <Say text={deskTexts.item} />
        </span>
        <select
          id={itemField}
          value={item || chosen === own ? chosen : ""}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">–</option>
          {items.map(({ id }) => (
            <option key={id} value={id}>
              {printable(id)}
            </option>
          ))}
          <option value={own}>{words(deskTexts.ownItem)}</option>
        </select>
      </label>
      {item && <MarkForm takesFocus key={item.id} {...{ item }} student={student.stem} isReadOnly={false} />}
      {chosen === own && <OwnItem student={student.stem} done={() => choose("")} />}
    </div>
  );
}

/** All items that can be marked: questions, tests, the total, and items that have marks already. */
function itemsOf({ result, ownItems }: DeskStudent, tests: readonly PlannedTest[]): Item[] {
  const questions = (result?.questions ?? []).map(
    ({ id, title, maxPoints }: QuestionResult): Item => ({ id, title, most: maxPoints, isQuestion: true }),
  );
  const item = (id: string, title: Text, most: number | null): Item => ({ id, title, most, isQuestion: false });
  return [
    ...questions,
    ...tests.map(({ id, title, maxPoints }) => item(id, title, maxPoints)),
    item("total", deskTexts.total, null),
    ...Object.entries(ownItems).map(([id, most]) => item(id, { en: id, id }, most)),
  ];
}
