/**
 * Parts of wirecheck that say on standard error what they do, where the variable WIRECHECK_TRACE names them, separated by
 * commas: `worker` (calls of the grading workers), `watch` (what looks at a program prove), `sockets` (the program's sockets at
 * each look), `network` (its network), `tools` (compilers and interpreters).
 */
export type TraceTopic = "worker" | "watch" | "sockets" | "network" | "tools";

/** Says something about a topic, with a time that processes share; `text` is only called where the topic is traced. */
export function trace(topic: TraceTopic, text: () => string): void {
  if (!traced.has(topic)) return;
  const seconds = (performance.timeOrigin + performance.now()) / 1000;
  process.stderr.write(`${(seconds % 1000).toFixed(3)} ${process.pid} ${topic}: ${text()}\n`);
}

const traced = new Set((process.env.WIRECHECK_TRACE ?? "").split(",").map((topic) => topic.trim()));
