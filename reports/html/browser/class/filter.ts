/// <reference lib="dom" />

/** Lets the fields above the table hide the rows that do not fit. */
export function letRowsBeFiltered(rows: readonly HTMLTableRowElement[]): void {
  const fields = [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>("search input, search select")];
  const words = new Map(rows.map((row) => [row, (row.textContent ?? "").toLowerCase()]));
  const show = () => {
    const wanted = new Map(fields.map((field) => [field.id, field.value]));
    let count = 0;
    for (const row of rows) {
      const isShown = fits(row, words.get(row) ?? "", wanted);
      row.hidden = !isShown;
      if (isShown) count += 1;
    }
    const counter = document.getElementById("shown-count");
    if (counter) counter.textContent = String(count);
  };
  for (const field of fields) field.addEventListener("input", show);
  // A browser may bring back what stood in the fields when the page was left.
  show();
}

function fits({ dataset }: HTMLTableRowElement, words: string, wanted: ReadonlyMap<string, string>): boolean {
  const want = (id: string) => wanted.get(`filter-${id}`) ?? "";
  const has = (list: string | undefined, id: string) => want(id) === "" || (list ?? "").split(" ").includes(want(id));
  return (
    words.includes(want("words").trim().toLowerCase()) &&
    (want("section") === "" || dataset.section === want("section")) &&
    has(dataset.state, "state") &&
    has(dataset.causes, "cause")
  );
}
