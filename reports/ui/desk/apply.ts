import type { DeskMessage, DeskRow, DeskState } from "./contract.ts";

/** The state after a message: the server and the page use the same function, so that both have the same state. */
export function applyToDesk(state: DeskState, message: DeskMessage): DeskState {
  switch (message.type) {
    case "all":
      return message.state;
    case "rows": {
      const { rows, causes, graded, total, unmatched } = message;
      const changed = new Map(rows.map((row) => [row.id, row]));
      return {
        ...state,
        ...{ graded, total, unmatched },
        rows: state.rows.map((row): DeskRow => changed.get(row.id) ?? row),
        causes: { ...state.causes, ...causes },
      };
    }
    case "again": {
      const { [message.student]: _, ...others } = state.again;
      return { ...state, again: message.now ? { ...others, [message.student]: message.now } : others };
    }
    case "problem":
      return { ...state, problem: message.problem };
  }
}
