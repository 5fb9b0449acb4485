import { classParts } from "../../html/style/class.ts";
import { uiStyle } from "../style.ts";

const deskStyleOnly = /* css */ `
.class .lab { color: var(--soft); font-size: .875rem; overflow-wrap: anywhere; }
.class .sidebar > .attention { margin: 1.1rem 1.1rem 0; padding: .7rem .9rem; font-size: .875rem; } .class .attention h2 { margin: 0 0 .3rem; }
.class .summary { font-size: .875rem; margin-top: .4rem; }
.class .ranking li { grid-template-columns: 4rem 1fr; gap: .1rem .7rem; font-size: .8125rem; line-height: 1.4; }
.class main { display: flex; flex-direction: column; padding: 1.1rem 1.25rem 1.25rem; overflow: hidden; }
.class .filters { margin: 0; } .class .filters input { width: 12rem; } .class .filters select { max-width: 12rem; }
.everybody, .everybody .students { display: flex; flex-direction: column; min-height: 0; flex: 0 1 auto; }
.everybody .scroll { max-height: none; flex: 0 1 auto; min-height: 12rem; } .everybody h2 { font-size: 1rem; margin-top: 1rem; }
.progress { display: flex; flex-wrap: wrap; gap: .3rem .9rem; align-items: center; margin-top: .7rem; font-size: .875rem; color: var(--soft); font-variant-numeric: tabular-nums; }
progress { appearance: none; border: 0; height: .5rem; width: 100%; border-radius: .25rem; overflow: hidden; background: var(--rule); }
progress::-webkit-progress-bar { background: var(--rule); } progress::-webkit-progress-value { background: var(--passed); transition: width .2s; }
progress::-moz-progress-bar { background: var(--passed); }
.of-hand { color: var(--link) !important; }
tr.busy th.student::before { content: "▸ "; color: var(--link); }
tr.busy th, tr.busy td:not(.a, .b, .c, .d, .p) { background: color-mix(in srgb, var(--link) 10%, var(--paper)); }
.bar .read-only { font-size: .8125rem; border: 1px solid var(--rule); border-radius: 1rem; padding: .05rem .6rem; color: var(--soft); }
.bar .orders { align-items: center; }
.trouble { margin: 0; border-radius: 0; color: var(--failed); }
.sidebar:focus { outline: none; }
.sidebar h1 { overflow-wrap: anywhere; }
.sidebar .steps { margin: .4rem 0 0; padding: 0; list-style: none; color: var(--soft); font-size: .8125rem; }
.sidebar .counts { color: var(--soft); font-size: .8125rem; }
.strip { display: block; width: 100%; height: .5rem; margin: .7rem 0 .4rem; }
.strip .passed { fill: var(--passed); } .strip .failed { fill: var(--failed); }
.strip .skipped, .strip .notEarned { fill: var(--rule); } .strip .error { fill: var(--error); }
.mark { display: grid; grid-template-columns: minmax(0, 1fr); gap: .35rem; padding: .5rem 0 .6rem; border-top: 1px solid var(--rule); font-size: .875rem; }
.mark .item { overflow-wrap: anywhere; } .mark .item code { color: var(--soft); font-size: .75rem; }
.mark .fields { display: flex; gap: .4rem; align-items: center; }
.mark .of-points { width: 4.2rem; text-align: right; } .mark .of-comment { flex: 1; min-width: 0; } .mark .most { color: var(--soft); white-space: nowrap; }
.mark.own label { display: grid; grid-template-columns: 6rem 1fr; gap: .5rem; align-items: center; color: var(--soft); } .mark.own input { min-width: 0; }
.another > label { display: flex; gap: .6rem; align-items: center; padding: .5rem 0; border-top: 1px solid var(--rule); font-size: .875rem; color: var(--soft); } .another select { flex: 1; min-width: 0; }
.buttons { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; }
.said { font-size: .8125rem; color: var(--passed); } .said.refused { color: var(--failed); overflow-wrap: anywhere; }
.bar .said { color: var(--soft); max-width: 28rem; } .bar .said.refused { color: var(--failed); }
.kept { font-size: .75rem; color: var(--soft); }
.note-form { display: grid; gap: .35rem; } .note-form h2 { margin-bottom: 0; }
textarea { font: .875rem/1.45 var(--sans); color: var(--ink); background: none; border: 1px solid var(--rule); border-radius: .375rem; padding: .4rem .6rem; width: 100%; resize: vertical; }
.files { margin-top: 2rem; } .files h3 { font: 600 1.125rem var(--serif); margin: 0 0 .5rem; }
.files ul { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem; margin: 0 0 .5rem; padding: 0; }
.files button { font-family: var(--mono); } .files [aria-pressed="true"] { background: var(--ink); color: var(--paper); border-color: var(--ink); }
.files .source { position: static; } .files .source .lines { max-height: 40rem; }
.class ~ .columns .happened { grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr); }
@media (max-width: 75rem) { .class ~ .columns .happened { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 48rem) { .class main { display: block; padding: 1rem .9rem 2.5rem; overflow: visible; } .everybody tr > .student { width: 8rem; } .everybody .scroll { max-height: 85vh; } .class .filters > p, .class .filters :is(input, select) { flex: 1; width: 100%; max-width: none; } }
@media print { .class main { display: block; overflow: visible; padding: 0; } }
`;

/** The style of the page of a class that is being graded. */
export const deskStyle = classParts + uiStyle + deskStyleOnly;
