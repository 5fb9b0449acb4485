import { XmlDocument, type XmlElement } from "libxml2-wasm";
import { marked, type Token } from "marked";

/** What in a Markdown report is more than words, as those who render it take it; in blocks of code all are words. */
export function foundInMarkdown(source: string): string[] {
  const found: string[] = [];
  marked.walkTokens(marked.lexer(source), (token) => {
    if (isMore(token)) found.push(`${token.type} ${token.raw}`);
  });
  return found;
}

/** Wirecheck writes headings and tables, but neither HTML nor anything that leads elsewhere. */
const never = new Set(["html", "link", "image", "def", "codespan"]);

const command = /^\s*::|##\[/m;
const mention = /(?<!\w)@\w|(?<!\w)#\d/;

function isMore({ type, raw }: Token): boolean {
  if (never.has(type)) return true;
  if (type === "heading") return raw.includes("EVIL");
  if (type === "paragraph" || type === "table") return command.test(raw);
  return type === "text" && mention.test(raw);
}

/** What in a JUnit report wirecheck did not write, as a parser of XML sees it. */
export function foundInXml(source: string): string[] {
  try {
    using document = XmlDocument.fromString(source);
    const elements = document.find("//*") as XmlElement[];
    return [
      ...(document.dtd === null ? [] : ["a DOCTYPE"]),
      ...elements.filter(({ name }) => !known.has(name)).map(({ name }) => `the element ${name}`),
      ...elements.filter((each) => each.name === "testsuite").flatMap(miscounted),
    ];
  } catch (error) {
    return [String(error)];
  }
}

const known = new Set([
  ...["testsuites", "testsuite", "properties", "property", "testcase"],
  ...["failure", "error", "skipped", "system-out", "system-err"],
]);

/** A test case that came out of a text is none of those that were counted. */
function miscounted(suite: XmlElement): string[] {
  const [said, there] = [Number(suite.attr("tests")?.value), suite.find("testcase").length];
  return said === there ? [] : [`${there} test cases of ${said}`];
}
