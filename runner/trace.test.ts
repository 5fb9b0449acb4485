import { expect, it, vi } from "vitest";

it("says what the traced topics do, and asks nothing of the others", async () => {
  vi.stubEnv("WIRECHECK_TRACE", "worker, sockets");
  vi.resetModules();
  const { trace } = await import("./trace.ts");
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  try {
    trace("sockets", () => "tcp 5000");
    trace("watch", () => {
      throw new Error("not traced");
    });
    expect(written.mock.calls).toEqual([
      [expect.stringMatching(new RegExp(`^\\d+\\.\\d{3} ${process.pid} sockets: tcp 5000\n$`))],
    ]);
  } finally {
    written.mockRestore();
    vi.unstubAllEnvs();
  }
});
