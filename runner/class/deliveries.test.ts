import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pythonTool } from "../launchers/python/python-tool.ts";
import { resolveTool } from "../launchers/tools/toolchain.ts";
import { readDeliveries } from "./deliveries.ts";
import type { Delivery } from "./delivery.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wirecheck-class-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("a folder as it comes from", () => {
  it("Moodle, with folders and without, and an online text where there is no file", async () => {
    await lay({
      "Budi Santoso_101_assignsubmission_file_/server.py": "",
      "Citra_Dewi_102_assignsubmission_file_server.py": "",
      "Citra_Dewi_102_assignsubmission_file_client.py": "",
      "Budi Santoso_101_assignsubmission_onlinetext_/onlinetext.html": "",
      "Dewi_103_assignsubmission_onlinetext_/onlinetext.html": "",
    });
    expect(await seen()).toEqual([
      {
        path: "Budi Santoso_101_assignsubmission_file_",
        name: "Budi Santoso",
        platformId: "101",
        files: [expect.anything()],
      },
      {
        path: "Citra_Dewi_102_assignsubmission_file_client.py",
        name: "Citra_Dewi",
        platformId: "102",
        files: ["client.py", "server.py"],
      },
      { path: "Dewi_103_assignsubmission_onlinetext_", name: "Dewi", platformId: "103", files: [expect.anything()] },
    ]);
  });

  it("Canvas: several files of one student, late ones, and the names before a second attempt", async () => {
    await lay({
      "santosobudi_77_9001_server.py": "",
      "santosobudi_77_9002_echo-2.py": "",
      "dewicitra_LATE_78_9003_server-1.py": "",
      "dewicitra_LATE_78_9004_helper-1.py": "",
    });
    const deliveries = await readDeliveries(folder, "");
    expect(deliveries.map(({ late }) => late)).toEqual([true, false]);
    expect(await seen()).toMatchObject([
      { name: "dewicitra", platformId: "78", files: ["helper.py", "server.py"] },
      { name: "santosobudi", platformId: "77", files: ["echo-2.py", "server.py"] },
    ]);
  });

  it("Gradescope: groups, and the time of each attempt", async () => {
    const person = (name: string, sid: string) => `  - :name: ${name}\n    :sid: '${sid}'\n    :email: ${name}@x.id\n`;
    await lay({
      "submission_1/server.py": "",
      "submission_2/server.py": "",
      "submission_metadata.yml": `submission_1:\n  :submitters:\n${person("budi", "0511")}${person("citra", "0512")}  :created_at: 2025-11-21 16:50:03.123456000 Z\nsubmission_2:\n  :submitters:\n${person("dewi", "0513")}  :created_at: 2025-11-21 23:50:03 +0700\n`,
    });
    const deliveries = await readDeliveries(folder, "");
    expect(deliveries.map(({ owners }) => owners.map(({ id }) => id))).toEqual([["0511", "0512"], ["0513"]]);
    expect(deliveries.map(({ submittedAt }) => submittedAt?.toISOString())).toEqual([
      "2025-11-21T16:50:03.000Z",
      "2025-11-21T16:50:03.000Z",
    ]);
  });

  it("GitHub Classroom: the user's name, hyphens and all, and the time of the last commit", async () => {
    await lay({ "echo-lab-budi/server.py": "", "echo-lab-citra-d/server.py": "", "class.csv": "" });
    for (const name of ["echo-lab-budi", "echo-lab-citra-d"]) await commit(join(folder, name), "2025-11-21T16:50:03Z");
    const deliveries = await readDeliveries(folder, "");
    expect(deliveries.map(({ owners: [owner] }) => owner?.username)).toEqual(
      [undefined, "budi", "citra-d"].map((name) => name ?? null),
    );
    expect(deliveries[1]?.submittedAt?.toISOString()).toBe("2025-11-21T16:50:03.000Z");
  });

  it("a repository whose settings name programs: none is run", async () => {
    await lay({ "lab-budi/server.py": "" });
    const repository = join(folder, "lab-budi");
    await commit(repository, "2025-11-21T16:50:03Z");
    const trap = `touch ${join(folder, "sprung")}`;
    for (const setting of [
      "core.fsmonitor",
      "core.pager",
      "gpg.program",
      "core.sshCommand",
      "core.alternateRefsCommand",
    ])
      await execa("git", ["-C", repository, "config", setting, trap]);
    await execa("git", ["-C", repository, "config", "log.showSignature", "true"]);
    expect(await seen()).toMatchObject([{ path: "lab-budi" }]);
    expect(existsSync(join(folder, "sprung"))).toBe(false);
  });

  it("nowhere in particular: files, folders and archives, numbered attempts", async () => {
    await lay({ "budi/server.py": "", "citra.zip": "", "dewi-attempt-2.py": "", ".DS_Store": "", "__MACOSX/x": "" });
    const deliveries = await readDeliveries(folder, "");
    expect(deliveries.map(({ owners: [owner], attempt }) => [owner?.label, attempt])).toEqual([
      ["budi", null],
      ["citra", null],
      ["dewi", 2],
    ]);
  });
});

describe("an archive of a class", () => {
  it("is unpacked, whether or not a folder stands around it; archives within stay closed", async () => {
    await zip({ "hand-ins/budi/server.py": "x", "hand-ins/citra.zip": "y" });
    expect(await seen("class.zip")).toMatchObject([{ path: "budi" }, { path: "citra.zip" }]);
  });

  it("may hold one unsafe hand-in, and the others are none the worse", async () => {
    await zip({ "budi/server.py": "x", "citra/../../../escaped.py": "y", "citra/server.py": "z" });
    const deliveries = await readDeliveries(join(folder, "class.zip"), join(folder, "unpacked"));
    expect(deliveries.map(({ path, refused }) => [path, refused?.en])).toEqual([
      ["budi", undefined],
      ["citra", expect.stringContaining("points outside the hand-in")],
    ]);
  });

  it("that is none is an error of its own", async () => {
    await writeFile(join(folder, "class.zip"), "<html>please log in</html>");
    await expect(readDeliveries(join(folder, "class.zip"), join(folder, "unpacked"))).rejects.toThrow(
      "End of central directory",
    );
  });
});

async function lay(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

async function seen(source = "") {
  const deliveries = await readDeliveries(join(folder, source), join(folder, "unpacked"));
  return deliveries.map(({ path, owners: [owner], sources }: Delivery) => ({
    path,
    name: owner?.name,
    platformId: owner?.platformId,
    files: sources.map(({ name }) => name).sort((a, b) => Number(a > b) - Number(a < b)),
  }));
}

async function commit(repository: string, date: string): Promise<void> {
  const env = { GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date };
  const who = ["-c", "user.name=x", "-c", "user.email=x@x.id"];
  await execa("git", ["init", "--quiet", repository]);
  await execa("git", ["-C", repository, "add", "."]);
  await execa("git", ["-C", repository, ...who, "commit", "--quiet", "-m", "x"], { env });
}

async function zip(files: Readonly<Record<string, string>>): Promise<void> {
  const python = (await resolveTool(pythonTool))?.path as string;
  const script =
    "import json, sys, zipfile\nwith zipfile.ZipFile('class.zip', 'w') as z:\n  for n, c in json.loads(sys.argv[1]).items(): z.writestr(n, c)";
  await execa(python, ["-c", script, JSON.stringify(files)], { cwd: folder });
}
