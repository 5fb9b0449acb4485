import { expect, it } from "vitest";
import { fitted } from "./fitted.ts";

it("breaks between words on a terminal, and leaves a file's lines whole", () => {
  expect(fitted("From wirecheck.course.yaml: roster class.csv", { columns: 30 })).toBe(
    "From wirecheck.course.yaml:\nroster class.csv",
  );
  expect(fitted("From wirecheck.course.yaml: roster class.csv", {})).toBe(
    "From wirecheck.course.yaml: roster class.csv",
  );
});
