import { expect, it } from "vitest";
import type { Lab } from "../spec/lab.ts";
import { chooseSamples } from "./choose-samples.ts";

const labs = ["echo", "hello"].map((id) => ({
  lab: { id } as Lab,
  samples: ["python", `only-in-${id}`].map((name) => ({ name, folder: name, expected: null })),
}));

const chosen = (...names: string[]) =>
  chooseSamples(labs, names).map(({ lab, samples }) => [lab.id, samples.map(({ name }) => name)]);

it("takes a name from every lab that has it, and a name with its lab from that one", () => {
  expect(chosen("python")).toEqual([
    ["echo", ["python"]],
    ["hello", ["python"]],
  ]);
  expect(chosen("hello/python", "only-in-hello")).toEqual([["hello", ["python", "only-in-hello"]]]);
});

it("says which name fits no program", () => {
  expect(() => chosen("python", "echo/pyhton")).toThrow(
    "no lab has a program `echo/pyhton`: did you mean `echo/python`?",
  );
  expect(() => chosen("echo/only-in-hello")).toThrow("no lab has a program `echo/only-in-hello`");
});
