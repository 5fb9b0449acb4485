import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scriptSyntax } from "../node/syntax.ts";
import { blankOut, hashSyntax, slashSyntax } from "./blank-out.ts";

const syntaxes = { hash: hashSyntax, slash: slashSyntax, script: scriptSyntax };

describe("blankOut", () => {
  it.each<[keyof typeof syntaxes, string, string]>([
    ["hash", 'a = "# no" # yes', 'a = "    "      '],
    ["hash", '"""x\n# y"""\nb', '""" \n   """\nb'],
    ["hash", "it's = 1\nb", "it'     \nb"],
    ["slash", 'f("a\\"b"); // c', 'f("    ");     '],
    ["slash", "char c = '\"'; g();", "char c = ' '; g();"],
    ["slash", "fn f<'a>(x: &'a str) { g(\"s\") }", "fn f<'a>(x: &'a str) { g(\" \") }"],
    ["slash", "/* a\n b */c", "    \n     c"],
    ["script", "x = `a\n{b}`; 'c' // d", "x = ` \n   `; ' '     "],
  ])("%s: %j becomes %j", (name, source, code) => {
    expect(blankOut(source, syntaxes[name])).toBe(code);
  });

  it("keeps every line and column", () => {
    const sources = fc.string({ unit: fc.constantFrom(..."\"'`#/*\\\n ab(") });
    fc.assert(
      fc.property(sources, fc.constantFrom(...Object.values(syntaxes)), (source, syntax) => {
        const code = blankOut(source, syntax);
        expect(code.replace(/[^\n]/g, "x")).toBe(source.replace(/[^\n]/g, "x"));
      }),
    );
  });
});
