import { closeWithProcess } from "../../runner/arena/close-with-process.ts";
import { defaultLimits } from "../../runner/arena/limits.ts";
import { openArena } from "../../runner/arena/open-arena.ts";

/** A separate worker for tests: runs one program in an arena and prints when it listens, or how it ended. */
const [tier, scratch, files, ...argv] = process.argv.slice(2) as ["full" | "ports", string, string, ...string[]];
const arena = await openArena({ tier, scratch });
closeWithProcess(arena);
const limits = defaultLimits;
const program = arena.launch({ name: "program", argv, env: {}, files, toolFolders: [], limits, onOutput: () => {} });
const timer = setInterval(() => {
  const [socket] = program.listening();
  if (!socket) return;
  clearInterval(timer);
  process.send?.({ listening: socket.localPort, pids: program.pids() });
}, 2);
const exit = await program.exited;
clearInterval(timer);
process.send?.({ exit });
