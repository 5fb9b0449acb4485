import type { Isolation } from "../model/result.ts";
import type { Language, Text } from "../model/text.ts";
import type { Lab } from "../spec/lab.ts";

/** Whose work is checked, and how. */
export interface SelfCheckSetup {
  lab: Lab;
  path: string;
  language: Language;
  seed: number;
  tier: Isolation["tier"];
  tierReason?: Text;
  watch: boolean;
  only?: readonly string[];
  program?: string;
}
