import { lookup } from "node:dns/promises";
import { networkInterfaces } from "node:os";
import { afterEach, expect, test, vi } from "vitest";
import { machineFacts } from "./machine-facts.ts";

vi.mock("node:os", async (original) => ({ ...(await original<object>()), networkInterfaces: vi.fn() }));
vi.mock("node:dns/promises", async (original) => ({ ...(await original<object>()), lookup: vi.fn() }));
afterEach(() => vi.restoreAllMocks());

const own = { own: { address: "10.?.?.?", otherwise: { machine: "addresses" } } } as const;

test.each([
  ["only loopback", true, [{ address: "127.0.0.1" }]],
  ["a name that nobody knows", false, []],
])("a machine with %s has no address to ask for", async (_, internal, named) => {
  vi.mocked(networkInterfaces).mockReturnValue({ one: [{ internal, address: "10.1.2.3" }] } as never);
  vi.mocked(lookup).mockResolvedValue(named as never);
  expect(await machineFacts(own)).toEqual({});
});
