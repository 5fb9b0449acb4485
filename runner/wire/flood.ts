/** How many bytes a peer keeps beyond those that anybody waits for: a program may send gigabytes within seconds. */
export const mostUnasked = 16 << 20;

/** The largest message, in bytes, whose own length a step believes. */
export const largestMessage = 64 << 20;
