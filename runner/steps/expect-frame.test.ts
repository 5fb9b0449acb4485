import { expect, it } from "vitest";
import { FakeRun, gaveUp } from "../../tests/support/fake-run.ts";
import { expectFrame } from "./expect-frame.ts";

function play(step: object, bytes: number[] | null, ends = false) {
  const run = new FakeRun();
  const { line } = run.stream();
  if (bytes !== null) line.sends(Buffer.from(bytes));
  if (ends) line.closes();
  return { run, failure: expectFrame.play({ at: "alice", ...step }, run) };
}
const hi = [0x48, 0x69];

it.each([
  ["its length before it, in network order", { length: "u16", text: "Hi" }, [0, 2, ...hi]],
  ["little-endian", { length: "u16le", text: "Hi" }, [2, 0, ...hi]],
  ["a length that counts itself", { length: "u8", counts: "all", text: "Hi" }, [3, ...hi]],
  ["an empty one", { length: "u8", text: "" }, [0]],
])("takes a frame with %s", async (_, step, bytes) => {
  expect(await play(step, bytes).failure).toBeNull();
});

it("leaves what follows the frame, and gives what named groups match", async () => {
  const { run, failure } = play({ length: "u8", matches: "(?<letter>i)" }, [2, ...hi, 1]);
  expect(await failure).toBeNull();
  expect(run.values.get("letter")).toBe("i");
  expect(run.peers.get("alice")).toMatchObject({ inbox: { length: 1 } });
});

it("tells a frame that is too short, differs, does not match or never comes", async () => {
  const short = { code: "frame-incomplete", facts: { announced: 5, came: 2 }, gaveUp };
  expect(await play({ length: "u8", text: "Hi" }, [5, ...hi]).failure).toMatchObject(short);
  expect(await play({ length: "u32", text: "Hi" }, [0, 0], true).failure).toMatchObject({ facts: { came: 0 } });
  expect(await play({ length: "u8", text: "Ha" }, [2, ...hi]).failure).toMatchObject({ code: "reply-differs" });
  const unlike = { code: "no-match", facts: { pattern: "x" } };
  expect(await play({ length: "u8", matches: "x" }, [2, ...hi]).failure).toMatchObject(unlike);
  expect(await play({ length: "u8", text: "Hi" }, null).failure).toEqual({ code: "no-reply", who: "alice", gaveUp });
  expect(await play({ length: "u8", text: "Hi" }, null, true).failure).toMatchObject({ code: "closed-early" });
});
