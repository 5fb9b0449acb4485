import type { Mark } from "vega";
import type { Insight } from "../../support/insight.ts";
import { type ChartSpec, drawChart } from "./draw.ts";

/** A histogram of the class by per cent, as an SVG element. */
export function distributionChart({ distribution }: Pick<Insight, "distribution">): Promise<string> {
  return drawChart(histogram(distribution));
}

/** A bar for each step of 10 per cent, with the number of students above it. */
function histogram(counts: readonly number[]): ChartSpec {
  const steps = counts.map((count, index) => ({ from: index * 10, to: index * 10 + 10, count }));
  return {
    ...{ width: 340, height: 172, padding: { left: 8, right: 12, top: 16, bottom: 20 } },
    data: [{ name: "steps", values: steps }],
    scales: [
      { name: "percent", domain: [0, 100], range: "width" },
      // The scale needs a length even if no hand-in was graded.
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
