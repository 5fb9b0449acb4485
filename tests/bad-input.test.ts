import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { builtCommand } from "./support/built-command.ts";
import { hurriedLab } from "./support/hurried-lab.ts";
import { type Ended, nothingLeft, Workplace } from "./support/workplace.ts";

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => {
  expect(place.leftovers()).toEqual(nothingLeft);
  place.remove();
});

const stackFrame = /^ {4}at .*/m;

/** The output, without the line breaks that depend on the width of the terminal. */
function said({ stdout, stderr }: Ended): string {
  return `${stdout}${stderr}`.replaceAll(/\s+/g, " ");
}

describe("what cannot be graded", () => {
  const server = () => place.server("print('never run')");
  const emptyFolder = () => place.handIn({});

  it.each<[string, () => string[], string]>([
    ["an unknown lab", () => ["tcp-eco", server()], "unknown lab `tcp-eco`: did you mean `tcp-echo`?"],
    ["a lab's missing file", () => ["no/lab.yaml", server()], "there is no lab at `no/lab.yaml`"],
    ["a folder without a lab", () => [emptyFolder(), server()], "holds no lab.yaml"],
    ["a missing hand-in", () => ["tcp-echo", "no/such/hand-in"], "There is no file or folder no/such/hand-in."],
    ["an empty folder", () => ["tcp-echo", emptyFolder()], "holds no files to grade"],
    ["an unknown test", () => ["tcp-echo", server(), "--only", "split-mesage"], "did you mean `split-message`?"],
    ["an unknown program", () => ["tcp-echo", server(), "--program", "sever"], "did you mean `server`?"],
    ["a faulty seed", () => ["tcp-echo", server(), "--seed", "-1"], "give a whole number from 0 to"],
    ["an unknown tier", () => ["tcp-echo", server(), "--tier", "none"], "choose full, ports, local or best"],
    ["a damaged archive", () => ["tcp-echo", damagedArchive()], "hand-in.zip"],
    ["a lab whose tests need each other", () => [labInACircle(), server()], "need each other in a circle, a → b → a"],
  ])("%s is a usage error and says what to do", async (_, args, sentence) => {
    const ended = await place.run("check", ...args());
    expect({ status: ended.status, stdout: ended.stdout }).toEqual({ status: 2, stdout: "" });
    expect(said(ended)).toContain(sentence);
    expect(ended.stderr).not.toMatch(stackFrame);
  });

  function damagedArchive(): string {
    const path = join(place.folder, "hand-in.zip");
    writeFileSync(path, "PK\x03\x04 and no more of it");
    return path;
  }

  function labInACircle(): string {
    const folder = join(place.folder, "lab");
    mkdirSync(folder);
    const test = (id: string, needs: string) =>
      `{ id: ${id}, points: 50, needs: [${needs}], title: { en: t, id: t }, why: { en: w, id: w }, steps: [start: server] }`;
    writeFileSync(
      join(folder, "lab.yaml"),
      `id: circle
title: { en: Circle, id: Lingkaran }
summary: { en: A circle., id: Sebuah lingkaran. }
programs: { server: { kind: server, files: ["server*"], port: { flag: --port }, host: localhost } }
tests: [${test("a", "b")}, ${test("b", "a")}]
`,
    );
    return folder;
  }
});

describe("a program that does not run", () => {
  it.each([
    ["does not build", "def serve(:\n", "could not be built or read, so it never ran"],
    ["exits at once", "print('Bye')\n", "ended (exit status 0)"],
    ["fails at once", "import sokcet\n", "No module named 'sokcet'"],
    ["never listens", "import threading\nthreading.Event().wait()\n", "runs but does not listen"],
    ["waits for the keyboard", "while True:\n    input('Press Enter: ')\n", "is blocked in read() on the keyboard"],
    ["computes for ever", "while True:\n    pass\n", "kept computing until its CPU time was used up"],
    ["prints for ever", "while True:\n    print('waiting ' * 100)\n", "was stopped after it had printed"],
  ])("because it %s loses its marks with a clear sentence", async (_, source, sentence) => {
    const only = ["--program", "server", "--only", "starts", "echo-text"];
    // A program that computes for ever uses up all its CPU time in every test.
    const lab = hurriedLab(place.folder, "tcp-echo-once", "processor: 1s");
    const ended = await place.run("check", lab, place.server(source), ...only);
    expect(ended.status).toBe(1);
    expect(said(ended)).toContain(sentence);
    expect(ended.stderr).not.toMatch(stackFrame);
  });
});

it("a reader that goes away stops neither the grading nor its status", async () => {
  const check = [...builtCommand, "check", "tcp-echo-once", place.server("print('Bye')")];
  // biome-ignore lint/suspicious/noTemplateCurlyInString: bash expands it
  const piped = ["bash", "-c", '"$@" | head -n 1; exit ${PIPESTATUS[0]}', "bash", ...check, "--only", "starts"];
  const { status, stdout, stderr } = await place.startCommand(piped).ended;
  expect({ status, lines: stdout.split("\n").length, trace: stderr.match(stackFrame) }).toEqual({
    ...{ status: 1, lines: 2, trace: null },
  });
});
