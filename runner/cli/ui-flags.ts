import type { HandInFlags } from "./options.ts";
import type { QueueFlags } from "./queue-options.ts";
import type { PageFlags } from "./serve-room.ts";

/** The options of `ui`. */
export interface UiFlags extends HandInFlags, PageFlags, QueueFlags {
  readOnly?: boolean;
}
