import { expect, it } from "vitest";
import { doctorReport } from "./doctor-report.ts";
import { isolationSection } from "./isolation-section.ts";

it("says what holds, what does not, and how to mend it", () => {
  const section = isolationSection({
    tier: "ports",
    facts: [
      { code: "bubblewrap", holds: false, fix: "sudo apt-get install -y bubblewrap" },
      { code: "namespaces", holds: false, detail: "unshare failed:\nOperation not permitted" },
      { code: "socket-table", holds: true },
    ],
  });
  expect(
    doctorReport([section]),
  ).toBe(`Isolation: ports - every test has addresses of its own on this machine's loopback; there is no sandbox
  ✗ bubblewrap  bwrap is missing: programs get no sandbox
                to add it: sudo apt-get install -y bubblewrap
  ✗ namespaces  the system does not allow a worker its own network (unshare failed: Operation not permitted)
  ✓ sockets     the kernel lists all sockets
`);
});
