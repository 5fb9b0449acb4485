import type { Typed } from "../../reports/terminal/console/footer.ts";
import type { HandInFlags } from "./options.ts";
import { localeLanguage } from "./terminal.ts";

/** The lab, hand-in and options that the last lines of a report repeat, so that they can be copied. */
export function asTyped(
  lab: string,
  path: string,
  { program, only, lang, tier, watch, freshLaunches }: HandInFlags & { watch?: boolean; freshLaunches?: boolean },
): Typed {
  const how = [
    ...(tier === "best" ? [] : ["--tier", tier]),
    ...(watch === false ? ["--no-watch"] : []),
    ...(freshLaunches ? ["--fresh-launches"] : []),
  ];
  return {
    ...{ lab, path, how },
    ...(program !== undefined && { program }),
    ...(only && { only }),
    ...(lang !== localeLanguage(process.env) && { lang }),
  };
}
