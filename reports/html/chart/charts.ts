import type { Mark } from "vega";
import type { Insight } from "../../support/insight.ts";
import { type ChartSpec, drawChart } from "./draw.ts";

/** The pictures on the page of a class, each an SVG element. */
export interface Charts {
  /** How many of the class reached how many per cent. */
  distribution: string;
  /** Which share of the class passed each of the hardest tests, in their order. */
  hardest: readonly string[];
  /** Which share of the class has each of the most frequent causes, in their order. */
  causes: readonly string[];
}

/** How many tests and causes are told of; what is rarer stands in the table of all students. */
export const mostRanked = 8;

/** Draws what was seen of a class. */
export async function chartsOf({ distribution, hardest, causes, graded }: Insight): Promise<Charts> {
  const passed = hardest.slice(0, mostRanked).map((test) => shareBar(test.passed, test.judged));
  const shared = causes.slice(0, mostRanked).map(({ students }) => shareBar(students, graded));
  return {
    distribution: await drawChart(histogram(distribution)),
    hardest: await Promise.all(passed.map(drawChart)),
    causes: await Promise.all(shared.map(drawChart)),
  };
}

/** A bar for each tenth between the per cents where it begins and ends, with the number of students above it. */
function histogram(counts: readonly number[]): ChartSpec {
  const steps = counts.map((count, index) => ({ from: index * 10, to: index * 10 + 10, count }));
  return {
    ...{ width: 340, height: 172, padding: { left: 8, right: 12, top: 16, bottom: 20 } },
    data: [{ name: "steps", values: steps }],
    scales: [
      { name: "percent", domain: [0, 100], range: "width" },
      // Where nobody was graded the scale still needs a length.
      { name: "students", domain: [0, Math.max(1, ...counts)], range: "height" },
    ],
    axes: [{ orient: "bottom", scale: "percent", values: [...steps.map(({ from }) => from), 100] }],
    marks: [bars, numbers],
  };
}

const bars: Mark = {
  type: "rect",
  from: { data: "steps" },
  encode: {
    enter: {
      x: { scale: "percent", field: "from", offset: 1 },
      x2: { scale: "percent", field: "to", offset: -1 },
      y: { scale: "students", field: "count" },
      y2: { scale: "students", value: 0 },
    },
  },
};

const numbers: Mark = {
  type: "text",
  from: { data: "steps" },
  encode: {
    enter: {
      x: { scale: "percent", signal: "(datum.from + datum.to) / 2" },
      y: { scale: "students", field: "count", offset: -4 },
      align: { value: "center" },
      text: { signal: "datum.count > 0 ? datum.count : ''" },
    },
  },
};

/** A track that stands for all, and on it those who are counted. */
function shareBar(part: number, all: number): ChartSpec {
  const piece = (of: number, fill: string): Mark => ({
    type: "rect",
    encode: {
      enter: {
        ...{ x: { value: 0 }, y: { value: 0 }, height: { value: 4 }, fill: { value: fill } },
        width: { scale: "share", value: of },
      },
    },
  });
  return {
    ...{ width: 104, height: 4 },
    scales: [{ name: "share", domain: [0, Math.max(1, all)], range: "width" }],
    marks: [piece(all, "var(--rule)"), piece(part, "var(--bar)")],
  };
}
