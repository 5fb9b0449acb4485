import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ended, SmallClass } from "./support/small-class.ts";

interface Class {
  /** Names of the folders that were downloaded. */
  handIns: readonly string[];
  /** Files next to the hand-ins. */
  metadata?: Readonly<Record<string, string>>;
  roster: string;
  marks: Readonly<Record<string, number | null>>;
  status: number;
  says?: readonly string[];
}

const worksheet = (words: { participant: string; header: string; handedIn: string; yes: string; maximum: string }) =>
  [
    words.header,
    ...["Budi Santoso", "Citra Dewi", "Dian Putri"].map(
      (name, index) =>
        `"${words.participant}${301 + index}","${name}",${index}@x.id,"${words.handedIn}","Kelompok ${index}",,"${words.maximum}",${words.yes},"-",-,`,
    ),
  ].join("\n");

const classes: Record<string, Class> = {
  "teams of Moodle, with hyphens in their names and in those of students": {
    handIns: [
      "Kelompok 3-Budi Santoso_301_assignsubmission_file_",
      "Kelompok 3-Jean-Luc Putra_302_assignsubmission_file_",
      "Default group-Eka Rahma_304_assignsubmission_file_",
    ],
    roster: "id,name\n901,Budi Santoso\n902,Jean-Luc Putra\n904,Eka Rahma\n905,Fitri\n",
    marks: { 901: 10, 902: 10, 904: 10, 905: 0 },
    status: 0,
  },
  "groups of Gradescope, one with a member whom the roster does not know": {
    handIns: ["submission_1", "submission_2"],
    metadata: {
      "submission_metadata.yml": `submission_1:
  :submitters:
  - { :name: Ada L, :sid: '11', :email: ada@x.edu }
  - { :name: Dropped Student, :sid: '99', :email: dropped@x.edu }
  :created_at: 2025-11-21 16:50:03.123456789 Z
submission_2:
  :submitters:
  - { :name: Eve, :sid: '', :email: EVE@X.EDU }
  :created_at: 2025-11-21 17:05:00 Z
`,
    },
    roster: "First Name,Last Name,SID,Email\nAda,L,11,ada@x.edu\nEve,E,14,eve@x.edu\nFay,F,15,fay@x.edu\n",
    // The unknown student's address belongs to nobody in the class, so Fay has handed in nothing.
    marks: { 11: 10, 14: 10, 15: 0 },
    status: 3,
    says: ["submission_1: the others of the group are graded; Dropped Student (99)"],
  },
  "two students of one name": {
    handIns: [
      "Muhammad Fajar_7_assignsubmission_file_",
      "Muhammad Fajar_8_assignsubmission_file_",
      "Sukarno_9_assignsubmission_file_",
    ],
    roster: "id,name\n507,Muhammad Fajar\n508,Muhammad Fajar\n509,Sukarno\n512,Belum Mengumpulkan\n",
    marks: { 507: null, 508: null, 509: 10, 512: 0 },
    status: 3,
    says: ["Muhammad Fajar_7_assignsubmission_file_: it could be from any of 507, 508"],
  },
  "two people of the platform under one name of the roster": {
    handIns: ["Muhammad Fajar_7_assignsubmission_file_", "Muhammad Fajar_8_assignsubmission_file_"],
    roster: "id,name\n507,Muhammad Fajar\n508,Sukarno\n",
    marks: { 507: null, 508: 0 },
    status: 3,
    says: ["the roster only 507"],
  },
  "pairs, attempts and a team that no roster knows": {
    handIns: ["5025231001_5025231002", "5025231003 Budi", "5025231003 Budi (1)", "Kelompok 7"],
    roster: "nrp;nama\n5025231001;Ayu\n5025231002;Bagas\n5025231003;Budi\n5025231004;Citra\n",
    marks: { 5025231001: 10, 5025231002: 10, 5025231003: 10, 5025231004: null },
    status: 3,
    says: ["Kelompok 7: no student of the roster"],
  },
  "a team that the roster knows": {
    handIns: ["Kelompok 7", "tim-8"],
    roster: "id,name,kelompok\n1,Ayu,7\n2,Bagas,7\n3,Citra,8\n4,Dewi,9\n",
    marks: { 1: 10, 2: 10, 3: 10, 4: 0 },
    status: 0,
  },
  "a class whose list is Moodle's worksheet in Indonesian": {
    handIns: ["Budi Santoso_301_assignsubmission_file_", "Citra D._302_assignsubmission_file_"],
    roster: worksheet({
      participant: "Peserta",
      header:
        'ID,"Nama lengkap","Alamat email",Status,Grup,Nilai,"Nilai maksimum","Nilai bisa diubah","Terakhir diubah (ajuan)","Terakhir diubah (nilai)","Komentar umpan balik"',
      ...{ handedIn: "Diajukan untuk penilaian", yes: "Ya", maximum: "100,00" },
    }),
    marks: { "0@x.id": 10, "1@x.id": 10, "2@x.id": 0 },
    status: 0,
  },
  "a class whose list is Moodle's worksheet in Finnish": {
    handIns: ["Budi Santoso_301_assignsubmission_file_", "Citra D._302_assignsubmission_file_"],
    roster: worksheet({
      participant: "Osallistuja ",
      header:
        'Tunniste,"Koko nimi",Sähköpostiosoite,Tila,Ryhmä,Arvosana,"Korkein arvosana","Arvosanaa voi muuttaa","Viimeksi muokattu (palautus)","Viimeksi muokattu (arvosana)",Palautekommentit',
      ...{ handedIn: "Palautettu arvioitavaksi", yes: "Kyllä", maximum: "100,00" },
    }),
    marks: { "0@x.id": 10, "1@x.id": 10, "2@x.id": 0 },
    status: 0,
  },
};

describe.each(Object.entries(classes))("%s", (_, { handIns, metadata, roster, marks, status, says = [] }) => {
  let small: SmallClass;
  let ended: Ended;
  beforeAll(async () => {
    small = await SmallClass.of(Object.fromEntries(handIns.map((name) => [name, "correct-plain"])));
    for (const [name, content] of Object.entries(metadata ?? {})) await writeFile(join(small.handIns, name), content);
    const [list, policy] = [await small.write("class.csv", roster), await small.write("late.yaml", "missing: zero\n")];
    ended = await small.grade("grades", "--roster", list, "--policy", policy, "--report", "gradebook,moodle,text");
  });
  afterAll(() => small.remove());

  it("gives marks to whom they belong, and leaves blank what is not clear", async () => {
    expect(await small.marks("grades")).toEqual(marks);
    expect(ended.status).toBe(status);
  });

  it("lists what is not clear, with the remedy", () => {
    const words = ended.stdout.replace(/\n +/g, " ");
    for (const sentence of says) expect(words).toContain(sentence);
    expect(words.includes("with --owners: a CSV")).toBe(says.length > 0);
  });
});
