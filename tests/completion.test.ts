import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { commandFile } from "./support/built-command.ts";

async function script(shell: string): Promise<string> {
  return (await promisify(execFile)(process.execPath, [commandFile, "completion", shell])).stdout;
}

it.each([
  ["wirecheck ch", 1, ["check"]],
  ["wirecheck check tcp-echo-o", 2, ["tcp-echo-once"]],
  ["wirecheck check tcp-echo --no-w", 3, ["--no-watch"]],
  ["wirecheck doctor tcp", 2, []],
])("bash completes %s", async (line, index, completed) => {
  const asked = `COMP_WORDS=(${line}); COMP_CWORD=${index}; _wirecheck; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = spawnSync("bash", ["-c", `${await script("bash")}\n${asked}`], { encoding: "utf8" });
  expect(stdout.split("\n").filter(Boolean)).toEqual(completed);
});

it.each(["zsh", "fish", "powershell"])("%s is told of every command, option and lab", async (shell) => {
  const said = await script(shell);
  for (const word of ["verify", "--no-watch", "udp-echo"]) expect(said).toContain(word);
});
