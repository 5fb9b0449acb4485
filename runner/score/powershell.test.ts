import { spawn } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import { describe, expect, it } from "vitest";
import { forPowerShell } from "./powershell.ts";

describe("a line for PowerShell", () => {
  it.each([
    ["printf 'Halo' | nc -w 2 localhost {port}", "Halo"],
    ["echo Halo | nc -w 2 127.0.0.1 {port}", "Halo\n"],
    ["echo -n HOSTNAME | nc -w 3 localhost {port}", "HOSTNAME"],
    ["printf 'satu\\ndua\\n' | nc localhost {port}", "satu\ndua\n"],
    ["printf '\\101\\102' | nc -w 2 127.0.0.1 {port}", "AB"],
  ])("sends what %s sends", async (line, sent) => {
    const server = net.createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as net.AddressInfo;
    const shown = forPowerShell(line.replace("{port}", `${port}`)) ?? "";
    const [, script = ""] = /^node -e "([^"]*)"$/.exec(shown) ?? [];
    const child = spawn(process.execPath, ["-e", script]);
    const [socket] = (await once(server, "connection")) as [net.Socket];
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toBe(sent);
    child.kill();
    server.close();
  });

  it("only starts a program as it stands", () => {
    expect(forPowerShell("python3 server.py --port 5000")).toBe("python3 server.py --port 5000");
  });

  it.each([
    "for i in $(seq 10); do (sleep 3 | nc 127.0.0.1 5000 &); done",
    "(sleep 3; echo satu) | nc -w 5 127.0.0.1 5000 & echo dua | nc -w 2 127.0.0.1 5000",
    "python3 info.py hostname; hostname",
    "printf 'x%.0s' {1..1024} | nc -w 2 localhost 5000 | wc -c",
    "ls /proc/$(pgrep -n -f server)/fd | wc -l",
  ])("is none for %s", (line) => {
    expect(forPowerShell(line)).toBeNull();
  });
});
