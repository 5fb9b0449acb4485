import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { commandFile } from "./built-command.ts";
import { finalPoints } from "./final-points.ts";

/** How a command over a class ended. */
export interface Ended {
  status: number | null;
  stdout: string;
  /** Lines of standard error. */
  lines: string[];
}

/** Two tests, so that a hand-in is graded in a moment. */
const lab = `
id: small-echo
title: { en: Small echo, id: Echo kecil }
points: 10
programs:
  server: { kind: server, files: ["server.*"], port: { flag: --port } }
tests:
  - id: starts
    points: 4
    title: { en: It starts, id: Berjalan }
    why: { en: A server listens., id: Server mendengarkan. }
    steps: [start: server]
  - id: echo
    points: 6
    needs: [starts]
    title: { en: A text comes back, id: Teks kembali }
    why: { en: That is what echo means., id: Itulah arti echo. }
    steps:
      - connect: alice
      - send: { from: alice, text: "halo, dunia" }
      - expect: { at: alice, sent: true, whole: true }
`;

/** A class, a lab and a folder for grades, graded by the built command line. */
export class SmallClass {
  readonly folder: string;
  readonly handIns: string;
  readonly lab: string;

  private constructor(folder: string) {
    this.folder = folder;
    this.handIns = join(folder, "hand-ins");
    this.lab = join(folder, "lab.yaml");
  }

  /** A class whose hand-ins, by the names of their folders, are fixtures of the lab tcp-echo-once. */
  static async of(fixtures: Readonly<Record<string, string>>): Promise<SmallClass> {
    const made = new SmallClass(await mkdtemp(join(tmpdir(), "small-class-")));
    await writeFile(made.lab, lab);
    for (const [name, fixture] of Object.entries(fixtures)) {
      await mkdir(join(made.handIns, name), { recursive: true });
      await copyFile(`fixtures/tcp-echo-once/${fixture}/server.py`, join(made.handIns, name, "server.py"));
    }
    return made;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  async write(name: string, content: string): Promise<string> {
    await writeFile(this.path(name), content);
    return this.path(name);
  }

  /** Grades the hand-ins into a folder of this name; the seed is always the same. */
  grade(out: string, ...options: string[]): Promise<Ended> {
    return this.run("grade", this.lab, this.handIns, "--out", this.path(out), "--seed", "7", ...options);
  }

  run(...args: string[]): Promise<Ended> {
    return start(args).ended;
  }

  /** The same with the class's own folder as the working folder. */
  runInside(...args: string[]): Promise<Ended> {
    return start(args, undefined, this.folder).ended;
  }

  /** The same with a subfolder of it as the working folder. */
  runIn(folder: string, ...args: string[]): Promise<Ended> {
    return start(args, undefined, this.path(folder)).ended;
  }

  /** Starts to grade; `onLine` gets each line of standard error and may kill the process. */
  startGrading(out: string, onLine: (line: string, child: ChildProcess) => void, options: readonly string[] = []) {
    const args = ["grade", this.lab, this.handIns, "--out", this.path(out), "--seed", "7", ...options];
    return start(args, onLine);
  }

  /** The final points of all students, as they were last written. */
  async marks(out: string): Promise<Record<string, number | null>> {
    return finalPoints(this.path(out));
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}

function start(
  args: readonly string[],
  onLine: (line: string, child: ChildProcess) => void = () => {},
  folder = process.cwd(),
) {
  const child = spawn(process.execPath, [commandFile, ...args], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  const lines: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => {
    lines.push(line);
    onLine(line, child);
  });
  const stdout = text(child.stdout);
  const ended = once(child, "close").then(
    async ([status]): Promise<Ended> => ({ status, stdout: await stdout, lines }),
  );
  return { child, ended };
}
