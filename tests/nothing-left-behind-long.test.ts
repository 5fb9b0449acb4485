import { busyForkBomb, hostilePrograms } from "./support/hostile-programs.ts";
import { describeHostilePrograms } from "./support/leaves-nothing.ts";

const busy = { "is a fork bomb that never rests": busyForkBomb };

describeHostilePrograms("full", busy);
describeHostilePrograms("ports", { ...hostilePrograms, ...busy });
