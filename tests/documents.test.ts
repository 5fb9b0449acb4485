import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { marked, type Token } from "marked";
import { globSync } from "tinyglobby";
import { afterAll, expect, it } from "vitest";
import { parse } from "yaml";
import { lab } from "../runner/spec/lab.ts";
import { stepSchema } from "../runner/spec/step-language.ts";
import { commandFile } from "./support/built-command.ts";
import { examples } from "./support/examples.ts";
import { verify } from "./support/verify.ts";

const run = promisify(execFile);

const folder = mkdtempSync(join(tmpdir(), "documents-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("the lab of the document is the one that init makes, and proves itself as it is printed", async () => {
  await run(process.execPath, [commandFile, "init", join(folder, "shout")]);
  const files = examples("docs/writing-a-lab.md").filter(({ file }) => file?.startsWith("shout/"));
  for (const { file = "", text } of files) {
    const made = readFileSync(join(folder, file), "utf8");
    expect(made.replace(/\$schema=.*/, "")).toBe(text.replace(/\$schema=.*/, ""));
  }
  const again = await run(process.execPath, [commandFile, "init", join(folder, "shout")]).catch((error) => error);
  expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining("choose another folder") });
  const { status, report, found } = await verify([join(folder, "shout")]);
  expect(report).toContain("2 of 2 flaws caught · 2 of 2 tests justified · no false alarm");
  expect(found.map(({ holds }) => holds)).toEqual([true]);
  expect(status).toBe(0);
});

it("every other piece of YAML is what a lab takes", () => {
  const pieces = examples("docs/writing-a-lab.md").filter(({ language, file }) => language === "yaml" && !file);
  expect(pieces.length).toBeGreaterThan(3);
  for (const { text } of pieces) {
    const value: unknown = parse(text);
    if (Array.isArray(value)) for (const step of value) expect(stepSchema.safeParse(step).error).toBeUndefined();
    else expect(lab.partial().safeParse(value).error).toBeUndefined();
  }
});

it("every example of the reference is a step", () => {
  const blocks = examples("docs/reference.md").filter(({ language }) => language === "yaml");
  for (const { text } of blocks) {
    for (const step of parse(text) as unknown[])
      expect([text, stepSchema.safeParse(step).error]).toEqual([text, undefined]);
  }
});

it("links lead to files and headings that exist", () => {
  const documents = globSync(["*.md", "docs/*.md"]);
  expect(documents).toContain("README.md");
  for (const document of documents) {
    const links = targets(document).filter((target) => !/^[a-z]+:/.test(target));
    for (const [path = "", heading] of links.map((target) => target.split("#"))) {
      const file = path === "" ? document : join(dirname(document), path);
      const found = existsSync(file) && (heading === undefined || headings(file).includes(heading));
      expect([document, path, heading, found]).toEqual([document, path, heading, true]);
    }
  }
});

/** Where the links and pictures of a document lead. */
function targets(document: string): string[] {
  const text = readFileSync(document, "utf8");
  const found = [...text.matchAll(/(?:src|srcset)="([^"]+)"/g)].map(([, target = ""]) => target);
  marked.walkTokens(marked.lexer(text), (token: Token) => {
    if (token.type === "link" || token.type === "image") found.push(token.href);
  });
  return found;
}

/** The headings of a document as GitHub names them in links. */
function headings(document: string): string[] {
  const tokens = marked.lexer(readFileSync(document, "utf8")).filter((token) => token.type === "heading");
  return tokens.map(({ text }: Token & { text?: string }) =>
    `${text}`
      .toLowerCase()
      .replaceAll(/[^\p{Letter}\p{Number}\s_-]/gu, "")
      .replaceAll(/\s/g, "-"),
  );
}
