/// <reference lib="dom" />

import { useEffect, useRef, useState } from "preact/hooks";
import type { Text } from "../../../runner/model/text.ts";
import { deskTexts } from "../../../runner/texts/desk.ts";
import { printable } from "../../../runner/texts/printable.ts";
import { useWords } from "../../html/language.ts";
import { Say } from "../../html/say.tsx";
import { pointsText } from "../../support/words/points.ts";
import { inBoth } from "../../support/words/questions.ts";
import { ask, useDraft } from "./ask.ts";
import type { DeskStudent } from "./contract.ts";

/** An item that can be marked. */
export interface Item {
  id: string;
  title: Text;
  /** Maximum points; null if not known. */
  most: number | null;
  isQuestion: boolean;
}

interface Shown {
  student: string;
  item: Item;
  /** @default none was given yet */
  mark?: DeskStudent["marks"][number] | undefined;
  isReadOnly: boolean;
  /** Whether the user has just opened it. @default false */
  takesFocus?: boolean;
}

/** A form to give, change and remove a mark. */
export function MarkForm({ student, item, mark, isReadOnly, takesFocus = false }: Shown) {
  const words = useWords();
  const [points, setPoints, isOther] = useDraft(mark ? String(mark.points) : "");
  const [comment, setComment, isOtherComment] = useDraft(mark?.comment ?? "");
  const [said, say] = useState<Text | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, []);
  const give = async (value: number | null) => {
    const order = { student, item: item.id, points: value, max: null, comment: comment.trim() || null };
    say((await ask("marks", { ...order, was: mark?.points ?? null })) ?? deskTexts.saved);
  };
  const save = (event: Event) => {
    event.preventDefault();
    const value = numberIn(points);
    if (value === null) say(deskTexts.noNumber);
    else void give(value);
  };
  return (
    <form class="mark" data-item={item.id} onSubmit={save}>
      <p class="item">
        <Say text={item.title} /> <code>{printable(item.id)}</code>
      </p>
      <div class="fields">
        <input
          ref={field}
          class="of-points"
          inputMode="decimal"
          autoComplete="off"
          aria-label={`${words(deskTexts.points)}: ${words(item.title)}`}
          value={points}
          readOnly={isReadOnly}
          onInput={(event) => setPoints(event.currentTarget.value)}
        />
        {item.most !== null && (
          <span class="most">/ {<Say text={inBoth((language) => pointsText(item.most ?? 0, language))} />}</span>
        )}
        <input
          class="of-comment"
          autoComplete="off"
          aria-label={`${words(deskTexts.comment)}: ${words(item.title)}`}
          placeholder={words(deskTexts.comment)}
          value={comment}
          readOnly={isReadOnly}
          onInput={(event) => setComment(event.currentTarget.value)}
        />
      </div>
      {!isReadOnly && (
        <div class="buttons">
          <button type="submit" disabled={!isOther && !isOtherComment}>
            <Say text={deskTexts.save} />
          </button>
          {mark && (
            <button type="button" onClick={() => void give(null)}>
              <Say text={deskTexts.remove} />
            </button>
          )}
          <Said words={said} />
        </div>
      )}
    </form>
  );
}

/** The outcome of an order. */
export function Said({ words }: { words: Text | null }) {
  return (
    <span class={words === deskTexts.saved ? "said" : "said refused"} role="status">
      {words && <Say text={words} />}
    </span>
  );
}

/** A number as people write it. */
export function numberIn(words: string): number | null {
  const written = words.trim().replace(",", ".");
  return /^-?\d+(?:\.\d+)?$/.test(written) ? Number(written) : null;
}
