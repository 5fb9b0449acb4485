import { type Config, parse, type Spec, View } from "vega";

/** The parts of a chart that differ between charts: size, data, scales, axes and marks. */
export type ChartSpec = Pick<Spec, "width" | "height" | "padding" | "data" | "scales" | "axes" | "marks">;

/**
 * A chart as an SVG element, made without a browser. Its colours are the page's variables, and its typeface is
 * inherited, because the page's policy allows a chart no style of its own, and dark mode and print change the page's.
 */
export async function drawChart(spec: ChartSpec): Promise<string> {
  const { axes = [], marks = [], ...rest } = spec;
  const whole: Spec = { autosize: "none", ...rest, axes: axes.map(unspoken), marks: marks.map(unspoken) };
  const view = new View(parse(whole, look), { renderer: "none" });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

/** Without Vega's ARIA texts: the page describes the picture in the reader's language. */
function unspoken<T extends object>(part: T): T & { aria: false } {
  return { ...part, aria: false };
}

const look: Config = {
  axis: {
    ...{ labelFont: "inherit", labelFontSize: 11, labelColor: "var(--soft)", labelPadding: 4 },
    ...{ domainColor: "var(--rule)", ticks: false },
  },
  text: { font: "inherit", fontSize: 11, fill: "var(--ink)" },
  rect: { fill: "var(--bar)" },
};
