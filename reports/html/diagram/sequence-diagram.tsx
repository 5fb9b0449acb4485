import { printable } from "../../../runner/texts/printable.ts";
import type { Diagram } from "../../support/diagram/rows.ts";
import { SayInSvg } from "../say.tsx";
import { Arrow } from "./arrow.tsx";
import { type Layout, layoutOf, type PlacedRow, timeWidth } from "./layout.ts";
import { NoteMark } from "./note-mark.tsx";

/**
 * The events of a test as a picture: a lane for each peer and the program, time from top to bottom. Readers who cannot
 * see it get the list of the same events next to it. Rows after `moment` are shown as still to come.
 */
export function SequenceDiagram({ diagram, moment }: { diagram: Diagram; moment?: number | undefined }) {
  const layout = layoutOf(diagram);
  const { width, height } = layout;
  return (
    <svg class="sequence" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <Lanes layout={layout} isProgram={diagram.participants.isProgram} />
      {layout.rows.map((placed, index) =>
        moment === undefined ? (
          <PlacedMark key={placed.top} placed={placed} layout={layout} />
        ) : (
          <g key={placed.top} class={index > moment ? "later" : index === moment ? "now" : "earlier"}>
            {index === moment && <rect class="moment" x={0} y={placed.top} width={width} height={placed.height} />}
            <PlacedMark placed={placed} layout={layout} />
          </g>
        ),
      )}
    </svg>
  );
}

function Lanes({ layout, isProgram }: { layout: Layout; isProgram: (name: string) => boolean }) {
  const { top, bottom } = layout.lanes;
  return (
    <>
      <text class="time" x={timeWidth - 8} y={20}>
        ms
      </text>
      {[...layout.laneX].map(([name, x]) => (
        <g key={name} class={isProgram(name) ? "lane program" : "lane"}>
          <line x1={x} x2={x} y1={top} y2={bottom} />
          <text x={x} y={20}>
            {printable(name)}
          </text>
        </g>
      ))}
    </>
  );
}

function PlacedMark({ placed, layout }: { placed: PlacedRow; layout: Layout }) {
  const { row, top } = placed;
  if (row.kind === "gap") {
    return (
      <text class="gap" x={timeWidth + 8} y={top + 17}>
        <SayInSvg text={row.label} />
      </text>
    );
  }
  return (
    <>
      {row.atMs !== null && (
        <text class="time" x={timeWidth - 8} y={top + 19}>
          {Math.round(row.atMs)}
        </text>
      )}
      {row.kind === "note" ? (
        <NoteMark note={row} x={layout.laneX.get(row.at) ?? 0} top={top} height={placed.height} />
      ) : (
        <Arrow message={row} from={layout.laneX.get(row.from) ?? 0} to={layout.laneX.get(row.to) ?? 0} top={top} />
      )}
    </>
  );
}
