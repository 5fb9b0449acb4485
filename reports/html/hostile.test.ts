import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";
import { describe, expect, it } from "vitest";
import { filesOf } from "../../tests/support/files-of.ts";
import { hostileClass } from "../../tests/support/sample-class.ts";
import { html } from "../formats/html.ts";

type Element = DefaultTreeAdapterTypes.Element;

const files = await filesOf(html.files(hostileClass(), { audience: "instructor", language: "en" }));

describe.each(files.map(({ path, content }) => [path, content]))("%s", (path, content) => {
  const elements = elementsOf(parse(content));

  it("has the one script and the one style of its own, and no element that loads anything", () => {
    expect(elements.filter(({ tagName }) => tagName === "script")).toHaveLength(1);
    expect(elements.filter(({ tagName }) => tagName === "style")).toHaveLength(1);
    expect(elements.map(({ tagName }) => tagName).filter((name) => loading.has(name))).toEqual([]);
  });

  it("has no attribute that runs, styles or leads away", () => {
    // SVG may declare namespaces.
    const attributes = elements.flatMap(({ attrs }) => attrs).filter(({ prefix }) => prefix !== "xmlns");
    expect(attributes.filter(({ name }) => /^on|^style$|^src|^action$|^xlink/i.test(name))).toEqual([]);
    const ways = attributes.filter(({ name }) => name === "href").map(({ value }) => value);
    const allowed = path.endsWith("index.html")
      ? /^students\/student_\d+\.html$|^students\/(lost|absent)\.html$/
      : /^#|^\.\.\/index\.html$/;
    expect(ways.filter((way) => !allowed.test(way))).toEqual([]);
  });

  it("allows nothing but those two, by their digests", () => {
    const policy = elements.find(({ attrs }) => attrs.some(({ value }) => value === "Content-Security-Policy"));
    expect(policy?.attrs.find(({ name }) => name === "content")?.value).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; script-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'$/,
    );
  });
});

const loading = new Set(["img", "iframe", "object", "embed", "link", "base", "form", "audio", "video", "image", "use"]);

function elementsOf(node: DefaultTreeAdapterTypes.Node): Element[] {
  const children = "childNodes" in node ? node.childNodes.flatMap(elementsOf) : [];
  return defaultTreeAdapter.isElementNode(node) ? [node, ...children] : children;
}
