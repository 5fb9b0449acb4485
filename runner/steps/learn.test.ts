import { expect, it } from "vitest";
import { FakeRun, gaveUp } from "../../tests/support/fake-run.ts";
import { learn } from "./learn.ts";

it("keeps what came back, and a greeting that came before", async () => {
  const run = new FakeRun();
  const { peer, line } = run.stream();
  line.sends("Welcome\n");
  peer.inbox.take(0);
  run.next.push(() => line.sends("HALO\n"));
  expect(await learn.play({ from: "alice", text: "halo\n" }, run)).toBeNull();
  expect(line.text).toBe("halo\n");
  const learnt = run.learnt.map(({ sent, received }) => [sent, received].map(String));
  expect(learnt).toEqual([["halo\n", "Welcome\nHALO\n"]]);
  expect(peer.outbox.length).toBe(0);
});

it("fails where nothing comes back", async () => {
  const run = new FakeRun();
  run.stream();
  expect(await learn.play("alice", run)).toMatchObject({ code: "no-reply", who: "alice", gaveUp });
});

it("counts how often a datagram is answered", async () => {
  const run = new FakeRun();
  const { peer, hear } = await run.datagrams();
  run.next.push(() => {
    hear("halo");
    hear("halo");
  });
  expect(await learn.play("alice", run)).toBeNull();
  expect(run.learnt).toMatchObject([{ times: 2 }]);
  expect(String(run.learnt[0]?.received)).toBe("halo");
  expect(peer.outbox).toEqual([]);
  expect(await learn.play("alice", run)).toMatchObject({ code: "no-reply" });
  await run.end();
});
