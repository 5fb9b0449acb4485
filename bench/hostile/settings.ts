/** The tiers in which attacks are played. */
export const tiers = ["full", "ports"] as const;

/** As whom wirecheck runs: a user and group of the same number. */
export const graders: Readonly<Record<string, number>> = { root: 0, ordinary: 1500 };

/** Where the class lies on its machine; the attacks know it. */
export const classFolder = "/srv/class";

/** The grader's own folder there. */
export const homeFolder = "/srv/home";

/** Another machine, which only a program that shares the machine's network can reach, and a service on its loopback. */
export const elsewhere = { host: "10.9.8.7", port: 4999 };
export const service = { host: "127.0.0.1", port: 4998 };

/** The name of a process of the grader's user that nothing may end. */
export const canary = "wirecheck-canary";

/** The longest time that grading one hand-in may take, in milliseconds. */
export const longestMs = 20_000;

/** Walls that are not promised, by tier and grader; see SECURITY.md. */
export const notPromised: Readonly<Record<string, readonly string[]>> = {
  "ports, root": ["network"],
  "ports, ordinary": ["network", "leftover", "memory"],
};

/** What may stay behind, as `whatThereIs` words it, by tier and grader; see SECURITY.md. */
export const mayStay: Readonly<Record<string, RegExp>> = {
  "ports, ordinary": /^(file \/dev\/shm\/|(shm|sem|msg) )/,
};
