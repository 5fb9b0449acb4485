import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { open } from "yauzl";
import { commandFile } from "./support/built-command.ts";
import { labPoints } from "./support/lab-points.ts";

const run = promisify(execFile);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "other-platforms-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const late = `timezone: Asia/Jakarta
deadline: 2026-03-06 23:59
penalty: { percent: 10, per: day }
extensions: { budi@example.org: 2026-03-08 23:59 }
`;

/** Gradescope's metadata of a submission; times are UTC. */
function metadata({ createdAt, emails }: { createdAt: string; emails: string[] }) {
  const assignment = { due_date: "2026-03-05T16:59:00.000000Z", title: "Echo", total_points: "100.0" };
  const users = emails.map((email, id) => ({ email, id, name: email.split("@")[0], assignment }));
  return JSON.stringify({ id: 123456, created_at: createdAt, assignment, users, previous_submissions: [] });
}

describe("an autograder for Gradescope", () => {
  /** The files of Gradescope's container; a link replaces what setup.sh installs there. */
  async function autograder(lab: string, options: readonly string[] = []): Promise<string> {
    const zip = join(folder, "autograder.zip");
    await run(process.execPath, [commandFile, "export", "gradescope", lab, "--out", zip, ...options]);
    const root = join(folder, "autograder");
    mkdirSync(join(root, "source"), { recursive: true });
    await run("python3", ["-m", "zipfile", "-e", zip, join(root, "source")]);
    symlinkSync(resolve("node_modules"), join(root, "source/wirecheck/node_modules"));
    cpSync(join(root, "source/run_autograder"), join(root, "run_autograder"));
    return root;
  }

  async function graded(root: string, handIn: string, told: string) {
    cpSync(handIn, join(root, "submission"), { recursive: true });
    writeFileSync(join(root, "submission_metadata.json"), told);
    await run("bash", [join(root, "run_autograder")], { cwd: "/" });
    return JSON.parse(readFileSync(join(root, "results/results.json"), "utf8"));
  }

  it("grades a submission with the package that it carries, by the latest deadline of a group's members", async () => {
    writeFileSync(join(folder, "late.yaml"), late);
    const root = await autograder("tcp-ack", ["--policy", join(folder, "late.yaml"), "--lang", "id"]);
    const rights = await modes(join(folder, "autograder.zip"));
    expect([rights.get("setup.sh"), rights.get("run_autograder"), rights.get("settings.sh")]).toEqual([
      0o755, 0o755, 0o644,
    ]);
    const told = metadata({ createdAt: "2026-03-08T12:00:00.123456Z", emails: ["ani@example.org"] });
    const results = await graded(root, "reference/tcp-ack/python", told);
    expect(results.score).toBe(0.8 * (await labPoints("tcp-ack")));
    expect(results.output).toMatch(/terlambat/i);
    expect(results.tests.every(({ status }: { status: string }) => status === "passed")).toBe(true);
    const group = metadata({ createdAt: "2026-03-08T12:00:00Z", emails: ["ani@example.org", "budi@example.org"] });
    expect((await graded(root, "reference/tcp-ack/python", group)).score).toBe(await labPoints("tcp-ack"));
  });

  it("carries a lab of the course's own with what the lab refers to", async () => {
    const lab = join(folder, "course/labs/echo");
    mkdirSync(lab, { recursive: true });
    cpSync("reference/tcp-ack/python", join(folder, "course/solutions"), { recursive: true });
    const yaml = readFileSync("specs/tcp-ack/lab.yaml", "utf8");
    writeFileSync(join(lab, "lab.yaml"), yaml.replaceAll("../../reference/tcp-ack/python", "../../solutions"));
    const root = await autograder(lab);
    expect(existsSync(join(root, "source/lab/solutions/server.py"))).toBe(true);
    expect(existsSync(join(root, "source/lab/labs/echo/lab.yaml"))).toBe(true);
    const told = metadata({ createdAt: "2026-03-01T12:00:00Z", emails: ["ani@example.org"] });
    const { score, tests } = await graded(root, "fixtures/tcp-ack/server-answers-in-capitals", told);
    expect(score).toBeLessThan(await labPoints("tcp-ack"));
    expect(tests.some(({ status }: { status: string }) => status === "failed")).toBe(true);
  });

  it.each([
    [["--packages", "gcc; reboot"], "`gcc; reboot` is not the name of a Debian package"],
    [["--policy", "nowhere.yaml"], "nowhere.yaml:1:1: there is no such file"],
  ])("refuses %s", async (options, words) => {
    const called = autograder("hello", options);
    await expect(called).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining(words) });
  });
});

function modes(zip: string): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  return new Promise((done, fail) =>
    open(zip, (error, file) => {
      if (!file) return fail(error);
      file.on("entry", ({ fileName, externalFileAttributes }) =>
        found.set(fileName, (externalFileAttributes >>> 16) & 0o777),
      );
      file.on("end", () => done(found));
    }),
  );
}

describe("the recipes of docs/integrations.md", () => {
  const document = readFileSync("docs/integrations.md", "utf8");

  /** Runs the code of a section of the document, with `wirecheck` as a command and the hand-in in `submitted`. */
  async function follow(section: string, submitted: string, change = (script: string) => script): Promise<string> {
    const [, script = ""] = document.split(`## ${section}\n`)[1]?.match(/```bash\n(.*?)```/s) ?? [];
    mkdirSync(join(folder, "bin"));
    symlinkSync(commandFile, join(folder, "bin/wirecheck"));
    cpSync("fixtures/tcp-echo-once/closes-early", join(folder, submitted), { recursive: true });
    const shorter = script.replaceAll("tcp-echo ", "tcp-echo-once ").replaceAll(" --report ", `${only} --report `);
    const env = { ...process.env, PATH: `${join(folder, "bin")}:${process.env.PATH}` };
    const { stdout } = await run("bash", ["-e", "-c", change(shorter)], { cwd: folder, env });
    return stdout;
  }

  const only = " --program server --only echo-text echo-1024 --seed 7";
  const read = (name: string) => readFileSync(join(folder, name), "utf8");

  it("tell PrairieLearn the share of the points, and each test", async () => {
    await follow("PrairieLearn", "grade/student", (script) => script.replaceAll("/grade/", "grade/"));
    const results = JSON.parse(read("grade/results/results.json"));
    const sum = (key: "points" | "max_points") =>
      results.tests.reduce((total: number, test: Record<string, number>) => total + (test[key] ?? 0), 0);
    expect(results.gradable).toBe(true);
    expect(results.score).toBeCloseTo(sum("points") / sum("max_points"));
    expect(results.score).toBeLessThan(1);
    expect(results.tests.some(({ output }: { output: string }) => output.length > 20)).toBe(true);
  });

  it("give Artemis JUnit, and end well where marks were lost", async () => {
    await follow("Artemis", "assignment");
    expect(read("test-reports/junit.xml")).toContain("<failure");
  });

  it("give Moodle's VPL one grade, scaled to the activity's, and quote everything else", async () => {
    const environment = "export VPL_GRADEMAX=10\nexport VPL_SUBFILES='submitted/server.py'\n";
    writeFileSync(join(folder, "vpl_environment.sh"), environment);
    await follow("Moodle's Virtual Programming Lab", "submitted");
    const env = { ...process.env, PATH: `${join(folder, "bin")}:${process.env.PATH}` };
    const { stdout } = await run(join(folder, "vpl_execution"), { cwd: folder, env });
    const lines = stdout.trimEnd().split("\n");
    expect(lines[0]).toBe("<|--");
    const end = lines.indexOf("--|>");
    expect(lines.slice(1, end).every((line) => /^[->]/.test(line))).toBe(true);
    expect(lines.slice(end + 1)).toEqual([expect.stringMatching(/^Grade :=>> \d(\.\d+)?$/)]);
  });
});
