import { setFlagsFromString } from "node:v8";

/**
 * Has V8 compile functions for speed only when they have run fifteen times as long as usual. Here most run for a second or two: to
 * compile them so well cost an eighth of all processor time, and won back none of it.
 *
 * To be imported before all that is to be run so.
 */
const [major = 0] = process.versions.node.split(".").map(Number);
/** The V8 of later ones does not know the option, and would say so to whoever runs the command. */
const lastWithOption = 20;
if (major <= lastWithOption) setFlagsFromString("--interrupt-budget=1000000");
