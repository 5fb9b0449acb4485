import { baseStyle } from "./base.ts";

/** The style of the pages on similar hand-ins. */
export const similarStyle = /* css */ `${baseStyle}
body { max-width: 100rem; }
.about, .unread { color: var(--soft); max-width: 44rem; margin: .5rem 0 1.25rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; font-size: .9375rem; }
th, td { text-align: left; padding: .35rem 1.5rem .35rem 0; border-top: 1px solid var(--rule); vertical-align: top; overflow-wrap: anywhere; }
.share { font-variant-numeric: tabular-nums; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; }
.sides section { min-width: 0; }
.sides h2 { margin: .5rem 0; font-size: 1rem; }
.lines { list-style: none; margin: 0; padding: 0; border: 1px solid var(--rule); border-radius: .375rem; overflow-x: auto; }
.lines li { position: relative; padding: 0 .5rem 0 2.25rem; min-height: 1.35rem; border-left: 3px solid transparent; }
.lines li a { position: absolute; left: .5rem; font-size: .75rem; }
.lines code { white-space: pre-wrap; }
.shared { background: var(--wash); border-left-color: var(--failed) !important; }
.shade-1 { border-left-color: var(--link) !important; } .shade-2 { border-left-color: var(--passed) !important; }
.shade-3 { border-left-color: var(--error) !important; }
.lines li:target { outline: 2px solid var(--link); }
@media (max-width: 48rem) { .sides { grid-template-columns: 1fr; } }
`;
