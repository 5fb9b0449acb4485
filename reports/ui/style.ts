import { baseStyle } from "../html/style/base.ts";
import { diagramStyle } from "../html/style/diagram.ts";
import { testsStyle } from "../html/style/tests.ts";

const frameStyle = /* css */ `
body { max-width: none; padding: 0; }
.bar { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; padding: .5rem 1.25rem; border-bottom: 1px solid var(--rule); }
.bar .connection { font-size: .8125rem; color: var(--soft); margin-right: auto; }
.bar .connection::before { content: ""; display: inline-block; width: .55rem; height: .55rem; border-radius: 50%; background: var(--passed); margin-right: .5rem; }
.bar .away { color: var(--failed); } .bar .away::before { background: var(--failed); }
.orders, .languages { display: flex; flex-wrap: wrap; gap: .375rem; }
.languages [aria-pressed="true"] { background: var(--ink); color: var(--paper); border-color: var(--ink); }
button:disabled { color: var(--soft); opacity: .6; cursor: default; }
body, #app { height: 100vh; } #app { display: flex; flex-direction: column; }
.columns { display: grid; grid-template-columns: minmax(16rem, 20rem) minmax(0, 1fr); flex: 1; min-height: 0; }
.sidebar, main { overflow-y: auto; }
.sidebar { padding: 1.1rem 0 3rem; border-right: 1px solid var(--rule); min-width: 0; }
.sidebar > * { padding: 0 1.1rem; } .sidebar > .tree { padding: 0 .35rem 0 .5rem; } .sidebar .tree h2, .sidebar .tree h3 { padding-left: .6rem; }
.sidebar h1 { font-size: 1.5rem; } .sidebar h2 { font-size: 1rem; margin: 1.5rem 0 .4rem; }
.sidebar h3 { font: 600 .8125rem var(--sans); color: var(--soft); margin: .6rem 0 .2rem; }
.score .lab { color: var(--soft); font-size: .875rem; }
.score .points { margin-top: .5rem; color: var(--soft); }
.score .points strong { font: 600 2.25rem/1 var(--serif); color: var(--ink); font-variant-numeric: lining-nums; }
.score .change { display: block; font-size: .875rem; font-weight: 600; }
.better { color: var(--passed); } .worse { color: var(--failed); }
.score .going { min-height: 1.4em; font-size: .875rem; color: var(--soft); }
.score .provisional { font-size: .8125rem; color: var(--soft); margin-top: .3rem; }
.tree ul, .runs ol { list-style: none; margin: 0; padding: 0; }
.entry { display: grid; grid-template-columns: 1.1rem 1fr auto; gap: .4rem; width: 100%; text-align: left; border: 0; border-radius: .375rem; padding: .3rem .6rem; font-size: .875rem; align-items: baseline; }
.entry:hover { background: var(--card); }
.entry[aria-current] { background: var(--card); box-shadow: inset 3px 0 var(--link); }
.entry .title { overflow-wrap: anywhere; }
.entry .points { color: var(--soft); font-variant-numeric: tabular-nums; white-space: nowrap; }
.entry .was { grid-column: 2 / -1; font-size: .75rem; color: var(--soft); }
.sign { font-weight: 700; display: inline-block; }
.passed .sign { color: var(--passed); } .failed .sign { color: var(--failed); } .error .sign { color: var(--error); }
.notEarned .sign { color: var(--notEarned); } .skipped .sign, .waiting .sign, .unplayed .sign { color: var(--skipped); }
.playing .sign { color: var(--link); animation: plays 1s ease-in-out infinite alternate; }
.failed .title { font-weight: 600; } .old .title { color: var(--soft); }
@keyframes plays { to { opacity: .3; } }
@media (prefers-reduced-motion: reduce) { .playing .sign { animation: none; } }
.runs ol { display: flex; gap: .1rem; overflow-x: auto; padding: .15rem; }
.runs button { border: 0; padding: .2rem .15rem; display: grid; justify-items: center; font-size: .6875rem; color: var(--soft); font-variant-numeric: tabular-nums; opacity: 1; }
.runs .earned-points { color: var(--ink); font-weight: 600; }
.runs button[aria-pressed="true"] { color: var(--ink); font-weight: 700; box-shadow: inset 0 -3px var(--link); border-radius: 0; }
.bar-of-run .whole { fill: var(--card); } .bar-of-run .earned { fill: var(--passed); }
.task { margin-top: 1.5rem; font-size: .875rem; } .task summary { font-weight: 600; cursor: pointer; } .task p, .task dl { margin-top: .5rem; }
.task dd { overflow-wrap: anywhere; } .task .from { color: var(--soft); }
`;

const chosenStyle = /* css */ `
main { padding: 1.4rem 1.75rem 4rem; min-width: 0; }
main:focus { outline: none; }
.chosen { display: grid; gap: 1.25rem; min-width: 0; } .chosen > *, .then > * { min-width: 0; }
.chosen-head { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; align-items: start; }
.chosen-head h3 { font: 600 1.5rem/1.2 var(--serif); margin: 0; text-wrap: balance; overflow-wrap: anywhere; }
.chosen-head .about { font-size: .875rem; color: var(--soft); margin-top: .25rem; }
.chosen-head button { grid-column: 2; grid-row: 1 / span 2; }
.then { display: grid; gap: 1.25rem; padding: .9rem 1.1rem 1.2rem; border: 1px dashed var(--soft); border-radius: .375rem; }
.when { font: 600 1rem var(--serif); color: var(--ink); }
.happened { display: grid; grid-template-columns: minmax(0, 1.6fr) minmax(0, 1fr); gap: 1.25rem; align-items: start; }
.happened h4 { margin-bottom: .4rem; }
.happened .scroll { max-height: 75vh; overflow: auto; }
.happened .sequence { max-width: 100%; min-width: 38rem; height: auto; }
.scrubber { display: flex; gap: .5rem; align-items: center; margin-bottom: .3rem; }
.scrubber input { flex: 1; min-width: 4rem; padding: 0; accent-color: var(--link); } .scrubber .count { font-size: .8125rem; color: var(--soft); font-variant-numeric: tabular-nums; }
.moment-words { min-height: 1.5em; font-size: .875rem; overflow-wrap: anywhere; }
.source { position: sticky; top: 1rem; min-width: 0; }
.source .lines { position: relative; max-height: calc(75vh + 4rem); overflow: auto; background: var(--card); border-radius: .375rem; padding: .6rem 0; white-space: pre; font-size: .8125rem; overflow-wrap: normal; tab-size: 4; }
.lines .line { display: block; padding-right: 1rem; width: max-content; min-width: 100%; }
.lines .number { display: inline-block; width: 3.2rem; padding-right: .9rem; text-align: right; color: var(--soft); user-select: none; }
.lines .marked { background: var(--mark); color: var(--mark-ink); box-shadow: inset 3px 0 var(--failed); font-weight: 600; }
.lines .line:not(.marked) .of-keyword, .lines .line:not(.marked) .of-built_in { color: var(--link); }
.lines .line:not(.marked) .of-string { color: var(--passed); }
.lines .line:not(.marked) .of-comment { color: var(--soft); font-style: italic; }
.lines .line:not(.marked) .of-number, .lines .line:not(.marked) .of-literal { color: var(--error); }
.lines .line:not(.marked) .of-title { font-weight: 600; }
.chosen .diagnosis dl { display: grid; grid-template-rows: auto 1fr; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 0 1.5rem; }
.notice { background: var(--card); border-radius: .375rem; padding: .8rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere; margin-bottom: 1rem; }
.why { max-width: 42rem; }
@media (max-width: 60rem) { .chosen .diagnosis dl { display: block; } }
@media (max-width: 75rem) { .happened { grid-template-columns: minmax(0, 1fr); } .source { position: static; } .source .lines { max-height: 24rem; } }
@media (max-width: 48rem) {
  body, #app { height: auto; } #app { display: block; } .sidebar, main { overflow: visible; }
  .columns { grid-template-columns: minmax(0, 1fr); }
  .sidebar { border-right: 0; border-bottom: 1px solid var(--rule); padding-bottom: 1rem; }
  main { padding: 1rem .9rem 3rem; }
  .tree ul { max-height: none; }
}
@media print { .bar, .scrubber, .runs { display: none; } body, #app { height: auto; display: block; } .sidebar, main { overflow: visible; } .columns { display: block; } .sidebar { border: 0; } .happened { display: block; } .source .lines, .happened .scroll { max-height: none; } }
`;

/** The style of the self-check page. */
export const uiStyle = baseStyle + testsStyle + diagramStyle + frameStyle + chosenStyle;
