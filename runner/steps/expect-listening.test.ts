import { expect, it } from "vitest";
import { listeningAt } from "../../tests/support/fake-program.ts";
import { FakeRun } from "../../tests/support/fake-run.ts";
import { expectListening } from "./expect-listening.ts";

it("takes a server that listens, and remembers where", async () => {
  const run = new FakeRun();
  const server = run.program();
  run.next.push(() => server.listens.push(listeningAt(5000)));
  expect(await expectListening.play({ of: "server" }, run)).toBeNull();
  expect(server.listenedOn).toBe(5000);
});

it("fails another port than the one that the server was told, where that is asked for", async () => {
  const run = new FakeRun();
  run.program("server", { listens: [listeningAt(6000)], givenPort: 5000 });
  const facts = { given: 5000, found: 6000 };
  expect(await expectListening.play({ of: "server", port: "given" }, run)).toMatchObject({ code: "wrong-port", facts });
  expect(await expectListening.play({ of: "server" }, run)).toBeNull();
});

it("fails a server that never listens, has ended, or ends right after it has listened", async () => {
  const run = new FakeRun();
  const server = run.program();
  expect(await expectListening.play({ of: "server" }, run)).toMatchObject({ code: "not-listening" });
  server.listens.push(listeningAt(5000));
  run.next.push(() => server.ends(1));
  expect(await expectListening.play({ of: "server" }, run)).toMatchObject({
    code: "exited-early",
    facts: { status: 1 },
  });
});
