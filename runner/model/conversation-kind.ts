/**
 * The kinds of conversations of a program and the grader. echo: every byte comes back; reply: a message is answered with another one;
 * greeting: the server sends first; stream: bytes that are not messages.
 */
export const conversationKinds = ["echo", "reply", "greeting", "stream"] as const;

/** A kind of conversation. */
export type ConversationKind = (typeof conversationKinds)[number];
