import { randomUUID } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Redis } from "ioredis";
import type { Terms } from "../class/class-run.ts";
import type { Store } from "../class/store.ts";
import type { Language, Text } from "../model/text.ts";
import { connect, shown } from "../queue/connection.ts";
import { type CourseKey, readCourseKey } from "../queue/course-key.ts";
import { QueuePool } from "../queue/queue-pool.ts";
import { queueTexts } from "../texts/queue.ts";
import type { QueueFlags } from "./queue-options.ts";
import { forLog } from "./terminal.ts";

/**
 * Opens a queue to have the hand-ins of a class graded by the workers at it.
 *
 * @throws UsageProblem or MachineProblem when there is no key, or no server answers
 */
export async function openQueue(terms: Terms, store: Store, flags: QueueFlags & { lang: Language; student?: string }) {
  const say = (note: Text) => void process.stderr.write(`${forLog(note[flags.lang])}\n`);
  const { address, key, redis } = await enterQueue(flags, say);
  const { wirecheck, tier, watch } = terms;
  const route = { wirecheck, tier, watch, labels: flags.labels, key: key.id };
  const pool = await QueuePool.open({ redis, key, route, classId: await classId(store), say });
  say(queueTexts.through(address));
  return {
    pool,
    goesOn: queueTexts.goesOn,
    end: ({ isWhole }: { isWhole: boolean }) => pool.end({ isWhole: isWhole && flags.student === undefined }),
  };
}

/**
 * Reads the key and connects; prints a note whenever the server is lost or back.
 *
 * @throws UsageProblem or MachineProblem
 */
export async function enterQueue(
  { queue = "", queueKey }: Pick<QueueFlags, "queue" | "queueKey">,
  say: (note: Text) => void,
): Promise<{ address: string; key: CourseKey; redis: Redis }> {
  const address = shown(queue);
  const key = await readCourseKey(queueKey);
  const heard = { onLost: () => say(queueTexts.lost(address)), onBack: () => say(queueTexts.back(address)) };
  return { address, key, redis: await connect(queue, heard) };
}

/** An id of the class, kept in its folder: two runs over the folder share their hand-ins in the queue. */
async function classId({ folder }: Store): Promise<string> {
  const file = join(folder, "queue-id");
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, randomUUID());
  // If two runs begin together, only one creates the file.
  await link(fresh, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(fresh);
  return readFile(file, "utf8");
}
