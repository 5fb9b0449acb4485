import { reachedBy } from "../../../runner/texts/class-page.ts";
import { reportTexts } from "../../../runner/texts/reports.ts";
import type { Insight } from "../../insight.ts";
import { Say } from "../say.tsx";

/** How many of the class reached how many per cent: a bar for each tenth, and the same in words. */
export function Distribution({ seen }: { seen: Insight }) {
  const most = Math.max(...seen.distribution, 1);
  return (
    <section class="distribution">
      <h2>
        <Say text={reportTexts.reached} />
      </h2>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <line x1={0} x2={width} y1={baseline} y2={baseline} />
        {seen.distribution.map((count, index) => {
          const barHeight = (count / most) * (baseline - 16);
          const x = index * step;
          return (
            <g key={spanOf(index)}>
              <rect x={x + 2} y={baseline - barHeight} width={step - 4} height={barHeight} />
              {count > 0 && (
                <text x={x + step / 2} y={baseline - barHeight - 4}>
                  {count}
                </text>
              )}
              <text class="axis" x={x + step / 2} y={height - 2}>
                {index * 10}
              </text>
            </g>
          );
        })}
      </svg>
      <ul class="unseen">
        {seen.distribution.map((count, index) => (
          <li key={spanOf(index)}>
            <Say text={reachedBy(spanOf(index), count)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const width = 340;
const height = 170;
const baseline = 152;
const step = width / 10;

function spanOf(index: number): string {
  return index === 9 ? "90–100" : `${index * 10}–${index * 10 + 9}`;
}
