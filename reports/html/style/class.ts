import { baseStyle } from "./base.ts";

/** The style of a page with a table of a class, in addition to that of every page. */
export const classParts = /* css */ `
body { max-width: 90rem; }
.summary { color: var(--soft); margin-top: .25rem; }
.attention { background: var(--wash); border-left: 3px solid var(--failed); padding: .9rem 1.1rem; border-radius: 0 .375rem .375rem 0; margin-top: 1.5rem; }
.attention h2 { margin: 0 0 .4rem; font-size: 1.0625rem; }
.attention ul { margin: 0; padding: 0; list-style: none; max-height: 14rem; overflow-y: auto; }
.attention li { padding: .1rem 0; overflow-wrap: anywhere; }
.overview { display: grid; grid-template-columns: repeat(auto-fit, minmax(19rem, 1fr)); gap: 0 3rem; }
.overview .ranking:nth-child(2) { grid-row: span 2; }
.overview h2 { font-size: 1rem; margin: 2rem 0 .6rem; }
.distribution svg { width: 100%; max-width: 24rem; height: auto; font-family: var(--sans); font-variant-numeric: tabular-nums; }
.share { grid-column: 1; display: block; width: 100%; height: auto; }
.ranking ol { margin: 0; padding: 0; list-style: none; font-size: .9375rem; }
.ranking li { display: grid; grid-template: auto 1fr / 6.5rem 1fr; gap: .1rem 1rem; padding: .25rem 0 .4rem; border-top: 1px solid var(--rule); }
.ranking .about { grid-row: span 2; overflow-wrap: anywhere; min-width: 0; }
.ranking .count { color: var(--soft); font-variant-numeric: tabular-nums; }
.filters { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; align-items: end; margin-top: 2.25rem; }
.filters p { display: grid; gap: .2rem; }
.filters label { font: 600 .75rem var(--sans); color: var(--soft); }
.filters input, .filters select { font-size: .875rem; background: var(--paper); max-width: 16rem; }
.filters [role="status"] { display: block; color: var(--soft); font-size: .875rem; padding-bottom: .3rem; font-variant-numeric: tabular-nums; }
.students h2 { margin: 1.5rem 0 .25rem; }
.legend { color: var(--soft); font-size: .8125rem; margin-bottom: .6rem; }
.students .scroll { overflow: auto; max-height: 85vh; border: 1px solid var(--rule); border-radius: .375rem; contain: content; }
/* Rows are laid out independently, and only visible ones: otherwise a table of a thousand would be slow to sort. */
table, thead, tbody { display: block; width: max-content; font-size: .8125rem; }
tr { display: flex; }
tbody tr { content-visibility: auto; contain-intrinsic-size: auto 1.6rem; height: 1.6rem; }
tr > * { flex: none; width: 1.6rem; }
tr > .student { width: 15rem; } tr > .section { width: 6rem; text-overflow: ellipsis; } tr > .points { width: 4.75rem; }
thead { position: sticky; top: 0; z-index: 2; background: var(--paper); border-bottom: 1px solid var(--rule); }
thead th { text-align: left; padding: .3rem; align-self: end; } thead th.student { padding-left: .5rem; }
thead th.points { text-align: right; padding-right: .6rem; } th.points button { text-align: inherit; }
thead th.of-test { padding: .3rem 0; }
.of-test button { writing-mode: vertical-rl; transform: rotate(180deg); max-height: 8rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: 400; width: 100%; }
th button { border: 0; padding: 0; font: inherit; color: inherit; text-align: left; }
th[aria-sort] button { color: var(--ink); font-weight: 700; text-decoration: underline; text-underline-offset: .2em; }
th.student { position: sticky; left: 0; background: var(--paper); text-align: left; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; z-index: 1; }
tbody th { font: inherit; line-height: 1.5rem; color: inherit; padding: 0 .5rem; }
tbody th small, .points small { color: var(--soft); margin-left: .4rem; }
td { line-height: 1.5rem; padding: 0 .3rem; border: solid var(--paper); border-width: 0 0 1px 1px; overflow: hidden; white-space: nowrap; }
td.points { text-align: right; padding-right: .6rem; font-variant-numeric: tabular-nums; }
td.a, td.b, td.c, td.d, td.p { text-align: center; padding: 0; }
td.p { background: var(--good); color: var(--passed); } td.b { background: var(--bad); color: var(--failed); font-weight: 700; }
td.d, td.c { background: var(--card); color: var(--soft); } td.a { background: var(--odd); color: var(--error); font-weight: 700; }
:root { --good: #e6f1ea; --bad: #f6d5cb; --odd: #eadff5; --bar: color-mix(in srgb, var(--link) 75%, var(--paper)); }
@media (prefers-color-scheme: dark) { :root { --good: #1d2e25; --bad: #4b261e; --odd: #35284a; } }
@media (max-width: 36rem) { tr > .student { width: 9rem; } }
@media print {
  @page { size: landscape; margin: 12mm; }
  :root { --good: #e6f1ea; --bad: #f6d5cb; --odd: #eadff5; }
  .filters { display: none; }
  .attention ul { max-height: none; overflow: visible; }
  .ranking li { break-inside: avoid; }
  .students { break-before: page; }
  .students .scroll { max-height: none; overflow: visible; border: 0; contain: none; }
  /* A real table repeats its head on every printed page. */
  table { display: table; width: auto; border-collapse: collapse; font-size: 7.5pt; }
  thead { display: table-header-group; position: static; } tbody { display: table-row-group; }
  tr, tbody tr { display: table-row; content-visibility: visible; height: auto; break-inside: avoid; }
  tr > *, th.student { display: table-cell; position: static; width: auto; min-width: 1.1rem; vertical-align: bottom; }
  th button { display: inline-block !important; }
}
`;

/** The style of a class's page. */
export const classStyle = baseStyle + classParts;
