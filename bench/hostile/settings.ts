/** The tiers in which attacks are played. */
export const tiers = ["full", "ports"] as const;

/** The users that run wirecheck, by uid, which is also their gid. */
export const graders: Readonly<Record<string, number>> = { root: 0, ordinary: 1500 };

/** Folder of the class on the machine; the attacks know it. */
export const classFolder = "/srv/class";

/** The grader's own folder there. */
export const homeFolder = "/srv/home";

/** A service on another machine, which only a program that shares the machine's network can reach. */
export const elsewhere = { host: "10.9.8.7", port: 4999 };
export const service = { host: "127.0.0.1", port: 4998 };

/** A service of the grader's user that is reached by a path. */
export const serviceFile = `${homeFolder}/service`;

/** Name of a process of the grader's user that must survive. */
export const canary = "wirecheck-canary";

/** The longest time that grading one hand-in may take, in milliseconds. */
export const longestMs = 20_000;

/** Walls that are not promised, by tier and grader; see SECURITY.md. */
export const notPromised: Readonly<Record<string, readonly string[]>> = {
  "ports, root": ["network"],
  "ports, ordinary": ["network", "leftover", "memory", "services"],
};

/** What may be left behind, as `whatThereIs` names it, by tier and grader; see SECURITY.md. */
export const mayStay: Readonly<Record<string, RegExp>> = {
  "ports, ordinary": /^(file \/dev\/shm\/|(shm|sem|msg) )/,
};
