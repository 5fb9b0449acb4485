/** The sequence diagram: thin lanes, arrows in the colours of what they carry. */
export const diagramStyle = /* css */ `
.sequence { display: block; font: 12px/1 var(--mono); }
.sequence text { fill: var(--ink); stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; paint-order: stroke; white-space: pre; }
.sequence .lane line { stroke: var(--rule); }
.sequence .lane.program line { stroke: var(--soft); stroke-width: 1.5; }
.sequence .lane text { font: 600 13px var(--sans); text-anchor: middle; stroke: none; }
.sequence .time { font: 11px var(--sans); fill: var(--soft); text-anchor: end; font-variant-numeric: tabular-nums; stroke: none; }
.sequence .later { opacity: .16; }
.sequence .moment { fill: var(--card); }
.sequence .gap { font: italic 12px var(--sans); fill: var(--soft); }
.sequence .message .bytes { unicode-bidi: bidi-override; direction: ltr; }
.sequence .message text { text-anchor: middle; }
.sequence .message line { stroke: var(--ink); }
.sequence .head { fill: var(--ink); }
.sequence .message .label, .sequence .note .label { font: 12px var(--sans); fill: var(--soft); }
.sequence .message .hex { font-size: 10px; fill: var(--soft); }
.sequence .count { font-family: var(--sans); }
.sequence .control line { stroke: var(--soft); stroke-dasharray: 5 3; }
.sequence .control .head { fill: var(--soft); }
.sequence .broken line, .sequence .missing line, .sequence .cross { stroke: var(--failed); }
.sequence .missing line, .sequence .lost line { stroke-dasharray: 2 4; }
.sequence .broken .head { fill: var(--failed); }
.sequence .cross { stroke-width: 2; fill: none; }
.sequence .lost .cross { stroke: var(--soft); }
.sequence .broken .label, .sequence .missing .label { fill: var(--failed); }
.sequence .missing .bytes { fill: var(--failed); }
.sequence .wrong { fill: var(--failed); font-weight: 700; text-decoration: underline; }
.sequence .note circle { fill: var(--soft); }
.sequence .note .printed { font: 12px var(--mono); text-anchor: start; }
.sequence .note line { stroke: var(--rule); stroke-width: 3; }
.sequence .note.error line { stroke: var(--failed); }
.sequence .note.error .printed { fill: var(--failed); }
.sequence .note .more { font: italic 12px var(--sans); fill: var(--soft); }
.sequence .blocked rect { fill: var(--failed); }
.sequence .blocked .label { fill: var(--failed); font-weight: 600; }
`;
