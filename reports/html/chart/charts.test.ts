import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { hostileClass, hostileWords, sampleClass } from "../../../tests/support/sample-class.ts";
import { insight } from "../../support/insight.ts";
import { distributionChart } from "./charts.ts";
import { drawChart } from "./draw.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;

describe("the charts of a class", () => {
  it("show every count of the distribution, on a scale from 0 to 100", async () => {
    const distribution = await distributionChart({ ...insight([]), distribution: [1, 0, 0, 0, 0, 0, 0, 0, 20, 3] });
    const scale = Array.from({ length: 11 }, (_, index) => String(index * 10));
    expect(textsOf(distribution).filter(Boolean).sort()).toEqual([...scale, "1", "20", "3"].sort());
  });

  it("are drawn of nobody too", async () => {
    const distribution = await distributionChart(insight(sampleClass([]).students));
    expect(distribution).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("bring no style, script or way out that the page's policy would have to allow", async () => {
    expect(troubleIn(await distributionChart(insight(hostileClass().students)))).toEqual([]);
  });
});

it.each(hostileWords)("words in a chart stay words: %j", async (words) => {
  const text = { type: "text", from: { data: "words" }, encode: { enter: { text: { field: "words" } } } } as const;
  const axis = { orient: "left", scale: "words", labelLimit: 10_000 } as const;
  const svg = await drawChart({
    ...{ width: 100, height: 100, data: [{ name: "words", values: [{ words }] }], marks: [text], axes: [axis] },
    scales: [{ name: "words", type: "band", domain: { data: "words", field: "words" }, range: "height" }],
  });
  expect(troubleIn(svg)).toEqual([]);
  expect(textsOf(svg)).toHaveLength(2);
});

function troubleIn(svg: string): string[] {
  return elementsOf(svg).flatMap(({ tagName, attrs }) => [
    ...(/^(svg|g|path|line|text|tspan)$/.test(tagName) ? [] : [tagName]),
    ...attrs.map(({ name }) => name).filter((name) => /^on|^style$|href|^src/i.test(name)),
  ]);
}

function textsOf(svg: string): string[] {
  const texts = elementsOf(svg).filter(({ tagName }) => tagName === "text");
  return texts.map((text) => text.childNodes.map((node) => ("value" in node ? node.value : "")).join(""));
}

function elementsOf(svg: string) {
  const within = (node: Node): Node[] => ["childNodes" in node ? node.childNodes.flatMap(within) : [], node].flat();
  return parseFragment(svg).childNodes.flatMap(within).filter(defaultTreeAdapter.isElementNode);
}
