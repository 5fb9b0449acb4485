import { readFile } from "node:fs/promises";
import { XmlDocument, type XmlElement, XsdValidator } from "libxml2-wasm";
import { describe, expect, it } from "vitest";
import { filesOf } from "../../tests/support/files-of.ts";
import { hostileClass, hostileWords, sampleClass, sampleStudent, ungraded } from "../../tests/support/sample-class.ts";
import { sampleResult, sampleTest, splitMessage } from "../../tests/support/sample-results.ts";
import type { ReportOptions } from "../support/report-format.ts";
import { junit } from "./junit.ts";

const instructor: ReportOptions = { audience: "instructor", language: "en" };
const schema = await readFile(new URL("./junit/junit.xsd", import.meta.url), "utf8");

describe("the JUnit report", () => {
  it.each(["student", "test"] as const)("is valid whatever students write, with suites by %s", async (suites) => {
    const files = await filesOf(junit.files(hostileClass(), { ...instructor, suites }));
    expect(files).toHaveLength(suites === "test" ? 1 : hostileWords.length + 1);
    for (const { content } of files) {
      expect(problemsOf(content)).toBeNull();
      expect(content.length).toBeLessThan(300_000);
    }
  });

  it("tells how each test of a student ended", async () => {
    const result = sampleResult([
      sampleTest(),
      splitMessage({ output: { stdout: "", stderr: "Traceback ]]> ]]> end" } }),
      splitMessage({ id: "ipv6", optional: true }),
      sampleTest({ id: "restart", status: "error", message: "bwrap is missing" }),
      sampleTest({ id: "later", status: "skipped", skippedFor: "split-message" }),
    ]);
    const [file] = await filesOf(junit.files(sampleClass([sampleStudent("s1", { result })]), instructor));
    expect(file?.path).toBe("junit/s1.xml");
    using document = XmlDocument.fromString(file?.content ?? "");
    const suite = document.get("/testsuites/testsuite") as XmlElement;
    expect(attributes(suite)).toMatchObject({
      name: "Student of s1 (s1)",
      ...{ tests: "5", failures: "1", errors: "1", skipped: "2" },
      ...{ time: "2.345", timestamp: "2025-11-21T02:38:55" },
    });
    const failure = suite.get("testcase/failure") as XmlElement;
    expect(attributes(failure)).toMatchObject({ type: "reads-once", message: /^alice got 6 of 15 bytes/ });
    expect(failure.content).toContain('came      "Halo, "');
    expect(suite.get("testcase/system-err")?.content).toBe("Traceback ]]\\x3e ]]\\x3e end");
    expect(suite.get("testcase/error")?.get("@message")?.content).toBe("bwrap is missing");
    expect(suite.find("testcase/skipped/../system-out").map(({ content }) => content)).toEqual([
      expect.stringContaining("not earned"),
      "1 test skipped because split-message failed",
    ]);
  });

  it("blames the machine, not the student, for a hand-in without a result", async () => {
    const [file] = await filesOf(junit.files(sampleClass([ungraded("s2")]), instructor));
    expect(problemsOf(file?.content ?? "")).toBeNull();
    expect(file?.content).toContain('<error message="bwrap was killed"');
  });

  it("lists a hand-in without a result among the suites of tests, too", async () => {
    const [file] = await filesOf(
      junit.files(sampleClass([sampleStudent("s1"), ungraded("s2")]), { ...instructor, suites: "test" }),
    );
    expect(problemsOf(file?.content ?? "")).toBeNull();
    using document = XmlDocument.fromString(file?.content ?? "");
    expect(document.get("/testsuites/testsuite[@name='hand-in']/testcase/error/@message")?.content).toBe(
      "bwrap was killed",
    );
  });

  it("gives each test a suite with the students in it", async () => {
    const students = [sampleStudent("s1"), sampleStudent("s2")];
    const [file] = await filesOf(junit.files(sampleClass(students), { ...instructor, suites: "test" }));
    using document = XmlDocument.fromString(file?.content ?? "");
    const names = document.find("/testsuites/testsuite[2]/testcase/@name").map(({ content }) => content);
    expect(names).toEqual(["Student of s1 (s1)", "Student of s2 (s2)"]);
    expect(
      await filesOf(junit.files(sampleClass(students), { ...instructor, suites: "test", audience: "student" })),
    ).toEqual([]);
  });
});

/** Why the schema of JUnit readers rejects a report; null when it does not. */
function problemsOf(xml: string): string | null {
  using schemaDocument = XmlDocument.fromString(schema);
  using validator = XsdValidator.fromDoc(schemaDocument);
  using document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return null;
  } catch (problem) {
    return String(problem);
  }
}

function attributes(element: XmlElement): Record<string, string> {
  return Object.fromEntries(element.attrs.map(({ name, content }) => [name, content]));
}
