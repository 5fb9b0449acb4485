import { join } from "node:path";
import type { Command } from "commander";
import type { Graded } from "../class/grade-delivery.ts";
import { exitNow } from "../linux/native.ts";
import { UsageProblem } from "../model/usage-problem.ts";
import { packageVersion } from "../package-root.ts";
import { queueName } from "../queue/route.ts";
import { removeTree } from "../remove-tree.ts";
import { makeScratch } from "../scratch.ts";
import { printableLine } from "../texts/printable.ts";
import { wallsText } from "../texts/walls.ts";
import { hurriedGraceMs, Pool } from "../worker/pool.ts";
import { chooseTierForMarks, demandTier, type TierChoice } from "./choose-tier.ts";
import { jobsOption, refuse, requireOption, tierOption, watchOption, wholeNumber } from "./options.ts";
import { addQueueOptions, type QueueFlags } from "./queue-options.ts";
import { sayLoss } from "./say-loss.ts";
import { inHelp } from "./speech.ts";
import { forLog } from "./terminal.ts";

interface WorkerFlags extends QueueFlags {
  jobs: number;
  tier: TierChoice;
  require?: "full";
  watch: boolean;
  takeover: number;
}

/** Adds `wirecheck worker`. */
export function addWorker(program: Command): void {
  const command = program
    .command("worker")
    .description("grade on this machine what `wirecheck grade --queue` puts into a queue, until it is asked to end");
  addQueueOptions(command, {
    queue: "Redis or Valkey server: redis://HOST, rediss:// for TLS, or unix:///PATH",
    labels: "labels of this machine: it also grades hand-ins that need these",
  })
    .addOption(jobsOption())
    .addOption(tierOption())
    .addOption(requireOption())
    .addOption(watchOption())
    .option(
      "--takeover <seconds>",
      "after this many seconds without a sign of life from a worker, others take its hand-ins",
      parseSeconds,
      usualTakeover,
    )
    .addHelpText("after", inHelp(help))
    .action(work);
}

const help = {
  en: `
Examples:
  $ WIRECHECK_QUEUE_KEY=$(cat course.key) wirecheck worker --queue redis://localhost
  $ wirecheck worker --queue rediss://grader@redis.example.edu --queue-key course.key --labels java

WIRECHECK_QUEUE_PASSWORD may hold the password of the server. On SIGTERM or Ctrl-C it grades the hand-ins it has begun, then
ends with status 0; on a second one it gives them back to the queue.
Exit status: 0 ended as asked, 2 usage, 3 no server, or the machine cannot grade`,
  id: `
Contoh:
  $ WIRECHECK_QUEUE_KEY=$(cat course.key) wirecheck worker --queue redis://localhost
  $ wirecheck worker --queue rediss://grader@redis.example.edu --queue-key course.key --labels java

WIRECHECK_QUEUE_PASSWORD boleh berisi kata sandi server. Setelah SIGTERM atau Ctrl-C, tugas yang sudah dimulai diselesaikan, lalu
worker berakhir dengan status 0; setelah sinyal kedua, tugas itu dikembalikan ke antrean.

Status keluar: 0 berakhir seperti diminta, 2 salah pakai, 3 tidak ada server, atau mesin tidak dapat menilai`,
};

const usualTakeover = 30;

async function work(flags: WorkerFlags): Promise<void> {
  if (flags.queue === undefined) throw new UsageProblem("name the queue: `wirecheck worker --queue redis://HOST`");
  const { tier, why, canWatch } = demandTier(await chooseTierForMarks(flags.tier), flags.require);
  // Loaded only here, so that other commands start faster.
  const [{ enterQueue }, { QueueWorker }] = await Promise.all([
    import("./open-queue.ts"),
    import("../queue/queue-worker.ts"),
  ]);
  const { address, key, redis } = await enterQueue(flags, (note) => say(note.en));
  const watch = flags.watch && canWatch;
  const route = { wirecheck: packageVersion(), tier, watch, labels: flags.labels, key: key.id };
  const scratch = await makeScratch();
  const orders = listen();
  try {
    const pool = await Pool.open({ tier, watch, scratch: join(scratch, "pool"), size: flags.jobs, onLoss: sayLoss });
    orders.hurry.addEventListener("abort", () => void pool.end(hurriedGraceMs));
    const machine = { pool, signal: orders.hurry, ...(why && { tierReason: why }) };
    const worker = await QueueWorker.open({
      ...{ redis, key, route, machine, scratch, say, onGraded },
      takeoverMs: flags.takeover * 1_000,
    });
    say(`${wallsText(pool.isolation).en}; grading from ${address}, queue ${queueName(route)}`);
    await orders.toEnd;
    say("ending once the hand-ins in progress are graded");
    await worker.drain();
    await pool.end();
  } finally {
    redis.disconnect();
    await removeTree(scratch);
  }
}

function say(note: string): void {
  process.stderr.write(`${forLog(note)}\n`);
}

function onGraded(path: string, { result, error }: Graded): void {
  const mark = result && !error ? `${result.score}/${result.maxScore}` : (error?.text.en ?? "");
  process.stderr.write(`${forLog(printableLine(path))}: ${forLog(printableLine(mark))}\n`);
}

/** The first signal ends it when its hand-ins are graded, the second gives them back, the third ends it at once. */
function listen(): { toEnd: Promise<void>; hurry: AbortSignal } {
  const hurry = new AbortController();
  let times = 0;
  const toEnd = new Promise<void>((resolve) => {
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.on(name, () => {
        times += 1;
        if (times === 1) resolve();
        else if (times === 2) {
          hurry.abort(name);
          setTimeout(() => exitNow(1), longestHurryMs).unref();
        } else exitNow(1);
      });
  });
  return { toEnd, hurry: hurry.signal };
}

const longestHurryMs = 5_000;

function parseSeconds(value: string): number {
  return wholeNumber(value, 2, 3600) ?? refuse("give a whole number of seconds from 2 to 3600.");
}
