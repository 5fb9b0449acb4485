import type { HandInFlags } from "./options.ts";
import type { QueueFlags } from "./queue-options.ts";
import type { PageFlags } from "./serve-room.ts";

/** What `ui` is asked for. */
export interface UiFlags extends HandInFlags, PageFlags, QueueFlags {
  readOnly?: boolean;
}
