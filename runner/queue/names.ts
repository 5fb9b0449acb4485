/** Names of what lies in Redis: all begin with one word, which an access list can name (`~wirecheck:*`). */
export const prefix = "wirecheck";

/** A hand-in on its way: its order, its files, and later its result. */
export const parcelOf = (id: string) => `${prefix}:parcel:${id}`;

/** A lab, with the programs of its own. */
export const labOf = (digest: string) => `${prefix}:lab:${digest}`;

/** The hand-ins of one class that are on their way. */
export const classOf = (classId: string) => `${prefix}:class:${classId}`;

/** Who grades from which queue, and who puts hand-ins into which. */
export const present = `${prefix}:present`;

/** The list of the hand-ins that wait in a queue. */
export const waitingIn = (queue: string) => `${prefix}:${queue}:wait`;

/** What nobody asks for any more goes by itself. */
export const parcelSeconds = 7 * 24 * 3600;
export const labSeconds = 24 * 3600;
