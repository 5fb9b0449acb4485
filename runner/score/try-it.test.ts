import { expect, it } from "vitest";
import type { FoundProgram } from "../model/result.ts";
import type { GradedTest } from "./rubric.ts";
import { tryIt } from "./try-it.ts";

const byHand = { program: "python3 server.py", run: "python3 server.py --port 5000", port: 5000 };
const server: FoundProgram = { role: "server", file: "server.py", language: "Python", port: null, byHand, build: null };

function shown(written: string | undefined, platform: NodeJS.Platform, program = server): string | null {
  return tryIt({ "try-it": written } as GradedTest, program, platform);
}

it("says how the program is started that the command talks to, and not where the command starts it", () => {
  expect(shown("printf hi | nc localhost {port}", "linux")).toBe(
    "# server: python3 server.py --port 5000\nprintf hi | nc localhost 5000",
  );
  expect(shown("{run} & sleep 1; {run}", "linux")).toBe(`${byHand.run} & sleep 1; ${byHand.run}`);
  expect(shown("{program} --port abc", "linux")).toBe("python3 server.py --port abc");
});

it("shows nothing that does not work on the student's system", () => {
  expect(shown("printf hi | nc localhost {port}", "win32")).toMatch(/^# server: python3 .*\nnode -e /);
  expect(shown("ls /proc/$(pgrep python3)/fd", "darwin")).toBeNull();
  expect(shown(undefined, "linux")).toBeNull();
  expect(shown("nc localhost {port}", "linux", { ...server, byHand: null })).toBeNull();
});
