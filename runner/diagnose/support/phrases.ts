import type { SourceLocation } from "../../model/seen.ts";
import type { Language, Text } from "../../model/text.ts";
import { whereBlocked } from "../../texts/blocked-place.ts";
import { capital } from "../../texts/failures/phrases.ts";
import { printableLine } from "../../texts/printable.ts";
import { grouped } from "../../texts/quantity.ts";
import { showKept } from "../../texts/show-bytes.ts";
import { keepBytes } from "../../wire/keep-bytes.ts";
import type { BlockedPlace, Evidence } from "../evidence.ts";

/** The program under test at the beginning of a sentence: "Your server", "Your receiver program". */
export function subject({ role }: Evidence): Text {
  const name = printableLine(role);
  return isPlain(role)
    ? { en: `Your ${name}`, id: `${capital(name)} Anda` }
    : { en: `Your ${name} program`, id: `Program ${name} Anda` };
}

/** The same within a sentence: "your server". */
export function innerSubject({ role }: Evidence): Text {
  const name = printableLine(role);
  return isPlain(role)
    ? { en: `your ${name}`, id: `${name} Anda` }
    : { en: `your ${name} program`, id: `program ${name} Anda` };
}

/** Whether the role's name says what it is, so that "program" need not follow. */
function isPlain(role: string): boolean {
  return ["server", "client", "program"].includes(role);
}

/** A line of the student's own, in the middle of a sentence: "server.py line 23: data = conn.recv(1024)". */
export function atLine({ file, line, text }: SourceLocation): Text {
  const [name, quote] = [printableLine(file), text.trim() === "" ? "" : `: ${shortLine(text)}`];
  return { en: `${name} line ${line}${quote}`, id: `${name} baris ${line}${quote}` };
}

/** The exit status in brackets, if there is one: " (exit status 1)". */
export function withStatus({ exit }: Evidence): Text {
  if (exit === null) return { en: "", id: "" };
  return { en: ` (exit status ${exit.status})`, id: ` (status keluar ${exit.status})` };
}

/** Bytes in quotes, escaped and short enough for the middle of a sentence. */
export function quoted(bytes: Buffer): Text {
  const show = (language: Language) => showKept(keepBytes(bytes), { width: longestQuote, language });
  return { en: show("en"), id: show("id") };
}

/** Text that a program printed, safe and short enough for the middle of a sentence. */
export function quotedLine(line: string): string {
  return `“${shortLine(line)}”`;
}

function shortLine(line: string): string {
  const safe = printableLine(line.trim());
  return safe.length > longestLine ? `${safe.slice(0, longestLine)}…` : safe;
}

/** Where a thread is blocked: "blocked in recv() on alice's connection (fd 4; server.py line 23: data = conn.recv(1024))". */
export function blockedIn({ call, on, fd, location }: BlockedPlace): Text {
  const where = whereBlocked(call, on);
  const at = location && atLine(location);
  const number = fd === null || on === "keyboard" ? [] : [`fd ${fd}`];
  const inBrackets = (parts: readonly string[]) => (parts.length === 0 ? "" : ` (${parts.join("; ")})`);
  return {
    en: `blocked${where.en}${inBrackets([...number, ...(at ? [at.en] : [])])}`,
    id: `tertahan${where.id}${inBrackets([...number, ...(at ? [at.id] : [])])}`,
  };
}

/** "5 of 12 bytes". */
export function bytesOf(count: number, all: number): Text {
  return { en: `${grouped(count)} of ${grouped(all)} bytes`, id: `${grouped(count)} dari ${grouped(all)} byte` };
}

const longestQuote = 36;
const longestLine = 100;
