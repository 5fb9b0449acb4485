import { type HandInFiles, locationOf } from "../diagnose/support/hand-in-files.ts";
import type { Frame } from "../launchers/stack-dump.ts";
import type { SourceLocation } from "../model/seen.ts";
import type { LaunchedProgram } from "../steps/step-context.ts";
import { askStack } from "./ask-stack.ts";
import { type SeenPlace, tellingPlace } from "./blocked-places.ts";

/** A line of the student's own source in which a thread is, and the library functions through which it got blocked. */
interface OwnPlace {
  location: SourceLocation;
  /** The line itself, and the functions of libraries that it called. */
  words: string;
}

/**
 * Adds the lines of the student's own files to the places of one process of a program, as far as its runtime shows them; that may end
 * the process. If a place fits two threads it gets no line: no line is better than a wrong one.
 */
export async function locatePlaces(
  launched: LaunchedProgram,
  files: HandInFiles,
  places: readonly SeenPlace[],
  who: string | undefined,
): Promise<SeenPlace[]> {
  const asked = tellingPlace(places, who)?.pid;
  if (asked === undefined) return [...places];
  const own = (await askStack(launched, asked, { isBusy: false })).flatMap((frames) => ownPlace(frames, files));
  return places.map((place) => (place.pid === asked ? { ...place, location: lineOf(place, own) } : place));
}

/** Where in its own source a program computes, if all its threads that compute are at one place. */
export async function locateWork(launched: LaunchedProgram, files: HandInFiles): Promise<SourceLocation | null> {
  const [pid] = launched.program.pids();
  if (pid === undefined) return null;
  const own = (await askStack(launched, pid, { isBusy: true })).flatMap((frames) => ownPlace(frames, files));
  const working = only(own.filter(({ words }) => !waiting.test(words)));
  // A loop around a recv() that returns at once is found in that call; a loop that polls may be in any of its calls.
  const polls = own.some(({ location }) => polling.test(files.text(location.file) ?? ""));
  return working ?? (polls ? null : only(own.filter(({ words }) => !/accept/i.test(words))));
}

const polling = /setblocking|settimeout\(0|configureBlocking|O_NONBLOCK|MSG_DONTWAIT/;

function ownPlace(frames: readonly Frame[], files: HandInFiles): OwnPlace[] {
  const index = frames.findIndex(({ path }) => files.own(path) !== null);
  const frame = frames[index];
  const file = frame && files.own(frame.path);
  const location = frame && file ? locationOf(files, { file, line: frame.line }) : null;
  if (location === null) return [];
  const called = frames.slice(0, index).map(({ name }) => name);
  return [{ location, words: [location.text, ...called].join(" ") }];
}

function lineOf({ call }: SeenPlace, own: readonly OwnPlace[]): SourceLocation | null {
  const fitting = own.filter(({ words }) => (wordsOf[call] ?? waiting).test(words));
  // A runtime with an event loop waits for everything in one call, the next client included.
  return only(fitting) ?? only(fitting.filter(({ words }) => !/accept/i.test(words)));
}

/** The location, if there is exactly one; else null. */
function only(places: readonly OwnPlace[]): SourceLocation | null {
  const [first, ...others] = places;
  const isOne = others.every(
    ({ location: { file, line } }) => file === first?.location.file && line === first.location.line,
  );
  return first && isOne ? first.location : null;
}

/** The names that sources and libraries use for the system calls in which a thread may wait. */
const waiting =
  /accept|recv|receive|read|input|next|scan|send|write|connect|dial|select|poll|sleep|lock|acquire|join|wait|run/i;
const wordsOf: Record<string, RegExp> = {
  accept: /accept/i,
  recv: /recv|receive|read/i,
  read: /recv|read|input|next|scan/i,
  send: /send|write/i,
  write: /send|write|print/i,
  connect: /connect|dial/i,
  sleep: /sleep/i,
  lock: /lock|acquire|join|wait|synchronized|mutex|semaphore/i,
  wait: /wait|system|popen|run/i,
};
