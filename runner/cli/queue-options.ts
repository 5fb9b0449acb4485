import { type Command, InvalidArgumentError } from "commander";
import { mostLabels, parseLabels } from "../queue/route.ts";

/** The options of a queue. */
export interface QueueFlags {
  queue?: string;
  queueKey?: string;
  labels: string[];
}

/** Adds the options of a queue. */
export function addQueueOptions(command: Command, words: { queue: string; labels: string }): Command {
  return command
    .option("--queue <url>", words.queue)
    .option("--queue-key <file>", "file with the course key (or set WIRECHECK_QUEUE_KEY)")
    .option("--labels <names>", words.labels, toLabels, []);
}

function toLabels(value: string): string[] {
  const labels = parseLabels(value);
  if (labels) return labels;
  throw new InvalidArgumentError(`give at most ${mostLabels} names of lower-case letters and digits, as in gpu,java.`);
}
