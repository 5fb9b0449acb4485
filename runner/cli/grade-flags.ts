import type { Language } from "../model/text.ts";
import type { TierChoice } from "./choose-tier.ts";
import type { QueueFlags } from "./queue-options.ts";
import type { ReportFlags } from "./report-options.ts";

/** The options of `grade`. */
export interface GradeFlags extends ReportFlags, QueueFlags {
  out: string;
  roster?: string;
  times?: string;
  owners?: string;
  attempts: "latest" | "best";
  jobs: number;
  shard?: { index: number; count: number };
  force?: boolean;
  student?: string;
  program?: string;
  seed?: number;
  tier: TierChoice;
  require?: "full";
  watch: boolean;
  freshLaunches?: boolean;
  lang: Language;
}
