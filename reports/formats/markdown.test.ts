import { marked, type Token, type Tokens } from "marked";
import { describe, expect, it } from "vitest";
import {
  absent,
  hostileClass,
  hostileWords,
  sampleClass,
  sampleStudent,
  ungraded,
} from "../../tests/support/sample-class.ts";
import { sampleResult, sampleTest, splitMessage } from "../../tests/support/sample-results.ts";
import { githubSummary } from "./github-summary.ts";
import { codeBlock, markdownText } from "./markdown/escape.ts";
import { markdown } from "./markdown.ts";

const instructor = { audience: "instructor", language: "en" } as const;

describe("words in Markdown", () => {
  it.each(hostileWords)("are words and nothing else: %j", (words) => {
    const tokens = allTokens(`| a | b |\n| --- | --- |\n| ${markdownText(words)} | end |\n`);
    for (const kind of kinds(tokens)) expect(["table", "text", "escape"]).toContain(kind);
    const table = tokens.find(({ type }) => type === "table") as Tokens.Table;
    expect(
      table.rows[0]?.map((cell) => cell.tokens.map((token) => ("text" in token ? token.text : "")).join(""))[1],
    ).toBe("end");
  });

  it.each(hostileWords)("cannot leave a block of code: %j", (words) => {
    const tokens = marked.lexer(`${codeBlock(words)}\n\nafter`);
    expect(tokens.map(({ type }) => type)).toEqual(["code", "space", "paragraph"]);
  });

  it("read as they were written", () => {
    const text = markdownText("1. *Halo*, `dunia` <b> | 50 % _x_ a@b http://c");
    expect(marked.parse(text)).toBe("<p>1. *Halo*, `dunia` &lt;b&gt; | 50 % _x_ a@b http://c</p>\n");
  });
});

describe("a student's Markdown", () => {
  it("has the marks, a table of the tests and a section on each failure", () => {
    const again = splitMessage({ id: "large", title: { en: "1 MiB comes back", id: "1 MiB kembali" } });
    const extra = splitMessage({ id: "ipv6", optional: true });
    const result = sampleResult([sampleTest(), splitMessage(), again, extra]);
    const content = pageOf(sampleStudent("s1", { result }));
    const tokens = marked.lexer(content);
    expect(tokens.filter(({ type }) => type === "heading").map((token) => (token as Tokens.Heading).text)).toEqual([
      "TCP echo server · Student of s1 (s1)",
      "split-message: A message that arrives in pieces comes back whole",
      "large: 1 MiB comes back",
    ]);
    const table = tokens.find(({ type }) => type === "table") as Tokens.Table;
    expect(table.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ["✅", "The server starts and listens", "6/6"],
      ["❌", "A message that arrives in pieces comes back whole", "0/8"],
      ["❌", "1 MiB comes back", "0/8"],
      ["◽", "A message that arrives in pieces comes back whole (extra credit)", "+0"],
    ]);
    const blocks = tokens.filter(({ type }) => type === "code").map((token) => (token as Tokens.Code).text);
    expect(blocks[0]).toContain('came      "Halo, "\n                 ^ after 6 equal bytes');
    expect(content).toContain("**Points: 6 of 22** · 1 passed, 2 failed, 1 not earned");
    expect(content.match(/Call recv in a loop/g)).toHaveLength(1);
    expect(content).toContain("same cause as split-message");
  });

  it("says so where nothing was handed in or nothing could be graded", () => {
    expect(pageOf(absent("s3"))).toContain("Nothing was handed in.");
    expect(pageOf(ungraded("s2"))).toContain("bwrap was killed");
  });

  it.each(["student", "instructor"] as const)(
    "holds no HTML, link or picture of a student's making, for %s",
    (audience) => {
      const options = { ...instructor, audience };
      for (const { content } of [
        ...markdown.files(hostileClass(), options),
        ...githubSummary.files(hostileClass(), options),
      ]) {
        const found = kinds(allTokens(content));
        for (const kind of ["html", "link", "image", "def", "blockquote"]) expect(found).not.toContain(kind);
        const inlineCode = allTokens(content).filter(({ type }) => type === "codespan");
        expect(inlineCode).toEqual([]);
      }
    },
  );
});

describe("the step summary", () => {
  it("has a row for each student, and stays below what GitHub takes", () => {
    const students = Array.from({ length: 3000 }, (_, index) => {
      return sampleStudent(`s${index}`, { name: "x".repeat(300), result: sampleResult([sampleTest()]) });
    });
    const [small] = githubSummary.files(
      sampleClass([students[0] ?? absent("x"), ungraded("s2"), absent("s3")]),
      instructor,
    );
    const table = marked.lexer(small?.content ?? "").find(({ type }) => type === "table") as Tokens.Table;
    expect(table.rows.map((row) => row[1]?.text)).toEqual(["6 of 6", "⚠️ not graded", "no hand-in"]);
    const [large] = githubSummary.files(sampleClass(students), instructor);
    expect(Buffer.byteLength(large?.content ?? "")).toBeLessThan(1024 * 1024);
    expect(large?.content).toMatch(/\+ \d+ hand-ins\n$/);
  });
});

function pageOf(student: ReturnType<typeof absent>): string {
  const [file] = markdown.files(sampleClass([student]), instructor);
  return file?.content ?? "";
}

function allTokens(source: string): Token[] {
  const tokens: Token[] = [];
  marked.walkTokens(marked.lexer(source), (token) => void tokens.push(token));
  return tokens;
}

function kinds(tokens: readonly Token[]): Set<string> {
  return new Set(tokens.map(({ type }) => type));
}
