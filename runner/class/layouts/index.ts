import type { Layout } from "../delivery.ts";
import { canvas } from "./canvas.ts";
import { github } from "./github.ts";
import { gradescope } from "./gradescope.ts";
import { moodle } from "./moodle.ts";

/** The platforms whose downloads are recognised by their names, the most certain first. */
export const layouts = { gradescope, moodle, github, canvas } satisfies Record<string, Layout>;
