/// <reference lib="dom" />

/** Lets the fields above the table hide the rows that do not fit. */
export function letRowsBeFiltered(rows: readonly HTMLTableRowElement[]): void {
  const fields = [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>("search input, search select")];
  const show = () => {
    const wanted = new Map(fields.map((field) => [field.id, field.value]));
    let count = 0;
    for (const row of rows) {
      const isShown = fits(row, wanted);
      row.hidden = !isShown;
      if (isShown) count += 1;
    }
    const counter = document.getElementById("shown-count");
    if (counter) counter.textContent = String(count);
  };
  for (const field of fields) field.addEventListener("input", show);
  // A browser may restore the fields when the user returns to the page.
  if (fields.some(({ value }) => value !== "")) show();
}

/** The text of a row, read only for a search: reading all rows of a large class would delay opening the page. */
function wordsOf(row: HTMLTableRowElement): string {
  const known = words.get(row) ?? (row.textContent ?? "").toLowerCase();
  words.set(row, known);
  return known;
}

const words = new WeakMap<HTMLTableRowElement, string>();

function fits(row: HTMLTableRowElement, wanted: ReadonlyMap<string, string>): boolean {
  const { dataset } = row;
  const want = (id: string) => wanted.get(`filter-${id}`) ?? "";
  const has = (list: string | undefined, id: string) => want(id) === "" || (list ?? "").split(" ").includes(want(id));
  const sought = want("words").trim().toLowerCase();
  return (
    (sought === "" || wordsOf(row).includes(sought)) &&
    (want("section") === "" || dataset.section === want("section")) &&
    has(dataset.state, "state") &&
    has(dataset.causes, "cause")
  );
}
