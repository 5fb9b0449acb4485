import { addsNewline } from "./adds-newline.ts";
import { answersWrongSender } from "./answers-wrong-sender.ts";
import { asksOnce } from "./asks-once.ts";
import { believesStrangers } from "./believes-strangers.ts";
import { buildFailed } from "./build-failed.ts";
import { busyLoop } from "./busy-loop.ts";
import { byteOrder } from "./byte-order.ts";
import { clientListens } from "./client-listens.ts";
import { closesEarly } from "./closes-early.ts";
import { comparesWrongly } from "./compares-wrongly.ts";
import { countsCharacters } from "./counts-characters.ts";
import { crashed } from "./crashed.ts";
import { decodesBytes } from "./decodes-bytes.ts";
import { diesOnEmpty } from "./dies-on-empty.ts";
import { diesOnReset } from "./dies-on-reset.ts";
import { endsEarly } from "./ends-early.ts";
import type { Cause } from "./evidence.ts";
import { extraBytes } from "./extra-bytes.ts";
import { forgetsProtocol } from "./forgets-protocol.ts";
import { forgetsValues } from "./forgets-values.ts";
import { hardCodedReply } from "./hard-coded-reply.ts";
import { httpAnswer } from "./http-answer.ts";
import { ignoresInterrupt } from "./ignores-interrupt.ts";
import { keepsNewline } from "./keeps-newline.ts";
import { leaksDescriptors } from "./leaks-descriptors.ts";
import { leavesChildren } from "./leaves-children.ts";
import { leavesWaiting } from "./leaves-waiting.ts";
import { lineEndings } from "./line-endings.ts";
import { memoryLimit } from "./memory-limit.ts";
import { miscalculates } from "./miscalculates.ts";
import { neverCloses } from "./never-closes.ts";
import { neverReads } from "./never-reads.ts";
import { neverSends } from "./never-sends.ts";
import { noProgram } from "./no-program.ts";
import { noReuseaddr } from "./no-reuseaddr.ts";
import { noTimeOut } from "./no-time-out.ts";
import { notAValue } from "./not-a-value.ts";
import { notFlushed } from "./not-flushed.ts";
import { notListening } from "./not-listening.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { oneClientOnly } from "./one-client-only.ts";
import { otherWords } from "./other-words.ts";
import { outputFlood } from "./output-flood.ts";
import { partialSend } from "./partial-send.ts";
import { printsNothing } from "./prints-nothing.ts";
import { printsOwnMessage } from "./prints-own-message.ts";
import { printsRawBytes } from "./prints-raw-bytes.ts";
import { processLimit } from "./process-limit.ts";
import { python2 } from "./python2.ts";
import { readsOnce } from "./reads-once.ts";
import { setsOptionsLate } from "./sets-options-late.ts";
import { sharesPort } from "./shares-port.ts";
import { silentError } from "./silent-error.ts";
import { speaksFirst } from "./speaks-first.ts";
import { splitsCharacters } from "./splits-characters.ts";
import { startedOtherwise } from "./started-otherwise.ts";
import { stopsAtZero } from "./stops-at-zero.ts";
import { stripsWhiteSpace } from "./strips-white-space.ts";
import { swallowsError } from "./swallows-error.ts";
import { threadNotStarted } from "./thread-not-started.ts";
import { traceback } from "./traceback.ts";
import { truncates } from "./truncates.ts";
import { uncheckedArguments } from "./unchecked-arguments.ts";
import { unsetVariable } from "./unset-variable.ts";
import { waitsFirst } from "./waits-first.ts";
import { waitsForKeyboard } from "./waits-for-keyboard.ts";
import { waitsForMore } from "./waits-for-more.ts";
import { wrongAddress } from "./wrong-address.ts";
import { wrongBytes } from "./wrong-bytes.ts";
import { wrongPort } from "./wrong-port.ts";
import { wrongTransport } from "./wrong-transport.ts";

/**
 * Every misconception by its code, one file each. Reports, gradebooks and course repositories refer to the codes, so a
 * published code is never removed.
 */
export const causes = {
  "no-program": noProgram,
  "build-failed": buildFailed,
  python2,
  crashed,
  "not-listening": notListening,
  "wrong-transport": wrongTransport,
  "wrong-port": wrongPort,
  "started-otherwise": startedOtherwise,
  "wrong-address": wrongAddress,
  "client-listens": clientListens,
  "waits-for-keyboard": waitsForKeyboard,
  "speaks-first": speaksFirst,
  "reads-once": readsOnce,
  "prints-own-message": printsOwnMessage,
  "prints-raw-bytes": printsRawBytes,
  "prints-nothing": printsNothing,
  "never-sends": neverSends,
  "waits-first": waitsFirst,
  "never-reads": neverReads,
  "not-flushed": notFlushed,
  "unset-variable": unsetVariable,
  "waits-for-more": waitsForMore,
  "partial-send": partialSend,
  "thread-not-started": threadNotStarted,
  "leaves-waiting": leavesWaiting,
  "one-client-only": oneClientOnly,
  "ends-early": endsEarly,
  "one-at-a-time": oneAtATime,
  "closes-early": closesEarly,
  "never-closes": neverCloses,
  "decodes-bytes": decodesBytes,
  "splits-characters": splitsCharacters,
  "counts-characters": countsCharacters,
  "byte-order": byteOrder,
  "other-words": otherWords,
  miscalculates,
  "not-a-value": notAValue,
  "compares-wrongly": comparesWrongly,
  "forgets-protocol": forgetsProtocol,
  "forgets-values": forgetsValues,
  "http-answer": httpAnswer,
  "wrong-bytes": wrongBytes,
  "extra-bytes": extraBytes,
  "adds-newline": addsNewline,
  "line-endings": lineEndings,
  "keeps-newline": keepsNewline,
  "hard-coded-reply": hardCodedReply,
  truncates,
  "stops-at-zero": stopsAtZero,
  "strips-white-space": stripsWhiteSpace,
  "answers-wrong-sender": answersWrongSender,
  "believes-strangers": believesStrangers,
  "asks-once": asksOnce,
  "dies-on-reset": diesOnReset,
  "dies-on-empty": diesOnEmpty,
  "no-reuseaddr": noReuseaddr,
  "sets-options-late": setsOptionsLate,
  "ignores-interrupt": ignoresInterrupt,
  traceback,
  "shares-port": sharesPort,
  "swallows-error": swallowsError,
  "silent-error": silentError,
  "unchecked-arguments": uncheckedArguments,
  "no-time-out": noTimeOut,
  "busy-loop": busyLoop,
  "leaks-descriptors": leaksDescriptors,
  "leaves-children": leavesChildren,
  "output-flood": outputFlood,
  "memory-limit": memoryLimit,
  "process-limit": processLimit,
} satisfies Record<string, Cause>;

/** The public name of a misconception: reads-once. */
export type DiagnosisCode = keyof typeof causes;
