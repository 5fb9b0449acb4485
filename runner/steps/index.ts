import { ask } from "./ask.ts";
import { call } from "./call.ts";
import { connect } from "./connect.ts";
import { expectDescriptors, noteDescriptors } from "./descriptors.ts";
import { disturb } from "./disturb.ts";
import { echo } from "./echo.ts";
import { expect } from "./expect.ts";
import { expectAnswer } from "./expect-answer.ts";
import { expectCalls } from "./expect-calls.ts";
import { expectClose } from "./expect-close.ts";
import { expectExit } from "./expect-exit.ts";
import { expectFile } from "./expect-file.ts";
import { expectFrame } from "./expect-frame.ts";
import { expectHttp } from "./expect-http.ts";
import { expectIdle } from "./expect-idle.ts";
import { expectJson } from "./expect-json.ts";
import { expectLine } from "./expect-line.ts";
import { expectListening } from "./expect-listening.ts";
import { expectOption } from "./expect-option.ts";
import { expectOutput, forgetOutput } from "./expect-output.ts";
import { expectPassed } from "./expect-passed.ts";
import { expectRefusal } from "./expect-refusal.ts";
import { expectReplies } from "./expect-replies.ts";
import { expectRequest } from "./expect-request.ts";
import { expectServed } from "./expect-served.ts";
import { expectSilence } from "./expect-silence.ts";
import { expectUsageError } from "./expect-usage-error.ts";
import { expectValue } from "./expect-value.ts";
import { intrude } from "./intrude.ts";
import { endOfInput, type } from "./keyboard.ts";
import { learn } from "./learn.ts";
import { accept, listen } from "./listen.ts";
import { close, finish, reset } from "./part.ts";
import { play } from "./play.ts";
import { readSlowly } from "./read-slowly.ts";
import { relay } from "./relay.ts";
import { request } from "./request.ts";
import { respond } from "./respond.ts";
import { rest } from "./rest.ts";
import { restart } from "./restart.ts";
import { send } from "./send.ts";
import { set } from "./set.ts";
import { signal } from "./signal.ts";
import { start } from "./start.ts";
import { startAgain } from "./start-again.ts";
import type { Step } from "./step.ts";
import { stop } from "./stop.ts";
import { wait } from "./wait.ts";

/** All steps of the lab language except those that contain steps, which `composites` makes. */
export const steps = {
  start,
  restart,
  "start-again": startAgain,
  stop,
  ask,
  connect,
  listen,
  accept,
  intrude,
  disturb,
  relay,
  send,
  expect,
  "expect-line": expectLine,
  "expect-frame": expectFrame,
  "expect-json": expectJson,
  "expect-replies": expectReplies,
  request,
  "expect-http": expectHttp,
  "expect-request": expectRequest,
  respond,
  "expect-answer": expectAnswer,
  "expect-refusal": expectRefusal,
  "expect-close": expectClose,
  learn,
  "expect-served": expectServed,
  "expect-passed": expectPassed,
  "expect-silence": expectSilence,
  "read-slowly": readSlowly,
  echo,
  finish,
  close,
  reset,
  type,
  "end-of-input": endOfInput,
  signal,
  "expect-listening": expectListening,
  "expect-exit": expectExit,
  "expect-idle": expectIdle,
  "expect-option": expectOption,
  "expect-calls": expectCalls,
  "expect-usage-error": expectUsageError,
  "expect-output": expectOutput,
  "forget-output": forgetOutput,
  "expect-file": expectFile,
  "note-descriptors": noteDescriptors,
  "expect-descriptors": expectDescriptors,
  set,
  "expect-value": expectValue,
  rest,
  wait,
  play,
  call,
} satisfies Record<string, Step>;

export { type Played, toPlayed } from "./play.ts";
export { composites, numbered } from "./together.ts";
