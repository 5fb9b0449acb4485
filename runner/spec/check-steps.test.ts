import { describe, expect, it } from "vitest";
import { checkSteps } from "./check-steps.ts";

const programs = {
  server: { kind: "server", transport: "tcp", reference: "x" },
  client: { kind: "client", transport: "udp" },
};

function messages(steps: unknown[], program = "server", more: object = {}): string[] {
  const lab = {
    programs,
    world: { draws: { host: {} } },
    helpers: { helper: {} },
    tests: [{ program, steps, ...more }],
  };
  return checkSteps(lab).map(({ path, message }) => `${path.slice(3).join(".")}: ${message}`);
}

describe("the names of a test's steps", () => {
  it("are right in every way that a lab may write them", () => {
    const steps = [
      { connect: "alice" },
      { connect: { as: "udp", over: "udp" } },
      { "expect-replies": "udp" },
      { repeat: { times: 3, steps: [{ connect: "client-{n}" }, { send: { from: "client-{n}", text: "{n - 1}" } }] } },
      { close: "client-2" },
      { listen: { as: "down", over: "tcp" } },
      { close: "down" },
      { set: { asked: "{now}" } },
      { "expect-value": { value: "{asked}", most: "{now}" } },
      { together: [[{ connect: "carol" }, { finish: "carol" }], [{ finish: "alice" }]] },
      { close: "carol" },
      { start: "reference-server" },
      { start: "helper" },
      { connect: { as: "dave", to: "helper" } },
      { expect: { at: "dave", matches: "(?<seq>\\d+)" } },
      { send: { from: "dave", payload: "big" } },
      { send: { from: "dave", text: "{seq + 1} {host} {{literal}}" } },
      { relay: { as: "line", to: "reference-server", for: "client" } },
      { expect: { at: "line-to-client", text: "x" } },
    ];
    expect(messages([{ start: "server" }, ...steps], "server", { payloads: { big: {} } })).toEqual([]);
    expect(messages([{ connect: "alice" }, { "expect-listening": "server" }])).toEqual([]);
  });

  it.each([
    [[{ connect: "alice" }, { close: "alcie" }], "1.close: no peer is named `alcie`: did you mean `alice`?"],
    [
      [{ connect: "alice" }, { send: { from: "alice", bytes: ["part 0 {now} of file big"] } }],
      "1.send.bytes.0: unknown file `big`: there is none",
    ],
    [[{ close: "bob" }], "0.close: no peer is named `bob`: a `connect` or `accept` step must come before"],
    [[{ "expect-listening": "sever" }], "0.expect-listening: unknown program `sever`: did you mean `server`?"],
    [[{ start: "sever" }], "0.start: unknown program `sever`: did you mean `server`?"],
    [
      [{ "expect-exit": "client" }],
      "0.expect-exit: `client` was not started: a `start` or `ask` step must come before",
    ],
    [
      [{ connect: "alice" }, { send: { from: "alice", payload: "bug" } }],
      "1.send.payload: unknown payload `bug`: did you mean `big`?",
    ],
    [
      [{ connect: "alice" }, { send: { from: "alice", text: "{hots}" } }],
      "1.send.text: unknown name `{hots}`: did you mean `host`?",
    ],
    [
      [{ connect: "alice" }, { send: { from: "alice", text: "body {color: red}" } }],
      "1.send.text: the expression cannot be read: `{color: red}` is neither a name nor a sum of names and numbers; for the braces themselves write `{{color: red}}`",
    ],
    [
      [{ listen: { as: "bob", for: "server" } }, { finish: "bob" }],
      "1.finish: no connection was accepted at `bob`: write `accept: bob` before",
    ],
    [
      [{ connect: { as: "alice", over: "udp" } }, { finish: "alice" }],
      "1.finish: `alice` is a UDP socket: this step needs a TCP connection",
    ],
    [
      [{ together: [[{ connect: "carol" }], [{ connect: "dave" }, { close: "carol" }]] }],
      "0.together.1.1.close: no peer is named `carol`: a `connect` or `accept` step must come before",
    ],
    [
      [{ start: "server" }, { start: "server" }],
      "1.start: `server` runs already: give each a name, `start: { program: …, as: … }`",
    ],
  ])("are refused in %j", (steps, message) => {
    expect(messages(steps, "server", { payloads: { big: {} } })).toEqual([message]);
  });
});
