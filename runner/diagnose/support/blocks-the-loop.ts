import type { BlockedPlace, Cause, Evidence } from "../evidence.ts";
import { standsInSource } from "./sources.ts";

/** Whether the call in which it is blocked waits where only an event loop may wait, and so keeps everything else from running. */
export function blocksTheLoop(evidence: Evidence, { call, location }: BlockedPlace): boolean {
  if (evidence.language !== "Python" || location === null || !blocking.has(call) || /\bawait\b/.test(location.text))
    return false;
  return standsInSource(evidence, /\basync\s+def\b/) && !standsInSource(evidence, inAThread);
}

const blocking = new Set(["accept", "recv", "read", "connect", "sleep"]);

const inAThread = /\b(?:Thread|to_thread|run_in_executor|ThreadPoolExecutor)\b/;

/** What to say of it. */
export const stopsTheLoop: Pick<Cause, "name" | "idea" | "look"> = {
  name: { en: "A blocking call stops the event loop", id: "Pemanggilan yang menahan menghentikan event loop" },
  idea: {
    en: "asyncio runs all tasks in one thread: while one of them is blocked in a call without await, no other runs, and no task begins.",
    id: "asyncio menjalankan semua task di satu thread: selama salah satunya tertahan di pemanggilan tanpa await, task lain tidak berjalan dan tidak ada yang mulai.",
  },
  look: {
    en: "Use asyncio's own calls and await them: asyncio.start_server(handle, host, port), then await reader.read(1024) and writer.write(data) in handle.",
    id: "Pakai fungsi asyncio sendiri dan await: asyncio.start_server(handle, host, port), lalu await reader.read(1024) dan writer.write(data) di handle.",
  },
};
