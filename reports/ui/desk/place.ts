/// <reference lib="dom" />

import { useEffect, useState } from "preact/hooks";

/**
 * What the page shows: a student and one of the tests, or the class. It is in the address, so that it can be bookmarked
 * and shared.
 */
export interface PlaceOnDesk {
  student: string | null;
  test: string | null;
}

/** The address of a student's part of the page. */
export function addressOf(student: string, test?: string): string {
  const parts = [prefix, student, ...(test === undefined ? [] : [test])];
  return `#${parts.map(encodeURIComponent).join("/")}`;
}

/** Where the page is. */
export function usePlace(): PlaceOnDesk {
  const [place, setPlace] = useState<PlaceOnDesk>(nowhere);
  useEffect(() => {
    const read = () => setPlace(placeIn(location.hash));
    read();
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }, []);
  return place;
}

/** Goes there; the browser's back button returns to the page before, but skips changes of the test. */
export function go(student: string | null, test?: string): void {
  const isSame = placeIn(location.hash).student === student;
  const address = student === null ? "#" : addressOf(student, test);
  if (isSame) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  dispatchEvent(new HashChangeEvent("hashchange"));
}

const prefix = "student";

const nowhere: PlaceOnDesk = { student: null, test: null };

function placeIn(hash: string): PlaceOnDesk {
  try {
    const [first, student = null, test = null] = hash.slice(1).split("/").map(decodeURIComponent);
    return first === prefix ? { student, test } : nowhere;
  } catch {
    return nowhere;
  }
}
