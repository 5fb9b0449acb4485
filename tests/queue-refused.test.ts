import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { commandFile } from "./support/built-command.ts";
import { QueuedClass } from "./support/queued-class.ts";
import { noRedis } from "./support/redis-server.ts";

const fixtures = { budi: "correct-plain", citra: "upper-cases" };
const marks = { budi: 10, citra: 4 };
const key = "0123456789abcdef0123456789abcdef";

let queued: QueuedClass;
beforeAll(async () => {
  if (noRedis === null) queued = await QueuedClass.of(fixtures);
});
afterAll(() => queued?.remove());

/** Waits until `count` hand-ins are in the queue, and returns their keys in Redis. */
async function parcels(count: number): Promise<string[]> {
  for (;;) {
    const found = (await queued.redis.keys()).filter((name) => name.includes(":parcel:"));
    if (found.length === count) return found;
    await setTimeout(20);
  }
}

describe.skipIf(noRedis !== null)(`who has no course key${noRedis ? ` (skipped: ${noRedis})` : ""}`, () => {
  it("cannot forge a result, nor pass one hand-in's result off as another's", async () => {
    const { ended } = queued.small.startGrading("forged", () => {}, queued.through);
    const [first = "", second = ""] = await parcels(2);
    await queued.redis.with(async (redis) => {
      await redis.hset(first, { result: "x", "result-signature": "f".repeat(64) });
      await redis.hset(second, { result: "y" });
      const [queue] = (await redis.keys("*:events")).map((name) => name.slice(0, -":events".length));
      for (const name of [first, second])
        await redis.xadd(
          `${queue}:events`,
          "*",
          "event",
          "completed",
          "jobId",
          name.split(":").at(-1) as string,
          "returnvalue",
          "null",
        );
    });
    const worker = await queued.worker();
    const { status, lines } = await ended;
    expect({ status, marks: await queued.small.marks("forged") }).toEqual({ status: 0, marks });
    expect(lines.filter((line) => line.includes("is not signed with the course key: it is refused"))).toHaveLength(2);
    worker.child.kill("SIGTERM");
    await worker.ended;
  });

  it("cannot change a hand-in, or hand in for somebody else: it is an error, and never a mark", async () => {
    const { ended } = queued.small.startGrading("changed", () => {}, queued.through);
    const [first = "", second = ""] = await parcels(2);
    await queued.redis.with(async (redis) => {
      const files = await redis.hgetBuffer(first, "files");
      await redis.hset(second, { files: files as Buffer });
      await redis.hset(first, { order: (await redis.hget(first, "order"))?.replace('"seed":7', '"seed":8') as string });
    });
    const worker = await queued.worker();
    const { status, stdout } = await ended;
    expect({ status, marks: await queued.small.marks("changed") }).toEqual({
      ...{ status: 3, marks: { budi: null, citra: null } },
    });
    const said = stdout.replace(/\s+/g, " ");
    expect(said).toContain("its files were changed in the queue");
    expect(said).toContain("changed there, without the course key");
    worker.child.kill("SIGTERM");
    await worker.ended;
  });
});

describe.skipIf(noRedis !== null)("a worker that may not grade a class", () => {
  /** Grades with a worker that must not grade, and then with one that may. */
  async function gradeBeside(other: { options?: string[]; command?: string }, ...options: string[]) {
    const stranger = await queued.worker(other);
    let heard = () => {};
    const told = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const out = `beside-${Math.random()}`;
    const { ended } = queued.small.startGrading(
      out,
      (line) => {
        if (line.startsWith("note: no worker")) heard();
      },
      [...queued.through, ...options],
    );
    await told;
    await stranger.says(/is left to other workers/);
    const fitting = await queued.worker({ options });
    const { status, lines } = await ended;
    expect({ status, marks: await queued.small.marks(out) }).toEqual({ status: 0, marks });
    for (const { child, ended: gone } of [stranger, fitting]) {
      child.kill("SIGTERM");
      await gone;
    }
    expect(stranger.lines.filter((line) => /: \d+\/10$/.test(line))).toEqual([]);
    return lines.find((line) => line.startsWith("note: no worker may") || line.includes("may grade")) ?? "";
  }

  it("because it is another version", async () => {
    const other = queued.path("other-version");
    for (const part of ["dist/bin", "dist/native"])
      cpSync(part, join(other, part), { recursive: true, filter: (file) => !file.endsWith(".map") });
    const manifest = JSON.parse(readFileSync("package.json", "utf8"));
    writeFileSync(join(other, "package.json"), JSON.stringify({ ...manifest, version: "99.1.0" }));
    for (const name of ["node_modules", "specs", "reference"]) symlinkSync(resolve(name), join(other, name));
    const said = await gradeBeside({ command: join(other, "dist/bin/wirecheck.js") });
    expect(said).toContain(`is wirecheck 99.1.0, and not ${manifest.version}`);
  });

  it("because it has another course key", async () => {
    const file = await queued.small.write("other.key", key);
    expect(await gradeBeside({ options: ["--queue-key", file] })).toContain("has another course key");
  });

  it("because it lacks a label", async () => {
    const said = await gradeBeside({ options: ["--labels", "gpu"] }, "--labels", "java,gpu");
    expect(said).toContain("lacks the label java");
  });

  it("because it has another tier", async () => {
    expect(await gradeBeside({ options: ["--tier", "ports"] })).toContain("has tier ports, and not full");
  });
});

describe.skipIf(noRedis !== null)("a server", () => {
  const worker = (url: string, environment: Record<string, string> = {}) => {
    try {
      const env = { ...process.env, WIRECHECK_QUEUE_KEY: key, ...environment };
      execFileSync(process.execPath, [commandFile, "worker", "--queue", url], { env, stdio: "pipe" });
      return { status: 0, said: "" };
    } catch (error) {
      const { status, stderr } = error as { status: number; stderr: Buffer };
      return { status, said: stderr.toString() };
    }
  };

  it("that is not there, or no server's address, is said in a sentence", () => {
    expect(worker("redis://localhost:1")).toEqual({
      ...{
        status: 3,
        said: expect.stringMatching(/^error: no Redis answers at redis:\/\/localhost:1 \(.*ECONNREFUSED.*\): .*\n$/),
      },
    });
    expect(worker("localhost:6379")).toEqual({
      ...{ status: 2, said: expect.stringMatching(/^error: localhost:6379 is not the address of a queue: .*\n$/) },
    });
    expect(worker(queued.redis.url, { WIRECHECK_QUEUE_KEY: "short" })).toEqual({
      ...{
        status: 2,
        said: expect.stringMatching(/^error: the course key in WIRECHECK_QUEUE_KEY is too short: .*\n$/),
      },
    });
  });

  it("lets in users of its access list alone, and its password is in no sentence and no argument", async () => {
    const locked = await QueuedClass.of(fixtures);
    onTestFinished(() => locked.remove());
    const rules = [
      "on",
      ">gr4der-secret",
      "resetkeys",
      "~wirecheck:*",
      "resetchannels",
      "+@all",
      "-@admin",
      "-@dangerous",
      "+info",
    ];
    await locked.redis.with(async (redis) => {
      await redis.call("ACL", "SETUSER", "grader", ...rules);
      await redis.call("ACL", "SETUSER", "default", "off");
    });
    const [path] = locked.redis.url.split("//").slice(1);
    const asUser = `unix://grader@localhost${path}`;
    expect(worker(locked.redis.url)).toEqual({
      status: 2,
      said: expect.stringMatching(/asks for a password|refuses this user/),
    });
    const wrong = worker(asUser, { WIRECHECK_QUEUE_PASSWORD: "wr0ng-secret" });
    expect(wrong).toEqual({ status: 2, said: expect.stringContaining("refuses this user or password") });
    expect(wrong.said).not.toMatch(/secret/);

    process.env.WIRECHECK_QUEUE_PASSWORD = "gr4der-secret";
    onTestFinished(() => {
      delete process.env.WIRECHECK_QUEUE_PASSWORD;
    });
    await locked.worker({ options: ["--queue", asUser] });
    const graded = await locked.small.grade("grades", ...locked.through, "--queue", asUser);
    expect({ status: graded.status, marks: await locked.small.marks("grades") }).toEqual({ status: 0, marks });
    await locked.redis.stop();
  });

  it("is spoken to through TLS, with a certificate that is trusted or else refused", async () => {
    const folder = queued.small.folder;
    const openssl = [
      "req",
      "-x509",
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:prime256v1",
      "-nodes",
      "-days",
      "2",
    ];
    const files = ["-keyout", join(folder, "tls.key"), "-out", join(folder, "tls.crt")];
    execFileSync(
      "openssl",
      [...openssl, ...files, "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
      { stdio: "ignore" },
    );
    const { default: getPort } = await import("get-port");
    const port = await getPort();
    const tls = [
      "--tls-port",
      `${port}`,
      "--tls-cert-file",
      join(folder, "tls.crt"),
      "--tls-key-file",
      join(folder, "tls.key"),
    ];
    const secure = await QueuedClass.of(fixtures, [...tls, "--tls-auth-clients", "no"]);
    onTestFinished(() => secure.remove());
    const url = `rediss://localhost:${port}`;
    expect(worker(url)).toEqual({
      status: 2,
      said: expect.stringMatching(/TLS with the queue at .*NODE_EXTRA_CA_CERTS/),
    });
    process.env.NODE_EXTRA_CA_CERTS = join(folder, "tls.crt");
    onTestFinished(() => {
      delete process.env.NODE_EXTRA_CA_CERTS;
    });
    await secure.worker({ options: ["--queue", url] });
    const graded = await secure.small.grade("grades", ...secure.through, "--queue", url);
    expect({ status: graded.status, marks: await secure.small.marks("grades") }).toEqual({ status: 0, marks });
  });
});
