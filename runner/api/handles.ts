/** Plays one step, and resolves with the values captured so far. */
export type PlayStep = (step: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, string>>>;

/** The fields of a step; a string or bytes set its main field. */
type Fields = string | Uint8Array | Readonly<Record<string, unknown>>;

/** The actions of the peer or listener with that name: each is one step of the lab language. */
export function peerHandle(name: string, step: PlayStep) {
  const from = (word: string, main: string) => (what?: Fields) =>
    step({ [word]: { from: name, ...fieldsOf(what, main) } });
  const at = (word: string, main: string) => (what?: Fields) => step({ [word]: { at: name, ...fieldsOf(what, main) } });
  return {
    name,
    send: from("send", "text"),
    expect: at("expect", "text"),
    expectLine: at("expect-line", "is"),
    expectFrame: at("expect-frame", "text"),
    expectJson: (has: unknown) => step({ "expect-json": { at: name, has } }),
    expectClose: at("expect-close", "how"),
    expectSilence: at("expect-silence", "for"),
    request: from("request", "path"),
    expectHttp: at("expect-http", "text"),
    expectRequest: at("expect-request", "path"),
    respond: from("respond", "text"),
    finish: () => step({ finish: name }),
    close: () => step({ close: name }),
    reset: () => step({ reset: name }),
    async accept(as = name) {
      await step({ accept: { at: name, as } });
      return peerHandle(as, step);
    },
  };
}

/** The actions of the program with that name. */
export function programHandle(name: string, step: PlayStep) {
  const of = (word: string, main: string) => (what?: Fields) => step({ [word]: { of: name, ...fieldsOf(what, main) } });
  return {
    name,
    type: (what: Fields) => step({ type: { to: name, ...fieldsOf(what, "text") } }),
    endOfInput: () => step({ "end-of-input": name }),
    signal: (signal: string) => step({ signal: { to: name, name: signal } }),
    stop: () => step({ stop: name }),
    rest: () => step({ rest: name }),
    expectListening: of("expect-listening", "port"),
    expectOutput: of("expect-output", "text"),
    expectExit: of("expect-exit", "message"),
    expectFile: of("expect-file", "path"),
  };
}

function fieldsOf(what: Fields | undefined, main: string): Readonly<Record<string, unknown>> {
  if (typeof what === "string") return { [main]: what };
  if (what instanceof Uint8Array) return { base64: Buffer.from(what).toString("base64") };
  return what ?? {};
}
