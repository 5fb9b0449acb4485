import { expect, it } from "vitest";
import type { Lab, Program } from "../spec/lab.ts";
import { labTable } from "./labs.ts";

const title = { en: "TCP echo server ☕", id: "Server echo TCP" };
const server: Program = { kind: "server", files: ["server.*"], port: { flag: "--port" } };
const test = { id: "echo", title, why: title, points: 5, steps: [] };
const labs: Lab[] = [
  { id: "tcp-echo", title, programs: { server }, tests: [test, test] },
  {
    id: "hello",
    title: { en: "Hello", id: "Halo" },
    points: 5,
    programs: { server, client: { ...server, kind: "client" } },
    tests: [test],
  },
];

it("lists labs in columns", () => {
  expect(labTable(labs, "en")).toBe(
    "tcp-echo  TCP echo server ☕  server          2 tests  100 points\n" +
      "hello     Hello               server, client  1 test   5 points\n",
  );
});

it("speaks Indonesian", () => {
  expect(labTable(labs.slice(1), "id")).toBe("hello  Halo  server, client  1 tes  5 poin\n");
});
