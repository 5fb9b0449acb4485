import { expect, it } from "vitest";
import { lab } from "./lab.ts";
import { withoutShorthands } from "./shorthands.ts";

const step = { wait: "1ms" };

function testsOf(written: Record<string, unknown>[]) {
  const programs = {
    server: { kind: "server", files: ["server.*"], port: { argument: 1 } },
    client: { kind: "client", files: ["client.*"], port: { argument: 2 }, launch: "fresh" },
  };
  const tests = written.map((each, index) => ({
    id: `t${index}`,
    title: "x",
    why: "x",
    points: 1,
    steps: [step],
    ...each,
  }));
  const { tests: read } = withoutShorthands(lab.parse({ id: "sample", title: "Sample", programs, tests }));
  return read.map(({ program, needs, launch }) => ({ program, needs, launch }));
}

it("gives the tests after a gate its program and the need for it, and all tests of a program its launch", () => {
  expect(
    testsOf([
      { gate: true },
      {},
      { program: "client" },
      { program: "client", gate: true, needs: ["t0"] },
      {},
      { needs: [] },
      { gate: true },
      {},
      { program: "server" },
    ]),
  ).toEqual([
    { program: undefined, needs: undefined, launch: undefined },
    { program: undefined, needs: ["t0"], launch: undefined },
    { program: "client", needs: undefined, launch: "fresh" },
    { program: "client", needs: ["t0"], launch: "fresh" },
    { program: "client", needs: ["t3"], launch: "fresh" },
    { program: "client", needs: [], launch: "fresh" },
    { program: "client", needs: ["t3"], launch: "fresh" },
    { program: "client", needs: ["t6"], launch: "fresh" },
    { program: undefined, needs: ["t0"], launch: undefined },
  ]);
});
