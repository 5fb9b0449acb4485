import { describeHostilePrograms } from "./support/leaves-nothing.ts";

describeHostilePrograms("ports");
