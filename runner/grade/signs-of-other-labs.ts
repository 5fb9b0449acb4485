import type { PreparedProgram } from "../model/prepared-program.ts";
import type { TestResult } from "../model/result.ts";
import type { Text } from "../model/text.ts";
import type { Lab, Program } from "../spec/lab.ts";
import { conversationKind } from "../test-run/conversation-kind.ts";
import { gradeTexts } from "../texts/grade.ts";
import { sentencesOf } from "./sentences-of-lab.ts";
import { echoed, firstWords, isLost, isMet } from "./what-was-said.ts";

/** A program that failed tests of its lab. */
export interface Suspect {
  lab: Lab;
  program: PreparedProgram;
  /** Its tests. */
  tests: readonly TestResult[];
  /** The text of its own file. */
  source: string;
}

/**
 * Looks at what a program did: null if it cannot be another lab's program, else what reads from the other labs whose it is.
 * Few programs come so far, and reading all labs takes time.
 */
type Sign = (suspect: Suspect) => Reading | null;

type Reading = (others: readonly Lab[]) => Text | null;

/** Every sign, the most certain first. None may hold for a program that is only wrong for its own lab. */
export const signsOfOtherLabs: readonly Sign[] = [saysItsSentence, sendsEverythingBack, namesItsHost, usesItsTransport];

/** A single test may happen to make a program say another lab's sentence. */
const leastSeen = 2;

/** The words of another lab, by a program that does not take its port as this lab asks. */
function saysItsSentence(suspect: Suspect): Reading | null {
  if (isFreeToSay(suspect) || takesOwnPort(suspect) || hasOwnWords(suspect)) return null;
  return (others) => whoseSentence(suspect, others);
}

function whoseSentence(suspect: Suspect, others: readonly Lab[]): Text | null {
  const { role } = suspect.program;
  const said = suspect.tests.map((test) => ({ words: firstWords(test), isLost: isLost(test) }));
  const sentences = new Set(alike(suspect, others).flatMap((other) => sentencesOf(other, role)));
  for (const sentence of sentences) {
    const times = said.filter(({ words }) => words === sentence);
    if (times.length < leastSeen || !times.some((time) => time.isLost)) continue;
    // Labs may share a sentence: tcp-ack and concurrent do.
    const labs = alike(suspect, others).filter((other) => sentencesOf(other, role).includes(sentence));
    return gradeTexts.saysSentence(role, idsOf(labs), sentence);
  }
  return null;
}

/** An echo, by a server that does not take its port as this lab asks and lost a third of the points. */
function sendsEverythingBack(suspect: Suspect): Reading | null {
  const { lab, program, tests } = suspect;
  if (program.kind !== "server" || !isThirdLost(tests) || takesOwnPort(suspect) || hasOwnWords(suspect)) return null;
  const replies = tests.filter(({ id }) => {
    const test = lab.tests.find((each) => each.id === id);
    return test && conversationKind(test, program.conversation) !== "echo";
  });
  const came = replies.flatMap((test) => echoed(test) ?? []);
  if (new Set(came).size < leastSeen || !replies.some((test) => isLost(test) && echoed(test) !== null)) return null;
  return (others) => {
    const labs = alike(suspect, others).filter((other) => other.programs[program.role]?.conversation === "echo");
    return labs.length > 0 ? gradeTexts.sendsBack(program.role, idsOf(labs)) : null;
  };
}

/** A client that reached nobody, and whose source names the host and port of another lab. */
function namesItsHost(suspect: Suspect): Reading | null {
  const { program, tests } = suspect;
  if (program.kind !== "client" || !tests.every(({ status }) => status !== "passed") || tests.some(isMet)) return null;
  return (others) => whoseHost(suspect, others);
}

function whoseHost({ lab, program, source }: Suspect, others: readonly Lab[]): Text | null {
  const labs = others.filter((other) => {
    const { host = "", port } = other.programs[program.role] ?? {};
    // An address may be that of the student's own machine; only a name is the lab's.
    const isName = /^[a-z][a-z-]*\.[a-z.]+$/.test(host) && host !== lab.programs[program.role]?.host;
    return isName && port !== undefined && "fixed" in port && names(source, host) && names(source, `${port.fixed}`);
  });
  const [first] = labs;
  const host = first?.programs[program.role]?.host;
  return host === undefined ? null : gradeTexts.namesHost(program.role, idsOf(labs), host);
}

/**
 * A program of the other transport is either that of another lab or wrong for this one, and nothing that it does tells which: so the
 * note says no more than "if".
 */
function usesItsTransport({ lab, program, tests }: Suspect): Reading | null {
  if (!tests.some(({ diagnosis }) => diagnosis?.code === "wrong-transport")) return null;
  return (others) => {
    const labs = others.filter((other) => areTwins(lab, other, program.role));
    const asked = transportOf(lab.programs[program.role] ?? {});
    return labs.length > 0 ? gradeTexts.otherTransport(program.role, idsOf(labs), asked) : null;
  };
}

/** The other labs with a program of this role that speaks over the same transport. */
function alike({ lab, program }: Suspect, others: readonly Lab[]): Lab[] {
  const own = lab.programs[program.role];
  return others.filter((other) => {
    const its = other.programs[program.role];
    return own && its && transportOf(its) === transportOf(own);
  });
}

/** Whether labs of different transports give this role the same task: an echo, or the same words, and the same way to get a port. */
function areTwins(lab: Lab, other: Lab, role: string): boolean {
  const [own, its] = [lab.programs[role], other.programs[role]];
  if (!own || !its || transportOf(own) === transportOf(its)) return false;
  const isEcho = own.conversation === "echo" && its.conversation === "echo";
  const isAlike = isEcho || sentencesOf(lab, role).some((sentence) => sentencesOf(other, role).includes(sentence));
  return isAlike && JSON.stringify(own.port) === JSON.stringify(its.port);
}

function transportOf({ transport }: Pick<Program, "transport">): string {
  return transport ?? "tcp";
}

/** Whether it takes its port as its own lab asks, or has the very port that this lab gives. */
function takesOwnPort({ lab, program }: Suspect): boolean {
  const { asked, method, sourcePort } = program;
  const port = lab.programs[program.role]?.port;
  if (asked.kind !== method.kind) return false;
  return sourcePort === null || (port !== undefined && "fixed" in port && port.fixed === sourcePort);
}

/** Whether the lab leaves the words to the program: those of a greeting, and of a client that may ask anything. */
function isFreeToSay({ lab, program }: Suspect): boolean {
  if (program.conversation === "greeting") return true;
  return program.kind !== "server" && sentencesOf(lab, program.role).length === 0;
}

/** Whether its source has a sentence of its own lab. */
function hasOwnWords({ lab, program, source }: Suspect): boolean {
  return sentencesOf(lab, program.role).some((sentence) => source.includes(sentence));
}

function names(source: string, word: string): boolean {
  return new RegExp(`(?<![\\w.-])${word.replaceAll(".", "\\.")}(?![\\w-]|\\.\\w)`).test(source);
}

/** Whether a third of the points is lost: an echo keeps those for its start, for closing and for what it prints. */
function isThirdLost(tests: readonly TestResult[]): boolean {
  const sum = (value: (test: TestResult) => number) => tests.reduce((total, test) => total + value(test), 0);
  return sum(({ points }) => points) * 3 < sum(({ maxPoints }) => maxPoints) * 2;
}

function idsOf(labs: readonly Lab[]): string[] {
  return labs.map(({ id }) => id);
}
