/** Colours, type and the parts that every page has. */
export const baseStyle = /* css */ `
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --card: #f5f3ee; --ink: #20242a; --soft: #5c636d; --rule: #dfdcd4;
  --passed: #24714a; --failed: #a93a26; --notEarned: #736b5e; --skipped: #6a6f78; --error: #74479c;
  --link: #24598a; --mark: #f7d9cf; --mark-ink: #7d2414; --wash: #f8e9e3;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", Georgia, "Liberation Serif", serif;
  --sans: system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17191c; --card: #1f2226; --ink: #e4e2dd; --soft: #a2a7af; --rule: #34383e;
    --passed: #74c294; --failed: #ee8d78; --notEarned: #b3a996; --skipped: #9ba1ab; --error: #c09be4;
    --link: #86b8e6; --mark: #5a2a20; --mark-ink: #ffd9cd; --wash: #2b2120;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0 auto; padding: 1.25rem 1.25rem 4rem; max-width: 54rem;
  background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--sans);
}
h1, h2 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; overflow-wrap: anywhere; }
h1 { font-size: 2rem; margin: 0; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; }
h4, h5, dt, th { font: 600 .8125rem/1.4 var(--sans); color: var(--soft); margin: 0; }
p, dl, dd { margin: 0; }
a { color: var(--link); text-underline-offset: .15em; }
code, pre { font: .875em/1.5 var(--mono); overflow-wrap: anywhere; }
pre { margin: 0; white-space: pre-wrap; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
#tests:focus { outline: none; }
[hidden], :root[lang="en"] [lang="id"]:not(button), :root[lang="id"] [lang="en"]:not(button) { display: none !important; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .25rem .5rem; }
:root:not(.scripted) .needs-script { display: none; }
button, select, input {
  font: .8125rem/1.4 var(--sans); color: var(--ink); background: none; border: 1px solid var(--rule);
  border-radius: .375rem; padding: .3rem .65rem;
}
button { cursor: pointer; }
button:hover { border-color: var(--soft); }
.toolbar { display: flex; flex-wrap: wrap; gap: .375rem; justify-content: flex-end; margin-bottom: 1.25rem; min-height: 1.75rem; }
.toolbar .back { margin-right: auto; font-size: .875rem; align-self: center; }
.toolbar [data-language][aria-pressed="true"] { background: var(--ink); color: var(--paper); border-color: var(--ink); }
.toolbar [data-language="en"] { margin-left: .5rem; }
@media (max-width: 36rem) { .toolbar { gap: .25rem; } .toolbar button { padding: .3rem .5rem; } .toolbar [data-language="en"] { margin-left: 0; } }
@media print {
  :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --rule: #bbb; --wash: #fff; color-scheme: light;
    --passed: #24714a; --failed: #a93a26; --notEarned: #736b5e; --skipped: #6a6f78; --error: #74479c; --link: #000;
    --mark: #f7d9cf; --mark-ink: #7d2414; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  .toolbar, .skip, button { display: none !important; }
  a { color: inherit; text-decoration: none; }
}
`;
