import { asOwnerOf } from "../linux/as-owner.ts";
import { parseSyscall } from "../linux/parse-syscall.ts";
import { readBytes, readProcFile } from "../linux/proc-file.ts";
import { readLimit } from "../linux/read-limit.ts";
import { SYSTEM_CALLS, systemCallName } from "../linux/system-calls.ts";
import { readClocks } from "./clocks.ts";

/**
 * After how many milliseconds the first of these threads, given by their folders in /proc, wakes because a timeout ends; an upper
 * bound if the kernel does not show when the call began. Infinity if none of them has a timeout.
 */
export function soonestAlarmMs(threads: Iterable<string>): number {
  return Math.min(
    Number.POSITIVE_INFINITY,
    ...[...threads].map((folder) => asOwnerOf(Number(folder.split("/")[2]), () => alarmMs(folder))),
  );
}

function alarmMs(folder: string): number {
  const call = parseSyscall(readProcFile(`${folder}/syscall`) ?? "");
  const name = call && systemCallName(call.number, process.arch);
  if (call === null || name === null) return Number.POSITIVE_INFINITY;
  const readMemory = (address: bigint, bytes: number) => readBytes(`${folder}/mem`, address, bytes);
  const limit = readLimit(SYSTEM_CALLS[name].limit, call.args, readMemory, readClocks);
  if (typeof limit === "string") return Number.POSITIVE_INFINITY;
  return "afterMs" in limit ? limit.afterMs : limit.atMs - performance.now();
}
