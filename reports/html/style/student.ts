import { baseStyle } from "./base.ts";
import { diagramStyle } from "./diagram.ts";
import { testsStyle } from "./tests.ts";

const headerStyle = /* css */ `
.score .lab { color: var(--soft); margin-bottom: .15rem; }
.score .points { margin-top: .9rem; font-size: 1.0625rem; color: var(--soft); }
.score .points strong { font: 600 2.75rem/1 var(--serif); color: var(--ink); font-variant-numeric: lining-nums; }
.score .steps { margin: .4rem 0 0; padding: 0; list-style: none; color: var(--soft); font-size: .9375rem; }
.strip { display: block; width: 100%; height: .625rem; margin: .9rem 0 .5rem; }
.strip .passed { fill: var(--passed); } .strip .failed { fill: var(--failed); }
.strip .skipped { fill: var(--rule); } .strip .notEarned { fill: var(--rule); } .strip .error { fill: var(--error); }
.score .counts { color: var(--soft); font-size: .9375rem; }
.causes ul { margin: 0; padding: 0; list-style: none; }
.causes li { padding: .15rem 0 .15rem 1.25rem; text-indent: -1.25rem; }
.causes li::before { content: "✗"; display: inline-block; width: 1.25rem; text-indent: 0; color: var(--failed); font-weight: 700; }
.causes h2 { font-size: 1rem; margin: 1.75rem 0 .4rem; }
.causes small { color: var(--soft); }
.introduction { font-size: .9375rem; color: var(--soft); }
.programs dl > div, .conditions dl > div { display: grid; grid-template-columns: 9rem 1fr; gap: .75rem; padding: .2rem 0; }
.programs dd, .conditions dd { min-width: 0; overflow-wrap: anywhere; }
.programs h2, .conditions h2 { font-size: 1rem; margin-bottom: .4rem; }
.programs .note { color: var(--failed); font-size: .9375rem; }
.programs dt, .conditions dt { padding-top: .15rem; }
.questions ol { padding-left: 1.5rem; } .questions li { margin: .4rem 0; } .questions details { font-size: .9375rem; }
.conditions { margin-top: 3rem; font-size: .8125rem; color: var(--soft); }
@media (max-width: 36rem) { .programs dl > div, .conditions dl > div { grid-template-columns: 1fr; gap: 0; } }
`;

/** The style of a student's page. */
export const studentStyle = baseStyle + headerStyle + testsStyle + diagramStyle;
