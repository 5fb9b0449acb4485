import { type Job, Queue, QueueEvents } from "bullmq";
import type { Redis } from "ioredis";
import type { Graded } from "../class/grade-delivery.ts";
import type { HandInPool, Keeping } from "../class/hand-in-pool.ts";
import type { Order } from "../class/order.ts";
import type { Text } from "../model/text.ts";
import { queueTexts } from "../texts/queue.ts";
import type { CourseKey } from "./course-key.ts";
import { graderError } from "./grader-error.ts";
import { parcelSeconds, prefix } from "./names.ts";
import { packedLabOf, packHandIn } from "./pack-order.ts";
import { type PackedLab, Parcels } from "./parcels.ts";
import { Pending } from "./pending.ts";
import { Presence } from "./presence.ts";
import { queueName, type Route } from "./route.ts";
import { mostStalls } from "./stalls.ts";
import { Turns } from "./turns.ts";
import { watchWorkers } from "./watch-workers.ts";
import { writeOrder } from "./written-order.ts";

/** How a queue is opened to have hand-ins graded. */
export interface QueueSetup {
  redis: Redis;
  key: CourseKey;
  /** What the workers must offer. */
  route: Route;
  /** Identifies the class; the same when its grading is started again. */
  classId: string;
  /** Shows a note to the user. */
  say(note: Text): void;
}

/**
 * Has hand-ins graded by the workers of a queue. Each hand-in stays in Redis until its result is written to disk: if
 * workers, this process or the server are killed, the next ones continue.
 */
export class QueuePool implements HandInPool {
  readonly inHand = mostInQueue;
  readonly #setup: QueueSetup;
  readonly #queue: Queue;
  readonly #events: QueueEvents;
  readonly #parcels: Parcels;
  readonly #presence: Presence;
  readonly #pending = new Pending();
  readonly #timer: NodeJS.Timeout;
  readonly #turns = new Turns(mostPackedAtOnce);
  #bytes = 0;
  readonly #forRoom: (() => void)[] = [];
  #lab: PackedLab | null = null;
  #ended: Promise<void> | undefined;

  private constructor(setup: QueueSetup) {
    const { redis, route, key } = setup;
    this.#setup = setup;
    this.#queue = new Queue(queueName(route), { connection: redis, prefix, streams: { events: { maxLen: 1_000 } } });
    this.#events = new QueueEvents(queueName(route), { connection: redis, prefix });
    // Both reconnect by themselves when the server is back; the regular check finds events that were missed.
    this.#queue.on("error", () => {});
    this.#events.on("error", () => {});
    for (const event of ["completed", "failed"] as const)
      this.#events.on(event, ({ jobId }: { jobId: string }) => this.#pending.heard(jobId));
    this.#parcels = new Parcels(redis, key);
    this.#presence = new Presence(redis, { role: "class", route }, watchWorkers(route, setup.say));
    this.#timer = setInterval(() => this.#checkAll(), checkEveryMs);
  }

  static async open(setup: QueueSetup): Promise<QueuePool> {
    const pool = new QueuePool(setup);
    await pool.#events.waitUntilReady();
    await pool.#presence.beat();
    return pool;
  }

  async grade(order: Order, keeping: Keeping): Promise<Graded> {
    const forged = { times: 0 };
    for (;;) {
      const sent = await this.#turns.take(() => this.#send(order));
      const graded = "graded" in sent ? sent.graded : await this.#collect(sent, order, keeping, forged);
      if (graded) return graded;
    }
  }

  /**
   * Leaves the queue; uncollected hand-ins stay in it.
   *
   * @param isWhole whether all hand-ins of the class were graded: then leftovers of earlier runs are removed
   */
  end({ isWhole = false } = {}): Promise<void> {
    this.#ended ??= this.#end(isWhole);
    return this.#ended;
  }

  async #end(isWhole: boolean): Promise<void> {
    clearInterval(this.#timer);
    this.#pending.end(new Error("the queue was left"));
    this.#makeRoom();
    const { redis, classId } = this.#setup;
    if (redis.status === "ready") {
      if (isWhole) for (const id of await this.#parcels.ofClass(classId)) await this.#forget(id);
      await this.#presence.end();
    }
    redis.disconnect();
    await Promise.allSettled([this.#events.close(), this.#queue.close()]);
  }

  /** Packs a hand-in and puts it into the queue once there is room, or returns what is wrong with its files. */
  async #send(order: Order): Promise<Sent | { graded: Graded }> {
    const files = await packHandIn(order);
    if (!Buffer.isBuffer(files)) return { graded: files };
    while (this.#bytes > 0 && this.#bytes + files.length > mostBytes && !this.#ended)
      await new Promise<void>((resolve) => this.#forRoom.push(resolve));
    const { classId } = this.#setup;
    this.#lab ??= await packedLabOf(order);
    const { id, json } = writeOrder(order, { classId, files, lab: this.#lab.digest });
    this.#pending.open(id);
    this.#bytes += files.length;
    const isNew = await this.#parcels.put(classId, id, { order: json, files }, this.#lab);
    await this.#queue.add("hand-in", {}, { ...jobOptions, jobId: id });
    if (!isNew) this.#pending.heard(id);
    return { id, bytes: files.length };
  }

  /** Waits until a hand-in is graded and its result written; null when it is no longer in the queue. */
  async #collect(
    { id, bytes }: Sent,
    order: Order,
    keeping: Keeping,
    forged: { times: number },
  ): Promise<Graded | null> {
    try {
      for (;;) {
        await this.#pending.news(id);
        // In this order, because a result is stored before its job is removed.
        const job = await this.#queue.getJob(id);
        const graded = (await this.#result(id, order, forged)) ?? (job && (await whyFailed(job)));
        if (graded) {
          await keeping.write(graded);
          await this.#forget(id);
          return graded;
        }
        // Collected by another run over the same folder, or lost with the server's memory.
        if (!job) return await keeping.read();
      }
    } finally {
      this.#pending.close(id);
      this.#bytes -= bytes;
      this.#makeRoom();
    }
  }

  async #result(id: string, { delivery }: Order, forged: { times: number }): Promise<Graded | null> {
    const result = await this.#parcels.result(id);
    if (result !== "unsigned") return result;
    this.#setup.say(queueTexts.forgedOnce(delivery.path));
    await this.#parcels.dropResult(id);
    forged.times += 1;
    return forged.times < mostForged ? null : graderError(queueTexts.forged);
  }

  async #forget(id: string): Promise<void> {
    await this.#queue.remove(id);
    await this.#parcels.remove(this.#setup.classId, id);
  }

  #makeRoom(): void {
    for (const go of this.#forRoom.splice(0)) go();
  }

  /** Checks all hand-ins at regular intervals, because events are missed while the server is away. */
  #checkAll(): void {
    if (this.#setup.redis.status !== "ready") return;
    if (this.#lab && !this.#pending.isEmpty) void this.#parcels.putLab(this.#lab).catch(() => {});
    this.#pending.wakeAll();
  }
}

interface Sent {
  id: string;
  bytes: number;
}

/** Enough to keep a hundred workers busy, and little to store. */
const mostInQueue = 256;
const mostBytes = 64 * 2 ** 20;
/** Enough to keep the server busy, and few enough to hold the largest hand-ins in memory. */
const mostPackedAtOnce = 4;
const checkEveryMs = 10_000;
/** After this many results without the key's signature the hand-in is an error. */
const mostForged = 3;

const jobOptions = {
  /** What fails on one worker's machine may succeed on another's. */
  attempts: 3,
  backoff: { type: "fixed", delay: 1_000 },
  removeOnComplete: true,
  removeOnFail: { age: parcelSeconds },
};

/** The error of a hand-in that no worker will grade; null when a worker still may. */
async function whyFailed(job: Job): Promise<Graded | null> {
  if (!(await job.isFailed())) return null;
  return graderError(
    job.stalledCounter > mostStalls ? queueTexts.quarantined : queueTexts.refused(job.failedReason ?? ""),
  );
}
