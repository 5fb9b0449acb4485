import { type Config, parse, type Spec, View } from "vega";

/** What of a chart differs from the next one: its size, data, scales, axes and marks. */
export type ChartSpec = Pick<Spec, "width" | "height" | "padding" | "data" | "scales" | "axes" | "marks">;

/**
 * A chart as an SVG element, made without a browser. Its colours are the page's own variables and the typeface that of
 * its surroundings, in attributes: the page's policy lets no chart bring a style, and dark mode and print change it too.
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

/** The page itself says what the picture shows, in the reader's language. */
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
