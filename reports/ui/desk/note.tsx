/// <reference lib="dom" />

import { useState } from "preact/hooks";
import type { Text } from "../../../runner/model/text.ts";
import { deskTexts } from "../../../runner/texts/desk.ts";
import { Say } from "../../html/say.tsx";
import { ask, useDraft } from "./ask.ts";
import type { DeskStudent } from "./contract.ts";
import { Said } from "./mark-form.tsx";

/** An instructor's private note about a student. */
export function Note({ student: { stem, note }, isReadOnly }: { student: DeskStudent; isReadOnly: boolean }) {
  const [words, type, isChanged] = useDraft(note);
  const [said, say] = useState<Text | null>(null);
  const save = async (event: Event) => {
    event.preventDefault();
    say((await ask("notes", { student: stem, text: words, was: note })) ?? deskTexts.saved);
  };
  if (isReadOnly && note === "") return null;
  return (
    <form class="note-form" onSubmit={(event) => void save(event)}>
      <h2>
        <label for="note">
          <Say text={deskTexts.note} />
        </label>
      </h2>
      <textarea
        id="note"
        rows={3}
        aria-describedby="note-about"
        value={words}
        readOnly={isReadOnly}
        onInput={(event) => type(event.currentTarget.value)}
      />
      <p class="kept" id="note-about">
        <Say text={deskTexts.noteAbout} />
      </p>
      {!isReadOnly && (
        <div class="buttons">
          <button type="submit" disabled={!isChanged}>
            <Say text={deskTexts.save} />
          </button>
          <Said words={said} />
        </div>
      )}
    </form>
  );
}
