import { printable } from "../../../runner/texts/printable.ts";
import { byteCount } from "../../../runner/texts/quantity.ts";
import { textWindow } from "../../support/bytes/byte-window.ts";
import type { Row } from "../../support/diagram/row.ts";
import { Say } from "../say.tsx";

/** The diagram in words, for screen readers. */
export function EventList({ rows }: { rows: readonly Row[] }) {
  return (
    <ol class="unseen">
      {rows.map((row, index) => (
        <li key={index}>
          <RowWords row={row} />
        </li>
      ))}
    </ol>
  );
}

/** A row of the diagram as a sentence. */
export function RowWords({ row }: { row: Row }) {
  if (row.kind === "gap") return <Say text={row.label} />;
  return (
    <>
      {row.atMs !== null && `${Math.round(row.atMs)} ms, `}
      {printable(row.kind === "note" ? row.at : `${row.from} → ${row.to}`)}
      {": "}
      {row.label && <Say text={row.label} />}
      {row.kind === "note" ? ` ${row.lines.join(" ")}` : <Bytes bytes={row.bytes} />}
    </>
  );
}

function Bytes({ bytes }: { bytes: Extract<Row, { kind: "message" }>["bytes"] }) {
  if (bytes === null || bytes.length === 0) return null;
  const { before, bytesAfter } = textWindow(bytes, 60);
  return (
    <>
      {" "}
      {`"${before}${bytesAfter > 0 ? "…" : ""}" `}
      <Say text={byteCount(bytes.length)} />
    </>
  );
}
