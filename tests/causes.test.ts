import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findOnPath } from "../runner/launchers/tools/search-path.ts";
import type { Result } from "../runner/model/result.ts";
import { builtCommand } from "./support/built-command.ts";
import { SharedGrader } from "./support/shared-grader.ts";
import { cServer, pythonServer, shortCases } from "./support/short-faulty-programs.ts";

let folder: string;
let grader: SharedGrader;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wirecheck-causes-"));
  grader = await SharedGrader.open();
});
afterAll(async () => {
  await grader?.close();
  await rm(folder, { recursive: true, force: true });
});

it.concurrent.each(shortCases)("tells a beginner of $mistake", async ({ file, source, test, code, name, line }) => {
  const place = await mkdtemp(join(folder, "hand-in-"));
  await writeFile(join(place, file), source);
  const graded = await check("tcp-echo-once", place, "server", test);
  const failed = graded.tests.find(({ status }) => status === "failed");
  expect(failed?.diagnosis).toMatchObject({ code, ...(name !== undefined && { name: { en: name } }) });
  if (line !== undefined) {
    const text = (source.split("\n")[line - 1] ?? "").trim();
    expect(failed?.failure?.location).toMatchObject({ file, line, text: expect.stringContaining(text) });
    expect(failed?.diagnosis?.saw.en).toContain(`${file} line ${line}`);
  }
});

/** The programs in tests/causes, each with a common mistake: lab, program, test, and the expected cause. */
const programs: [folder: string, lab: string, program: string, test: string, cause: string][] = [
  ["asyncio-no-await", "tcp-echo", "server", "echo-text", "crashed: await is missing"],
  [
    "asyncio-blocking-socket",
    "tcp-echo",
    "server",
    "echo-text",
    "leaves-waiting: A blocking call stops the event loop",
  ],
  ["select-watches-listener", "tcp-echo", "server", "session", "reads-once: select() does not watch the client"],
  ["select-keeps-closed", "tcp-echo", "server", "next-client", "crashed: A closed socket is still in the list"],
  ["thread-not-started", "tcp-ack", "server", "server-answers", "thread-not-started"],
  ["lock-held", "concurrent", "server", "two-at-once", "one-at-a-time"],
  ["serve-forever-not-called", "tcp-echo-once", "server", "starts", "ends-early: The brackets of a call are missing"],
  ["handler-without-handle", "tcp-echo-once", "server", "echo-text", "closes-early: The handler has no handle()"],
  ["prints-caught-error", "tcp-echo-once", "server", "echo-text", "crashed: Text where bytes are needed"],
  ["c-sizeof-of-malloc", "tcp-echo-once", "server", "echo-text", "truncates: sizeof of a pointer"],
  ["java-write-utf", "hello", "client", "client-sends", "extra-bytes: Sends a length before the text"],
  ["c-sends-zero", "udp-ack", "server", "server-answers", "extra-bytes: Sends the string's zero byte"],
  ["struct-native-order", "file-transfer", "server", "gives", "byte-order"],
  ["struct-pads", "file-transfer", "server", "gives", "byte-order: The format pads its numbers"],
  ["struct-native-query", "dns-client", "client", "asks", "byte-order"],
  ["java-sends-whole-array", "udp-echo", "server", "echo-datagram", "crashed: Sends the whole array"],
  ["line-a-recv", "chat", "server", "lines", "reads-once: Takes one recv for one message"],
  ["node-command-a-chunk", "key-value", "server", "pipelining", "reads-once: Takes one recv for one message"],
  ["http-bare-newlines", "http-server", "server", "serves", "line-endings"],
  ["sends-bytes-repr", "hello", "client", "client-sends", "wrong-bytes: Bytes written as b'...'"],
  ["str-not-bytes", "tcp-echo-once", "server", "echo-text", "crashed: Text where bytes are needed"],
  ["bind-two-args", "tcp-echo-once", "server", "starts", "crashed: An address is one value"],
  ["no-listen", "tcp-echo-once", "server", "starts", "crashed: accept() before listen()"],
  ["prefix-echo", "tcp-echo-once", "server", "echo-text", "extra-bytes: Adds words of its own"],
  ["strip", "tcp-echo-once", "server", "echo-binary", "strips-white-space"],
  ["shadow-socket", "tcp-echo-once", "server", "starts", "crashed: A file hides the module"],
  ["thread-args-comma", "tcp-echo-once", "server", "echo-text", "crashed: args is not a tuple"],
  ["input-port", "tcp-echo-once", "server", "uses-given-port", "waits-for-keyboard"],
  ["no-import-sys", "tcp-echo-once", "server", "starts", "crashed: A module is not imported"],
  ["udp-socket", "tcp-echo-once", "server", "starts", "crashed: A UDP socket does not listen"],
  ["bare-argument", "tcp-echo-once", "server", "uses-given-port", "wrong-port"],
  ["port-then-host", "tcp-echo-once", "server", "uses-given-port", "wrong-port"],
  ["asks-for-host-and-port", "tcp-echo-once", "server", "uses-given-port", "waits-for-keyboard"],
  ["wants-a-word", "tcp-echo-once", "server", "starts", "started-otherwise"],
  ["c-strlen", "tcp-echo-once", "server", "echo-binary", "stops-at-zero"],
  ["c-strlen", "tcp-echo-once", "server", "port-missing", "unchecked-arguments"],
  ["java-readline", "tcp-echo-once", "server", "port-in-use", "traceback"],
  ["java-readline", "tcp-echo-once", "server", "twenty-in-turn", "not-flushed"],
  ["prints-own-message", "tcp-echo-once", "client", "prints-reply", "prints-own-message"],
  ["prints-bytes-repr", "tcp-echo-once", "client", "reads-all", "reads-once"],
  ["waits-for-input-forever", "tcp-echo-once", "client", "sends-message", "waits-for-keyboard"],
  ["session-client", "tcp-echo-once", "client", "reads-all", "reads-once"],
  ["gaierror-client", "tcp-echo-once", "client", "connects", "crashed: The host name is not known"],
  ["stdin-eof-spins", "tcp-echo-once", "client", "exits", "output-flood"],
  ["logs-the-error", "tcp-echo-once", "client", "server-absent", "swallows-error"],
  ["greets-instead-of-echoing", "tcp-echo-once", "server", "echo-text", "extra-bytes: Speaks before it is asked"],
  ["send-not-sendto", "udp-echo", "server", "burst", "crashed: A datagram without an address"],
  ["tuple", "udp-echo", "server", "two-senders", "crashed: The address has no value"],
  ["udp-1024", "udp-echo", "server", "not-truncated", "truncates"],
  ["c-udp-strlen", "udp-echo", "server", "not-utf8", "stops-at-zero"],
  ["prefix-once", "tcp-echo", "server", "session", "reads-once"],
  ["decodes-for-its-log", "tcp-echo", "server", "echo-binary", "decodes-bytes"],
  ["reads-once-never-closes", "tcp-echo", "server", "session", "reads-once"],
  ["select-for-write", "tcp-echo", "server", "idle-client", "busy-loop"],
  ["accept-with-time-out", "tcp-echo", "server", "echo-text", "waits-for-more: Reads to the end before it answers"],
  ["decodes-each", "tcp-echo", "server", "echo-binary", "decodes-bytes"],
  ["go-not-main", "tcp-echo", "server", "starts", "build-failed: The package is not main"],
  ["c-ignores-bind", "tcp-echo", "server", "port-invalid", "unchecked-arguments"],
  ["five-clients", "tcp-echo", "server", "twenty-in-turn", "ends-early"],
  ["flag-p", "tcp-echo", "server", "uses-given-port", "wrong-port: Does not know this option"],
  ["two-python2-lines", "tcp-echo", "server", "starts", "python2"],
  ["assert-bind", "tcp-echo", "server", "port-missing", "unchecked-arguments: Does not say its port"],
  ["never-sends", "tcp-echo", "server", "echo-text", "never-sends"],
  ["ends-after-a-client", "tcp-echo", "server", "session", "ends-early"],
  ["never-reads-the-greeting", "greeting", "client", "client-prints-greeting", "never-reads"],
  ["recv-before-send", "tcp-echo-once", "client", "sends-message", "waits-first"],
  ["with-block-ended", "tcp-echo-once", "client", "exits", "traceback: Uses a closed socket"],
  ["reads-to-the-end", "tcp-echo-once", "server", "echo-text", "waits-for-more: Reads to the end before it answers"],
  ["wrong-indentation", "tcp-echo-once", "server", "starts", "build-failed: A syntax error"],
  ["except-pass", "tcp-echo-once", "server", "echo-text", "leaves-waiting: A handler hides errors"],
  ["answers-fixed-address", "udp-echo", "server", "burst", "answers-wrong-sender: Answers an address of its own"],
  ["client-binds", "udp-echo", "client", "sends", "crashed: A client needs no bind()"],
  ["prints-tuple", "udp-echo", "client", "ignores-stranger", "believes-strangers"],
  ["prints-tuple", "udp-echo", "client", "retries", "asks-once"],
  ["other-words", "tcp-ack", "server", "server-answers", "other-words"],
  ["greets-late", "greeting", "server", "greets-on-connect", "waits-first"],
  ["info-wrong-argument", "info", "info", "resolve", "crashed: Nobody knows that name"],
  ["keeps-newline", "chat", "server", "joins", "keeps-newline"],
  ["little-endian", "file-transfer", "server", "gives", "byte-order"],
  ["unpacks-four-of-eight", "file-transfer", "client", "fetches", "crashed: Another number of bytes than needed"],
  ["c-sizeof-pointer", "tcp-echo", "server", "split-message", "wrong-bytes: strlen() of what recv stored"],
  ["c-inet-addr-of-a-name", "tcp-echo-once", "client", "connects", "crashed: An address that leads nowhere"],
  ["c-no-address-length", "udp-echo", "server", "not-utf8", "crashed: sendto() with a wrong address"],
  ["go-one-at-a-time", "tcp-echo", "server", "idle-client", "one-at-a-time"],
  ["go-whole-buffer", "tcp-echo", "server", "split-message", "extra-bytes"],
  ["cpp-accept-precedence", "tcp-echo-once", "server", "echo-text", "leaves-waiting"],
  ["cpp-thread-not-detached", "tcp-echo", "server", "echo-text", "crashed: A thread is neither joined nor detached"],
  ["node-prints-buffer", "tcp-echo-once", "client", "prints-reply", "prints-raw-bytes"],
  ["java-client-unflushed", "tcp-echo-once", "client", "sends-message", "not-flushed"],
  ["waits-nine-seconds", "tcp-echo-client", "client", "server-silent", "no-time-out: Its timeout is too long"],
  ["asks-for-ever", "dns-client", "client", "gives-up", "no-time-out: Its waits add up"],
  ["joins-texts", "calculator", "server", "adds", "miscalculates: Joins texts instead of adding"],
  ["no-newline", "calculator", "server", "two-clients", "line-endings: The line has no end"],
  ["reads-eight-bytes", "hello", "client", "client-prints", "never-reads: Reads 8 bytes and no more"],
  ["c-talks-on-the-listener", "tcp-ack", "server", "server-answers", "crashed: Talks on the wrong socket"],
  ["node-answers-at-the-end", "tcp-ack", "server", "server-answers", "waits-for-more: Answers only at the end"],
  ["parent-keeps-it", "concurrent", "server", "closes", "never-closes: The parent keeps the connection"],
  [
    "shares-a-socket",
    "concurrent",
    "server",
    "two-at-once",
    "answers-wrong-sender: All threads share one socket variable",
  ],
  ["http-reads-text", "http-server", "server", "index", "counts-characters"],
  ["line-a-command", "key-value", "server", "ping", "extra-bytes: Answers more often than it was asked"],
  ["connects-for-twenty-seconds", "timeouts", "client", "gives-up-connecting", "no-time-out: Its timeout is too long"],
  ["decode-not-called", "hello", "client", "client-prints", "not-a-value: The brackets of a call are missing"],
  ["prints-the-address", "hello", "server", "server-receives", "prints-nothing: Prints something else"],
  ["shuts-down-first", "hello", "client", "client-sends", "crashed: Sends after shutdown()"],
  ["bytes-against-text", "udp-ack", "server", "server-answers", "compares-wrongly: Compares bytes with text"],
  ["bytes-against-text", "udp-ack", "client", "client-prints", "prints-nothing: Reads 5 bytes and no more"],
  ["commands-as-text", "key-value", "server", "ping", "compares-wrongly: Compares bytes with text"],
  ["chat-to-its-sender", "chat", "server", "no-echo", "answers-wrong-sender: Sends it back to its sender"],
  ["chat-to-its-sender", "chat", "server", "leaves", "dies-on-reset: A broken connection ends its thread"],
  ["service-without-protocol", "info", "info", "service-udp", "forgets-protocol"],
  ["service-without-protocol", "info", "info", "hostname", "not-a-value: The brackets of a call are missing"],
  [
    "one-file-both-ways",
    "calculator",
    "server",
    "several-questions",
    "waits-for-more: Writing forgets what was read ahead",
  ],
  ["one-file-both-ways", "calculator", "server", "adds", "not-a-value: A result that was never given"],
  ["splits-at-a-comma", "calculator", "server", "adds", "miscalculates: Splits at another character"],
  ["keepalive-after-recv", "socket-options", "server", "keepalive", "sets-options-late"],
  ["java-answers-itself", "udp-ack", "server", "server-answers", "output-flood: Answers itself"],
  ["c-length-not-set", "udp-ack", "server", "server-answers", "unset-variable: The length of the address is not set"],
  ["c-pointer-without-memory", "tcp-ack", "server", "server-receives", "unset-variable: A pointer without memory"],
  ["node-buffer-against-text", "tcp-ack", "server", "server-answers", "compares-wrongly: Compares a Buffer with text"],
  ["node-closes-at-once", "udp-echo", "client", "sends", "never-sends: Closes before it has been sent"],
  ["node-asks-one-line", "tcp-echo-client", "client", "several-lines", "closes-early: Asks for one line only"],
  ["blocking-again", "timeouts", "client", "gives-up", "no-time-out: Takes its time limit away again"],
  ["body-in-quotes", "http-server", "server", "serves", "wrong-bytes: Bytes written as b'...'"],
  ["file-as-text", "http-server", "server", "picture", "decodes-bytes: Opens a file as text"],
  ["file-as-text", "http-server", "server", "not-found", "crashed: A file that is not there"],
  ["file-as-text", "http-server", "server", "request-in-pieces", "reads-once: Takes one recv for one message"],
  ["address-in-an-address", "udp-echo", "server", "echo-datagram", "crashed: An address inside an address"],
  ["tcp-for-udp", "udp-ack", "server", "server-starts", "crashed: A TCP socket where UDP is asked for"],
  ["args-is-a-socket", "concurrent", "server", "closes", "crashed: args is not a tuple"],
  ["args-is-a-socket", "concurrent", "server", "prints-message", "crashed: args is not a tuple"],
  [
    "threads-are-no-daemons",
    "tcp-echo",
    "server",
    "interrupt-with-clients",
    "ignores-interrupt: Its threads keep it running",
  ],
  ["java-strings-with-equals", "calculator", "server", "adds", "compares-wrongly: Compares strings with =="],
  ["node-host-before-port", "udp-ack", "server", "server-answers", "crashed: Host and port are exchanged"],
  ["gives-up-at-once", "timeouts", "client", "in-time", "never-reads: Gives up too early"],
  ["asks-before-it-sends", "tcp-ack", "client", "client-prints", "waits-for-keyboard"],
  ["go-empty-buffer", "tcp-echo-once", "server", "echo-text", "unset-variable: The buffer has no room"],
  ["c-writes-too-much", "tcp-ack", "client", "client-sends", "extra-bytes: Sends more than its text"],
  ["c-sizeof-text", "tcp-ack", "client", "client-sends", "truncates: sizeof of a pointer"],
  ["c-reads-the-listener", "tcp-echo-once", "server", "echo-text", "swallows-error: Talks on the wrong socket"],
  ["except-pass-udp", "udp-ack", "server", "server-answers", "swallows-error: A handler hides errors"],
  ["store-per-command", "key-value", "server", "set-get", "forgets-values"],
  ["node-half-open", "tcp-echo", "server", "log-reader-gone", "crashed: Nobody reads its output"],
];

it.concurrent.each(programs)("names the mistake of %s (%s, %s, %s)", async (name, lab, program, test, cause) => {
  const graded = await check(lab, join(import.meta.dirname, "causes", name), program, test);
  const told = graded.tests.find(({ id }) => id === test)?.diagnosis;
  expect(told && [told.code, ...(told.name ? [told.name.en] : [])].join(": ")).toBe(cause);
});

/** The expected advice, for causes with several forms. */
const advised: [folder: string, lab: string, test: string, advice: string][] = [
  ["thread-called", "tcp-echo", "idle-client", "not target=handle(conn)"],
  ["java-run-not-start", "tcp-echo", "idle-client", "start() on the thread instead of run()"],
  ["java-read-utf", "tcp-echo-once", "echo-text", "n = in.read(buffer)"],
  ["java-read-utf", "tcp-echo-once", "client-vanishes", "The end of a stream comes as an error here"],
  ["node-half-open", "tcp-echo", "half-close", "With allowHalfOpen: true your side stays open"],
];

it.concurrent.each(advised)("advises what helps %s (%s, %s)", async (name, lab, test, advice) => {
  const graded = await check(lab, join(import.meta.dirname, "causes", name), "server", test);
  expect(graded.tests.find(({ id }) => id === test)?.diagnosis?.look.en).toContain(advice);
});

it("has no tick and no loss for what cannot be asked of a program whose port is in its source", async () => {
  const folder = join(import.meta.dirname, "causes", "java-two-files");
  const { tests } = await check("tcp-echo", folder, "server", "port-missing");
  const test = tests.find(({ id }) => id === "port-missing");
  expect(test).toMatchObject({ status: "skipped", unplayable: { en: expect.stringContaining("does not apply") } });
});

/** Correct programs, handed in for a lab that is not theirs. */
const astray: [lab: string, sample: string, program: string, tests: string[], says: string][] = [
  ["tcp-echo", "hello/handout-000", "server", ["echo-text", "echo-utf8"], "the server of the lab hello or"],
  ["hello", "tcp-ack/handout-001", "server", ["server-answers", "server-closes"], "the lab concurrent or tcp-ack:"],
  ["tcp-ack", "tcp-echo/correct-threads", "server", ["server-receives", "server-answers"], "It sends back what"],
];

it.concurrent.each(astray)("in %s, says whose program %s is (%s)", async (lab, sample, program, only, says) => {
  const graded = await grader.grade(lab, join("fixtures", sample), { program, only });
  expect(graded.programs.map(({ note }) => note?.en)).toEqual([expect.stringContaining(says)]);
});

function check(lab: string, place: string, program: string, test: string): Promise<Result> {
  return grader.grade(lab, place, { program, only: [test] });
}

it.runIf((await findOnPath(["gdb"])).length > 0)("asks a debugger where a program in C is stuck", async () => {
  const place = await mkdtemp(join(folder, "hand-in-"));
  const source = cServer.replace("PORT", "htons(atoi(argv[2]))").replace("sizeof buffer - 1, 0", "4095, MSG_WAITALL");
  await writeFile(join(place, "server.c"), source);
  const graded = await check("tcp-echo-once", place, "server", "echo-text");
  const failed = graded.tests.find(({ id }) => id === "echo-text");
  expect(failed?.diagnosis?.code).toBe("waits-for-more");
  expect(failed?.failure?.location).toMatchObject({ file: "server.c", text: expect.stringContaining("MSG_WAITALL") });
});

it("asks Node's debugger where a loop runs", async () => {
  const place = join(import.meta.dirname, "causes", "node-waits-in-a-loop");
  const { tests } = await check("tcp-echo-once", place, "server", "echo-text");
  const failed = tests.find(({ id }) => id === "echo-text");
  expect(failed?.diagnosis).toMatchObject({ code: "busy-loop", name: { en: "A loop keeps all events waiting" } });
  expect(failed?.failure?.location).toMatchObject({ file: "server.js", text: expect.stringContaining("while (data") });
});

it("shows the line at which a program is stuck in every report, and none of its own output in it", async () => {
  const place = await mkdtemp(join(folder, "hand-in-"));
  await writeFile(join(place, "server.py"), pythonServer({ recv: "data = conn.recv(4096, socket.MSG_WAITALL)" }));
  const [node, command] = builtCommand;
  const page = join(place, "page.html");
  const words = ["check", "tcp-echo-once", place, "--program", "server", "--only", "echo-text"];
  const { stdout } = await execa(node, [command, ...words, "--html", page], { reject: false });
  expect(stdout).toContain("server.py:9");
  expect(stdout).not.toContain("Fatal Python error");
  expect(await readFile(page, "utf8")).toMatch(/<mark> *data = conn\.recv\(4096, socket\.MSG_WAITALL\)<\/mark>/);
});
