/** Whether the server can be heard. */
export type Connection = "open" | "away";
