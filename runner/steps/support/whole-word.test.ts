import { expect, it } from "vitest";
import { holdsWord } from "./whole-word.ts";

it.each([
  ["Hostname: pc-abc", "pc-abc"],
  ["IP address: 10.1.2.3.", "10.1.2.3"],
  ["('ARSIP.kampus.test', [], ['10.1.2.3'])", "arsip.kampus.test"],
  ["arsip.kampus.test.", "arsip.kampus.test"],
  ["http/tcp: port 80", "80"],
  ["inet 10.1.2.3/24", "10.1.2.3"],
  ["=> ::1", "127.0.0.1|::1"],
  ["Port:80", "80"],
  ["= 5.000000", "5"],
  ["-7.00\n", "-7"],
  ["3.50", "3.5"],
])("%s holds %s", (text, word) => {
  expect(holdsWord(text, word)).toBe(true);
});

it.each([
  ["pc-abcd", "pc-abc"],
  ["my-pc-abc", "pc-abc"],
  ["10.1.2.34", "10.1.2.3"],
  ["110.1.2.3", "10.1.2.3"],
  ["8080", "80"],
  ["10.1.2.3", "10x1.2.3"],
  ["3.10.1.2.3", "10.1.2.3"],
  ["", "80"],
  ["-5", "5"],
  ["5", "-5"],
  ["5.05", "5"],
  ["80.0.0.1", "80"],
  ["3.05", "3.5"],
])("%s does not hold %s", (text, word) => {
  expect(holdsWord(text, word)).toBe(false);
});
