import { expect, it } from "vitest";
import * as z from "zod";
import { checkWorld } from "./check-world.ts";
import { describeProblem, toProblems } from "./problem.ts";
import { readYamlText } from "./read-yaml.ts";
import { world } from "./world.ts";

function check(...lines: string[]): string[] {
  const text = ["world:", ...lines.map((line) => `  ${line}`)].join("\n");
  const outcome = readYamlText(text, worldAlone, "lab.yaml");
  if ("problems" in outcome) return outcome.problems.map(describeProblem);
  return toProblems("lab.yaml", checkWorld(outcome.value), outcome.locate).map(describeProblem);
}

const worldAlone = z.strictObject({ world });

const draws = "draws: { own: { address: 10.?.?.? }, host: { name: www.????.test }, port: { number: [1024, 2000] } }";

it("finds nothing in a world that is right", () => {
  expect(
    check(
      draws,
      'hostname: "{host}"',
      'address: "{own}"',
      'hosts: { "{host}": "{own}", example.com: 203.0.113.80 }',
      'services: [{ name: http, port: 80, protocol: tcp }, { name: x, port: "{port}", protocol: udp }]',
      'dns: [{ name: "{host}", addresses: ["{own}", "2001:db8::1"], after: 1s }]',
    ),
  ).toEqual([]);
});

it.each<[what: string, lines: string[], problems: string[]]>([
  [
    "a draw that nobody made",
    [draws, 'address: "{hots}"'],
    ["lab.yaml:3:12: unknown draw `hots`: did you mean `host`?"],
  ],
  [
    "a name where an address must stand",
    [draws, 'dns: [{ name: x.test, addresses: ["{port}"] }]'],
    [expect.stringMatching(/^lab\.yaml:3:37: `\d+` is not an IP address$/)],
  ],
  [
    "a port beyond the last",
    ["services: [{ name: x, port: 70000, protocol: tcp }]"],
    ["lab.yaml:2:31: `70000` is not a port: write one from 1 to 65535"],
  ],
  [
    "a range the wrong way round",
    ["draws: { port: { number: [9, 1] } }"],
    ["lab.yaml:2:28: the smaller number must come first"],
  ],
  [
    "a draw of no form",
    ["draws: { own: { address: ten.?.?.? } }"],
    ["lab.yaml:2:28: `address`: write an IPv4 address with ? for each number to draw, such as 10.?.?.?"],
  ],
])("%s", (_, lines, problems) => {
  expect(check(...lines)).toEqual(problems);
});
