import { expect, it } from "vitest";
import { Sources } from "./sources.ts";

const markup = "# <img src=x onerror=alert(1)>\nprint('\u202e')\n";

async function shown(file: string, text: string) {
  const sources = new Sources();
  sources.keep(file, () => text, null);
  sources.open();
  return sources.show(file);
}

it("cuts a file into lines of words with their kinds, and changes none of them", async () => {
  const source = await shown("server.py", markup);
  expect(source?.lines.map((pieces) => pieces.map(({ words }) => words).join(""))).toEqual([
    "# <img src=x onerror=alert(1)>",
    "print('\\u{202e}')",
    "",
  ]);
  expect(source?.lines[0]).toEqual([{ words: "# <img src=x onerror=alert(1)>", kind: "comment" }]);
});

it("shows a language that it does not know as it is", async () => {
  expect((await shown("server.xyz", "a b\nc"))?.lines).toEqual([[{ words: "a b" }], [{ words: "c" }]]);
});

it("knows no file that was not kept", async () => {
  const sources = new Sources();
  sources.open();
  expect(await sources.show("../../etc/passwd")).toBeNull();
});
