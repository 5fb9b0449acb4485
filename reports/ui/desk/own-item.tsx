/// <reference lib="dom" />

import { useState } from "preact/hooks";
import type { Text } from "../../../runner/model/text.ts";
import { deskTexts } from "../../../runner/texts/desk.ts";
import { Say } from "../../html/say.tsx";
import { ask } from "./ask.ts";
import { numberIn, Said } from "./mark-form.tsx";

/** A mark for something that is neither a test nor a question: its name, its points and its maximum. */
export function OwnItem({ student, done }: { student: string; done(): void }) {
  const [said, say] = useState<Text | null>(null);
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const field = (name: string) => String(data.get(name) ?? "");
    const [points, max] = [numberIn(field("points")), numberIn(field("max"))];
    if (points === null || max === null) return say(deskTexts.noNumber);
    const comment = field("comment").trim() || null;
    const problem = await ask("marks", { student, item: field("item").trim(), points, max, comment, was: null });
    if (problem) say(problem);
    else done();
  };
  return (
    <form class="mark own" onSubmit={(event) => void save(event)}>
      <Field name="item" label={deskTexts.ownName} />
      <Field name="points" label={deskTexts.points} />
      <Field name="max" label={deskTexts.max} />
      <Field name="comment" label={deskTexts.comment} isOptional />
      <div class="buttons">
        <button type="submit">
          <Say text={deskTexts.save} />
        </button>
        <Said words={said} />
      </div>
    </form>
  );
}

function Field({ name, label, isOptional = false }: { name: string; label: Text; isOptional?: boolean }) {
  return (
    <label>
      <span>
        <Say text={label} />
      </span>
      <input name={name} autoComplete="off" required={!isOptional} />
    </label>
  );
}
