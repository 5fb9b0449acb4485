/** The list of tests and their details. */
export const testsStyle = /* css */ `
.test { border-top: 1px solid var(--rule); }
.test:last-of-type { border-bottom: 1px solid var(--rule); }
.test > summary { display: grid; grid-template-columns: 1.5rem 1fr auto; gap: .25rem .5rem; align-items: baseline; padding: .55rem .25rem; cursor: pointer; list-style: none; }
.test > summary::-webkit-details-marker { display: none; }
.test > summary:hover h3 { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .2em; text-decoration-color: var(--soft); }
.test h3 { font: 400 1rem/1.45 var(--sans); margin: 0; overflow-wrap: anywhere; }
.test .sign { font-weight: 700; }
.test .points { font-variant-numeric: tabular-nums; color: var(--soft); white-space: nowrap; }
.test.passed .sign { color: var(--passed); }
.test.failed .sign, .test.failed .points { color: var(--failed); }
.test.failed h3 { font-weight: 600; }
.test.notEarned .sign { color: var(--notEarned); }
.test.error .sign { color: var(--error); }
.test.skipped > summary { color: var(--soft); }
.test .body { padding: .25rem 0 1.75rem 1.75rem; display: grid; gap: 1.25rem; min-width: 0; }
.test .body > * { min-width: 0; }
.sentence { max-width: 42rem; }
.same-cause, .test-id { font-size: .875rem; color: var(--soft); }
.diagnosis { background: var(--wash); border-left: 3px solid var(--failed); border-radius: 0 .375rem .375rem 0; padding: .9rem 1.1rem 1rem; }
.diagnosis h4 { font: 600 1.0625rem/1.35 var(--serif); color: var(--ink); margin-bottom: .35rem; }
.diagnosis h4 code { font-size: .75rem; color: var(--soft); font-weight: 400; }
.diagnosis dt { margin-top: .7rem; }
.diagnosis dd { max-width: 42rem; }
.excerpt { background: var(--card); border-radius: .375rem; padding: .7rem .9rem; overflow-x: auto; }
.excerpt figcaption { font-size: .8125rem; color: var(--soft); margin-bottom: .35rem; }
.excerpt .number { color: var(--soft); user-select: none; }
.comparison { display: grid; gap: .75rem; }
.comparison h5 small { font-weight: 400; font-size: inherit; }
.comparison .bytes { unicode-bidi: bidi-override; direction: ltr; font: .875rem/1.6 var(--mono); overflow-wrap: anywhere; white-space: pre-wrap; }
.comparison .hex { font-size: .75rem; color: var(--soft); }
.comparison .left-out { font: italic .8125rem var(--sans); color: var(--soft); }
.comparison .parting { font-size: .875rem; color: var(--soft); }
mark { background: var(--mark); color: var(--mark-ink); border-radius: 2px; padding: 0 1px; font-weight: 700; }
mark.stop { font: italic .8125rem var(--sans); padding: 0 .35rem; margin-left: .25rem; }
.conversation h4, .try-it h4, .printed h4, .why h4 { margin-bottom: .4rem; }
.scroll { overflow-x: auto; border: 1px solid var(--rule); border-radius: .375rem; background: var(--paper); }
.printed pre, .command { background: var(--card); border-radius: .375rem; padding: .7rem .9rem; }
.command { display: flex; gap: 1rem; justify-content: space-between; align-items: start; }
.command .copy { flex: none; }
.why p { max-width: 42rem; }
@media (max-width: 36rem) {
  body { padding: .9rem .9rem 3rem; }
  .test .body { padding-left: 0; }
  .command { flex-direction: column-reverse; gap: .5rem; }
}
@media print {
  .test, .diagnosis, .comparison, .try-it, .why { break-inside: avoid; }
  .test[open] { break-inside: auto; }
  .test > summary { break-after: avoid; }
  .scroll { overflow: visible; border: 0; }
  .sequence { max-width: 100%; height: auto; break-inside: avoid; }
}
`;
