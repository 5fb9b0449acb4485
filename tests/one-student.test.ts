import { copyFile, cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SmallClass } from "./support/small-class.ts";

let small: SmallClass;
let book: string;
beforeAll(async () => {
  small = await SmallClass.of({ budi: "correct-plain", citra: "upper-cases" });
  const server = join(small.handIns, "citra", "server.py");
  const notes = Array.from({ length: 30 }, (_, line) => `print("note ${line}", flush=True)`).join("\n");
  await writeFile(server, `${notes}\n${await readFile(server, "utf8")}`);
  await small.write(
    "class.csv",
    "id,name,email,section\nbudi,Budi,budi@x.id,A\ncitra,Citra,,A\ndewi,Dewi,dewi@x.id,B\n",
  );
  const ended = await small.grade("grades", "--roster", small.path("class.csv"), "--report", "feedback,html");
  expect(ended.lines.join("\n")).toContain("1 of 3 students have no e-mail address");
  book = join(small.path("grades"), "reports/instructor");
});
afterAll(() => small.remove());

describe("report --explain", () => {
  it("shows the arithmetic, the cause, what happened and all that was printed", async () => {
    const { stdout } = await small.run("report", small.path("grades"), "--explain", "citra");
    expect(stdout).toContain("4/4  starts: passed");
    expect(stdout).toContain("Changes the bytes (wrong-bytes)");
    expect(stdout).toMatch(/alice +sent "halo, dunia"\n.*alice +received "HALO, DUNIA"/);
    for (const line of [0, 7, 29]) expect(stdout).toContain(`│ note ${line}\n`);
  });
});

describe("the page of a student", () => {
  it("has all that was printed, folded away", async () => {
    const page = await readFile(join(book, "html/students/citra.html"), "utf8");
    expect(page).toMatch(/<details class="whole-output">.*note 0\nnote 1\n/s);
    expect(await readFile(join(book, "html/students/budi.html"), "utf8")).not.toContain(
      '<details class="whole-output">',
    );
  });
});

describe("the report feedback", () => {
  it("has a row for everybody, with the files to attach", async () => {
    const rows: Record<string, string>[] = parse(await readFile(join(book, "feedback/mail-merge.csv"), "utf8"), {
      columns: true,
      bom: true,
    });
    expect(rows).toMatchObject([
      { email: "budi@x.id", name: "Budi", section: "A", points: "10", max_points: "10", page: "budi.html" },
      { email: "", points: "4", percent: "40", feedback: "4 of 10; A text comes back: Changes the bytes" },
      { email: "dewi@x.id", points: "", feedback: "Nothing was handed in.", markdown: "dewi.md" },
    ]);
    const files = await readdir(join(book, "feedback"));
    for (const { page, markdown } of rows) expect(files).toEqual(expect.arrayContaining([page, markdown]));
  });

  it("has everything in each file, and nothing of the class", async () => {
    const text = await readFile(join(book, "feedback/citra.md"), "utf8");
    for (const words of ["Changes the bytes", "All that the programs printed", "note 0\nnote 1\n"])
      expect(text).toContain(words);
    const page = await readFile(join(book, "feedback/citra.html"), "utf8");
    expect(page).toContain("note 29");
    expect(page).not.toContain("index.html");
  });
});

describe("marks that changed", () => {
  it("are told with the reasons before and after, since the last time or another folder", async () => {
    await cp(small.path("grades"), small.path("before"), { recursive: true });
    await copyFile("fixtures/tcp-echo-once/correct-plain/server.py", join(small.handIns, "citra", "server.py"));
    const again = await small.grade("grades");
    expect(again.stdout).toContain("Citra (citra): 4 → 10\n    echo: 0/6 (Changes the bytes) → 6/6");
    const marks = await small.write("marks.csv", "student,item,points,max,comment\nbudi,total,7,,spoke to him\n");
    const since = ["--since", small.path("before"), "--marks", marks];
    const { stdout } = await small.run("report", small.path("grades"), ...since);
    expect(stdout).toContain(`Compared with ${small.path("before")}, 1 mark rose and 1 mark fell:`);
    expect(stdout).toContain("manual: – → -3 (total, by hand: 7 (spoke to him))");
    const table = await readFile(join(book, "changes.csv"), "utf8");
    expect(table).toContain("citra,Citra,4,10,echo,0/6 (Changes the bytes),6/6");
  });

  it("need something to be compared with", async () => {
    const { status, lines } = await small.run("report", small.path("grades"), "--since", small.handIns);
    expect(status).toBe(2);
    expect(lines.join("\n")).toContain("has no marks to compare with");
  });
});
