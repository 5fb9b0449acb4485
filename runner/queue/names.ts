/** All keys in Redis begin with this word, so that an access list can name them (`~wirecheck:*`). */
export const prefix = "wirecheck";

/** A hand-in in the queue: its order, its files, and later its result. */
export const parcelOf = (id: string) => `${prefix}:parcel:${id}`;

/** A lab with its own programs. */
export const labOf = (digest: string) => `${prefix}:lab:${digest}`;

/** The hand-ins of one class that are in the queue. */
export const classOf = (classId: string) => `${prefix}:class:${classId}`;

/** The workers and classes that are connected, and their queues. */
export const present = `${prefix}:present`;

/** The list of hand-ins that wait in a queue. */
export const waitingIn = (queue: string) => `${prefix}:${queue}:wait`;

/** Redis removes unused keys after these times. */
export const parcelSeconds = 7 * 24 * 3600;
export const labSeconds = 24 * 3600;
