/// <reference lib="dom" />

/** Lets the buttons in the head sort the rows; a second press reverses the order. */
export function letColumnsSort(body: HTMLTableSectionElement, rows: readonly HTMLTableRowElement[]): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>("[data-sort]")];
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const heading = button.closest("th");
      const isAscending = heading?.getAttribute("aria-sort") !== "ascending";
      for (const other of buttons) other.closest("th")?.removeAttribute("aria-sort");
      heading?.setAttribute("aria-sort", isAscending ? "ascending" : "descending");
      body.append(...sorted(rows, button.dataset.sort ?? "", isAscending ? 1 : -1));
    });
  }
}

/** Equal rows keep the original order of the page. */
function sorted(rows: readonly HTMLTableRowElement[], column: string, direction: 1 | -1): HTMLTableRowElement[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(row, column) }));
  keyed.sort((a, b) => direction * compare(a.key, b.key));
  return keyed.map(({ row }) => row);
}

function keyOf(row: HTMLTableRowElement, column: string): string | number {
  if (column === "student") return row.cells[0]?.textContent ?? "";
  if (column === "section") return row.dataset.section ?? "";
  if (column === "points") return Number(row.dataset.points);
  return row.dataset.tests?.charAt(Number(column.replace("test-", ""))) ?? "";
}

const { compare: compareWords } = new Intl.Collator(undefined, { numeric: true });

function compare(a: string | number, b: string | number): number {
  return typeof a === "number" && typeof b === "number" ? a - b : compareWords(String(a), String(b));
}
