/**
 * What a program and the grader talk about. echo: every byte comes back; reply: a message is answered with other words;
 * greeting: the server speaks first; stream: bytes pass that are no messages.
 */
export const conversationKinds = ["echo", "reply", "greeting", "stream"] as const;

/** One of them. */
export type ConversationKind = (typeof conversationKinds)[number];
