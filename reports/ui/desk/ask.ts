/// <reference lib="dom" />

import { useEffect, useRef, useState } from "preact/hooks";
import type { Text } from "../../../runner/model/text.ts";
import { deskTexts } from "../../../runner/texts/desk.ts";
import type { MarkOrder, NoteOrder, Refusal } from "./contract.ts";

interface Orders {
  marks: MarkOrder;
  notes: NoteOrder;
  again: { student: string };
}

/** Sends an order to the server; returns why it was refused, or null. */
export async function ask<Name extends keyof Orders>(name: Name, order: Orders[Name]): Promise<Text | null> {
  const headers = { "content-type": "application/json" };
  try {
    const answer = await fetch(name, { method: "POST", body: JSON.stringify(order), headers });
    return answer.ok ? null : ((await answer.json()) as Refusal).problem;
  } catch {
    return deskTexts.notSaved;
  }
}

/** The text typed into a field, until the server has kept it. */
export function useDraft(kept: string): [words: string, type: (words: string) => void, isChanged: boolean] {
  const [draft, setDraft] = useState<string | null>(null);
  const before = useRef(kept);
  useEffect(() => {
    if (before.current !== kept) setDraft(null);
    before.current = kept;
  }, [kept]);
  return [draft ?? kept, setDraft, draft !== null && draft !== kept];
}
