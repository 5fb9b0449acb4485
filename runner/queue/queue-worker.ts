import { type Job, UnrecoverableError, WaitingError, Worker } from "bullmq";
import type { Redis } from "ioredis";
import { type Graded, gradeDelivery, type Machine } from "../class/grade-delivery.ts";
import { UsageProblem } from "../model/usage-problem.ts";
import type { CourseKey } from "./course-key.ts";
import { Gate } from "./gate.ts";
import { prefix } from "./names.ts";
import { openOrder } from "./open-order.ts";
import { Parcels } from "./parcels.ts";
import { Presence } from "./presence.ts";
import { queuesOf, type Route } from "./route.ts";
import { mostStalls, takeBackStall } from "./stalls.ts";
import { UnpackedLabs } from "./unpacked-labs.ts";
import { watchClasses } from "./watch-classes.ts";

/** How a worker is opened. */
export interface WorkerSetup {
  redis: Redis;
  key: CourseKey;
  /** What this worker offers. */
  route: Route;
  machine: Machine & { signal: AbortSignal };
  /** Folder for temporary files. */
  scratch: string;
  /** After this long without a sign of life from a worker, its hand-ins go to another one. */
  takeoverMs: number;
  /** Called for each hand-in that was graded. */
  onGraded(path: string, graded: Graded): void;
  /** Shows a note to the user. */
  say(note: string): void;
}

/** Grades the hand-ins of a queue on this machine, the same way as without a queue. */
export class QueueWorker {
  readonly #setup: WorkerSetup;
  readonly #workers: Worker[];
  readonly #gate: Gate;
  readonly #parcels: Parcels;
  readonly #labs: UnpackedLabs;
  readonly #presence: Presence;
  readonly #inHand = new Map<string, "held" | "cleared">();

  private constructor(setup: WorkerSetup) {
    const { redis, key, route, machine, scratch, takeoverMs } = setup;
    this.#setup = setup;
    this.#parcels = new Parcels(redis, key);
    this.#labs = new UnpackedLabs(scratch, (digest) => this.#parcels.getLab(digest));
    // One more than workers, so that no worker waits while a hand-in is unpacked.
    const concurrency = machine.pool.size + 1;
    this.#gate = new Gate(concurrency, {
      pause: () => this.#each((worker) => worker.pause(true)),
      resume: () => this.#each((worker) => worker.resume()),
    });
    const options = {
      connection: redis,
      prefix,
      concurrency,
      lockDuration: takeoverMs,
      stalledInterval: takeoverMs / 2,
    };
    const process = (job: Job, token?: string) => this.#process(job, token);
    this.#workers = queuesOf(route).map(
      (name) => new Worker(name, process, { ...options, maxStalledCount: mostStalls, runRetryDelay: 1_000 }),
    );
    // They reconnect by themselves when the server is back; a job whose lock was lost meanwhile belongs to another
    // worker by then.
    for (const worker of this.#workers) {
      worker.on("error", () => {});
      worker.on("lockRenewalFailed", (ids) => void this.#clear(worker.name, ids).catch(() => {}));
    }
    this.#presence = new Presence(redis, { role: "worker", route }, watchClasses(route, setup.say));
  }

  static async open(setup: WorkerSetup): Promise<QueueWorker> {
    const worker = new QueueWorker(setup);
    await worker.#presence.beat();
    return worker;
  }

  /** Stops taking hand-ins, and resolves when those already taken are graded; at once when the machine's signal is aborted. */
  async drain(): Promise<void> {
    this.#gate.close();
    await this.#presence.end();
    await Promise.all(this.#workers.map((worker) => worker.close()));
    this.#setup.redis.disconnect();
  }

  /**
   * A worker that was only slow to renew its locks was not killed: the stall counted against its hand-ins is taken
   * back, once.
   */
  async #clear(queue: string, ids: readonly string[]): Promise<void> {
    for (const id of ids.filter((each) => this.#inHand.get(each) === "held")) {
      this.#inHand.set(id, "cleared");
      await takeBackStall(this.#setup.redis, `${prefix}:${queue}:${id}`);
    }
  }

  #each(act: (worker: Worker) => Promise<void>): void {
    for (const worker of this.#workers) void act(worker).catch(() => {});
  }

  async #process(job: Job, token?: string): Promise<void> {
    if (!(await this.#gate.enter(job.stalledCounter > 0))) return giveBack(job, token);
    this.#inHand.set(job.id as string, "held");
    try {
      await this.#grade(job);
    } catch (fault) {
      if (this.#setup.machine.signal.aborted) return await giveBack(job, token);
      throw fault instanceof UsageProblem ? new UnrecoverableError(fault.message) : fault;
    } finally {
      this.#inHand.delete(job.id as string);
      this.#gate.leave();
    }
  }

  async #grade({ id, attemptsMade, opts }: Job): Promise<void> {
    const parcel = await this.#parcels.get(id as string);
    // Already collected: another worker graded it, because this one seemed dead.
    if (parcel === null) return;
    if (parcel === "unsigned")
      throw new UsageProblem("it was put into the queue, or changed there, without the course key");
    const { scratch, machine, route } = this.#setup;
    const opened = await openOrder(parcel, { scratch, route, labs: this.#labs });
    try {
      const graded = await gradeDelivery(opened.order, machine);
      const maySucceed = graded.error?.kind === "grader" && attemptsMade + 1 < (opts.attempts ?? 1);
      if (maySucceed) throw new Error(graded.error?.text.en);
      await this.#parcels.answer(id as string, graded);
      this.#setup.onGraded(opened.order.delivery.path, graded);
    } finally {
      await opened.close();
    }
  }
}

/** Puts the hand-in back into the queue for another worker. */
async function giveBack(job: Job, token?: string): Promise<never> {
  await job.moveToWait(token);
  throw new WaitingError();
}
