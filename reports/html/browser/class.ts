/// <reference lib="dom" />

import { letRowsBeFiltered } from "./class/filter.ts";
import { letColumnsSort } from "./class/sort.ts";
import { switchLanguages } from "./language.ts";

document.documentElement.classList.add("scripted");
switchLanguages();
const body = document.querySelector("tbody");
if (body) {
  const rows = [...body.rows];
  letColumnsSort(body, rows);
  letRowsBeFiltered(rows);
}
