import { describe, expect, it } from "vitest";
import { check } from "./support/check.ts";
import { verify } from "./support/verify.ts";

/** Programs whose behaviour depends on earlier clients. */
const tellLaunchesApart = ["halves-the-second-client", "greets-the-first-client"];

describe("a launch that tests share", () => {
  it.each([{ mode: "shared launches" }, { mode: "fresh launches", flag: "--fresh-launches" }])(
    "decides about no mark: $mode",
    async ({ flag }) => {
      const flags = flag === undefined ? [] : [flag];
      const { found } = await verify(["tcp-echo"], "--sample", ...tellLaunchesApart, ...flags);
      const complaints = found.flatMap(({ programs }) => programs.map((each) => [each.name, each.complaints]));
      expect(Object.fromEntries(complaints)).toEqual(Object.fromEntries(tellLaunchesApart.map((name) => [name, []])));
    },
  );

  it("serves a correct program's tests that only talk to it, and the result says which", async () => {
    const { tests } = await check("tcp-echo", "reference/tcp-echo/python");
    const shared = tests.filter((test) => test.sharedLaunch).map(({ id }) => id);
    expect(shared).toEqual(
      expect.arrayContaining(["echo-text", "next-client", "session", "half-close", "flood", "idle-client"]),
    );
    for (const id of ["starts", "restart", "interrupt", "no-leak", "ipv6"]) expect(shared).not.toContain(id);
  });

  it("is left alone where every test is asked to have its own", async () => {
    const { tests } = await check("tcp-echo-once", "reference/tcp-echo-once/python", "--fresh-launches");
    expect(tests.filter((test) => test.sharedLaunch)).toEqual([]);
  });
});
