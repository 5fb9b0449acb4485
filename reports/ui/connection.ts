/** Whether the page is connected to the server. */
export type Connection = "open" | "away";
