import { describe, expect, it } from "vitest";
import { showsUnicode } from "./terminal.ts";

describe.skipIf(process.platform === "win32")("whether the terminal shows more than ASCII", () => {
  it.each([
    [{ LANG: "C.UTF-8" }, true],
    [{ LANG: "id_ID.utf8" }, true],
    [{ LANG: "en_US.UTF-8", LC_ALL: "C" }, false],
    [{ LANG: "POSIX" }, false],
    [{ LANG: "en_US.ISO-8859-1" }, false],
    [{ LANG: "en_US.ISO-8859-1", LC_CTYPE: "C.UTF-8" }, true],
    [{ LC_ALL: "" }, true],
  ])("%o: %s", (env, expected) => {
    expect(showsUnicode(env)).toBe(expected);
  });
});
