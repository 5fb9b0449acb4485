import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestArena, type TestArena, tiers } from "../../tests/support/test-arena.ts";
import { usersOf } from "./users.ts";

describe.each(tiers)("what a program sees in tier %s", (tier) => {
  let test: TestArena;
  beforeAll(async () => {
    process.env.WIRECHECK_SECRET = "not for students";
    test = await openTestArena(tier);
  });
  afterAll(() => {
    delete process.env.WIRECHECK_SECRET;
    return test.close();
  });
  const output = async (script: string) => {
    const program = test.launch(["/bin/sh", "-c", script]);
    await program.exited;
    return program.stdout();
  };

  it("none of the grader's environment", async () => {
    const names = (await output("env")).split("\n").map((line) => line.split("=")[0]);
    expect(names.filter(Boolean).sort()).toEqual(["HOME", "LANG", "LOGNAME", "PATH", "PWD", "TERM", "TMPDIR", "USER"]);
  });

  it("none of the grader's descriptors", async () => {
    expect(await output("exec ls /proc/self/fd")).toBe("0\n1\n2\n3\n");
  });

  it.runIf(tier === "full" || usersOf(process.pid) !== null)("an ordinary user", async () => {
    const program = test.launch(["/bin/sh", "-c", "cat /proc/self/status; touch /usr/x"]);
    await program.exited;
    const status = Object.fromEntries(
      program
        .stdout()
        .split("\n")
        .map((line) => line.split(/:\s*/, 2)),
    );
    expect(status.Uid).toMatch(/^([1-9]\d{4,9})(\t\1){3}$/);
    expect(status.Gid).toBe(status.Uid);
    expect(status).toMatchObject({ CapEff: "0000000000000000", NoNewPrivs: "1" });
    expect(program.stderr()).toMatch(/Permission denied|Read-only/);
  });

  it.runIf(tier === "full")("nothing of the machine but its programs", async () => {
    expect(await output("cd /; echo *")).toMatch(
      /^bin dev etc home lib (lib32 )?(lib64 )?(libx32 )?proc sbin tmp usr\n$/,
    );
    expect(await output("echo /home/*; hostname; whoami; cat /etc/shadow")).toBe("/home/student\nlab\nstudent\n");
    expect(await output("echo /proc/[0-9]*")).toBe("/proc/1 /proc/2\n");
  });

  it.runIf(tier === "full")("a first process as on any machine", async () => {
    expect(await output("tr '\\0' '|' < /proc/1/cmdline; cat /proc/1/comm")).toBe("init|init\n");
  });

  it.runIf(tier === "full")("nowhere to write but its own folders, of limited size", async () => {
    const folders = ["/", "/dev", "/etc", "/usr", "/home", "/proc", "/tmp", "/dev/shm", "/home/student"];
    const script = `for folder in ${folders.join(" ")}; do touch $folder/x 2>/dev/null && echo $folder; done`;
    expect(await output(script)).toBe("/tmp\n/dev/shm\n/home/student\n");
    expect(await output("df --output=size /tmp /dev/shm | tail -2")).toMatch(/^\s*65536\n\s*65536\n$/);
  });

  it("the folders its toolchain needs and, while building, a place for products", async () => {
    const tools = join(test.scratch, `tools-${tier}`);
    const build = join(test.scratch, `build-${tier}`);
    for (const folder of [tools, build]) mkdirSync(folder);
    writeFileSync(join(tools, "version"), "17");
    const shell = (script: string, writable: boolean) =>
      test.launch(["/bin/sh", "-c", script], { toolFolders: [tools], build: { folder: build, writable } });
    const builder = shell(`cat ${tools}/version > {build}/product`, true);
    expect(await builder.exited).toMatchObject({ status: 0 });
    const program = shell("cat {build}/product; echo more >> {build}/product; echo x > {build}/other", false);
    await program.exited;
    expect(program.stdout()).toBe("17");
    if (tier === "full") expect(program.stderr()).toMatch(/Read-only/);
  });
});
