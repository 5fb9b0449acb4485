import { expect, it } from "vitest";
import { stackTraceIn } from "./read-output.ts";

const traceback = (...lines: string[]) => ["Traceback (most recent call last):", '  File "x.py", line 1', ...lines];
const during = ["", "During handling of the above exception, another exception occurred:", ""];
const cancelled = "asyncio.exceptions.CancelledError";
const logged = [
  "Exception in callback StreamReaderProtocol.connection_made.<locals>.callback(<Task cancell.../server.py:2>>)",
  "handle: <Handle StreamReaderProtocol.connection_made.<locals>.callback(<Task cancell.../server.py:2>>)>",
  ...[...traceback("    await x", "KeyboardInterrupt"), ...during, ...traceback(cancelled)],
];
const found = (...lines: string[]) => stackTraceIn(`bye\n${lines.join("\n")}\n`);

it("finds the stack traces of programs", () => {
  expect(found(...traceback("KeyboardInterrupt"))).toBe("Traceback (most recent call last):");
  expect(found("goroutine 1 [running]:")).toBe("goroutine 1 [running]:");
  expect(found("no Traceback (most recent call last):")).toBeNull();
});

it("does not charge a program with what asyncio logs of cancelled streams", () => {
  expect(found(...logged, ...logged)).toBeNull();
  expect(found(...logged, ...traceback("KeyboardInterrupt"))).not.toBeNull();
  expect(found(...logged.slice(0, -1), "ValueError: x", ...logged)).not.toBeNull();
});
