import { expect, it } from "vitest";
import { handInTexts } from "./handin.ts";

const damaged = (reason: string) => handInTexts["damaged-archive"]({ archive: "a.zip", reason });

it("says what is wrong with an archive in the reader's language, where it is a frequent thing", () => {
  expect(damaged("End of central directory record signature not found. Either not a zip file …")).toMatchObject({
    en: expect.stringContaining("(its end is missing)"),
    id: expect.stringContaining("(bagian akhirnya hilang)"),
  });
  expect(damaged("invalid block type.").id).toContain("(invalid block type)");
});
