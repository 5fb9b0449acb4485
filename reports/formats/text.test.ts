import { describe, expect, it } from "vitest";
import { absent, sampleClass, sampleGrade, sampleStudent, ungraded } from "../../tests/support/sample-class.ts";
import { text } from "./text.ts";

const student = { audience: "student", language: "en" } as const;

describe("plain text", () => {
  it("is what check prints, under the student's name and with the steps to the final marks", () => {
    const late = { kind: "late" as const, points: -1.5, why: { en: "one day late", id: "terlambat satu hari" } };
    const grade = { ...sampleGrade(6, 14), adjustments: [late], final: 4.5 };
    const [file] = text.files(sampleClass([sampleStudent("s1", { grade })]), student);
    expect(file?.path).toBe("text/s1.txt");
    const opening =
      "Student of s1 (s1)\nPoints: 6\n  one day late: -1.5\nAfter everything: 4.5 of 14\n\nTCP echo server";
    expect(file?.content.startsWith(opening)).toBe(true);
    expect(file?.content).toContain("✗ split-message: A message that arrives in pieces comes back whole");
  });

  it("says why there are no marks", () => {
    const [error, missing] = text.files(sampleClass([ungraded("s2"), absent("s3")]), student);
    expect(error?.content).toMatch(/^Student of s2 \(s2\)\n.*this is not your fault/);
    expect(missing?.content).toBe("Student of s3 (s3)\nNothing was handed in.\n");
  });

  it("has a page on the class for those who may see all of it", () => {
    const paths = (audience: "student" | "instructor") =>
      [...text.files(sampleClass([sampleStudent("s1")]), { ...student, audience })].map(({ path }) => path);
    expect(paths("student")).toEqual(["text/s1.txt"]);
    expect(paths("instructor")).toEqual(["text/s1.txt", "class.txt"]);
  });
});
