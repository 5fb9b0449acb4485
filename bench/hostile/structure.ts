import { XmlDocument, type XmlElement } from "libxml2-wasm";
import { marked, type Token } from "marked";

/** Everything in a Markdown report that a renderer treats as more than text, outside blocks of code. */
export function foundInMarkdown(source: string): string[] {
  const found: string[] = [];
  marked.walkTokens(marked.lexer(source), (token) => {
    if (isMore(token)) found.push(`${token.type} ${token.raw}`);
  });
  return found;
}

/** Wirecheck writes headings and tables, but no HTML and no links. */
const never = new Set(["html", "link", "image", "def", "codespan"]);

const command = /^\s*::|##\[/m;
const mention = /(?<!\w)@\w|(?<!\w)#\d/;

function isMore({ type, raw }: Token): boolean {
  if (never.has(type)) return true;
  if (type === "heading") return raw.includes("EVIL");
  if (type === "paragraph" || type === "table") return command.test(raw);
  return type === "text" && mention.test(raw);
}

/** Elements of a JUnit report that wirecheck did not write, as an XML parser sees them. */
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

/** A test case smuggled in by a text is not included in the suite's counts. */
function miscounted(suite: XmlElement): string[] {
  const [said, there] = [Number(suite.attr("tests")?.value), suite.find("testcase").length];
  return said === there ? [] : [`${there} test cases of ${said}`];
}
