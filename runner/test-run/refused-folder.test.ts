import { expect, it } from "vitest";
import type { LaunchedProgram } from "../steps/step-context.ts";
import { refusedFolder } from "./refused-folder.ts";

const refused = (line: string) =>
  refusedFolder(
    [
      {
        role: "server",
        output: { stdout: [], stderr: [Buffer.from(`Traceback\n${line}\n`)] },
      } as unknown as LaunchedProgram,
    ],
    ["/tmp"],
  );

it.each([
  "PermissionError: [Errno 13] Permission denied: '/tmp/server.log'",
  "Error: EACCES: permission denied, open '/tmp/server.log'",
  "java.io.FileNotFoundException: /tmp/server.log (Permission denied)",
  "java.nio.file.AccessDeniedException: /tmp/server.log",
  "/tmp/server.log: Permission denied",
])("knows a program that was refused a shared folder: %s", (line) => {
  expect(refused(line)).toMatch(/^server uses \/tmp by name/);
});

it.each([
  "PermissionError: [Errno 13] Permission denied: '/tmp/wirecheck-4-dlB/worker-2/home/server.py'",
  "PermissionError: [Errno 13] Permission denied: '/home/tmp/server.log'",
  "PermissionError: [Errno 13] Permission denied",
  "FileNotFoundError: [Errno 2] No such file or directory: '/tmp/server.log'",
])("and not one that failed otherwise: %s", (line) => {
  expect(refused(line)).toBeNull();
});
