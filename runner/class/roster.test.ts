import { describe, expect, it } from "vitest";
import { readRoster } from "./roster.ts";

const read = (text: string | Uint8Array) => readRoster("class.csv", Buffer.from(text));

describe("a roster", () => {
  it("of wirecheck's own columns, in whatever order", () => {
    expect(read("email,id,name,section,username\nbudi@x.id,0511,Budi Santoso,A,budi\n")).toEqual([
      {
        id: "0511",
        name: "Budi Santoso",
        email: "budi@x.id",
        section: "A",
        username: "budi",
        sisId: null,
        platformId: null,
      },
    ]);
  });

  it("exported by Canvas: ID is Canvas's, the test student and the points are nobody", () => {
    const students = read(
      [
        "Student,ID,SIS User ID,SIS Login ID,Section,Echo (4711)",
        ",,,,,Manual Posting",
        "    Points Possible,,,,,100",
        '"Santoso, Budi",77,0511,budi,A,',
        '"Student, Test",78,,,A,',
      ].join("\n"),
    );
    expect(students).toEqual([
      {
        id: "0511",
        name: "Santoso, Budi",
        email: null,
        section: "A",
        username: "budi",
        sisId: "0511",
        platformId: "77",
      },
    ]);
  });

  it("made from Moodle's grading worksheet", () => {
    expect(
      read('Identifier,"Full name","ID number","Email address"\n"Participant 101",Budi Santoso,,budi@x.id\n'),
    ).toMatchObject([{ id: "budi@x.id", name: "Budi Santoso", platformId: "101" }]);
  });

  it("of Moodle's participants, first and last name apart", () => {
    expect(read("First name;Last name;ID number;Email address\nBudi;Santoso;0511;budi@x.id\n")).toMatchObject([
      { id: "0511", name: "Budi Santoso" },
    ]);
  });

  it("of GitHub Classroom", () => {
    expect(read('"identifier","github_username","github_id","name"\n"0511","budi-s","9","Budi"\n')).toMatchObject([
      { id: "0511", username: "budi-s", name: "Budi" },
    ]);
  });

  it("saved by a spreadsheet in UTF-16 with tabs, or with a byte-order mark", () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("id\tname\r\n0511\tSitī\r\n", "utf16le")]);
    expect(read(utf16)).toMatchObject([{ id: "0511", name: "Sitī" }]);
    expect(read("\uFEFFid;name\r\n0511;Sitī\r\n")).toMatchObject([{ id: "0511", name: "Sitī" }]);
    const noMark = Buffer.from("id\tname\r\n0511\tSitī\r\n", "utf16le");
    expect(read(noMark)).toMatchObject([{ id: "0511", name: "Sitī" }]);
    expect(read(utf16.swap16())).toMatchObject([{ id: "0511", name: "Sitī" }]);
  });

  it.each([
    ["names its separator", "sep=;\r\nid;name\r\n0511;Siti\r\n"],
    ["leaves empty rows below the last", "id,name,email\n0511,Siti,\n,,\n,,\n"],
    ["leaves out what is empty at a row's end", "id,name,email,section\n0511,Siti\n"],
    ["writes empty cells behind the last", "id,name\n0511,Siti,,\n"],
    ["ends lines as a Macintosh did", "id,name\r0511,Siti\r"],
    ["was told to leave a number's zeros", 'id,name\n="0511",Siti\n'],
    ["was told so in quotation marks", 'id,name\n"=""0511""",Siti\n'],
    ["was told so as one types it", "id,name\n'0511,Siti\n"],
    ["has the other separator in a title", '"kelas, grup, tim";name;id\nA;Siti;0511\n'],
  ])("saved by a spreadsheet that %s", (_, text) => {
    expect(read(text)).toMatchObject([{ id: "0511", name: "Siti" }]);
  });

  it.each([
    ["German", "Vorname,Nachname,ID-Nummer,E-Mail-Adresse,Gruppen"],
    ["Spanish", 'Nombre,Apellido(s),"Número de ID","Dirección de correo",Grupos'],
    ["French", 'Prénom,"Nom de famille","Numéro d’identification","Adresse de courriel",Groupes'],
    ["Indonesian", '"Nama depan","Nama akhir","Nomor ID","Alamat email",Kelompok'],
  ])("of Moodle's participants in %s", (_, header) => {
    expect(read(`${header}\nBudi,Santoso,0511,budi@x.id,K1\n`)).toMatchObject([
      { id: "0511", name: "Budi Santoso", email: "budi@x.id", group: "K1" },
    ]);
  });

  it("exported by Canvas in another language: the lines without Canvas's number are no students", () => {
    const canvas = "Student/in,ID,SIS-Anmelde-ID,Abschnitt,Echo (12)\n,,,,Manuell\n    Mögliche Punkte,,,,10\n";
    expect(read(`${canvas}"Santoso, Budi",8803,budi,A,\n,,,,\n`)).toMatchObject([
      { id: "8803", name: "Santoso, Budi", platformId: "8803" },
    ]);
  });

  it("of Gradescope: who teaches is no student", () => {
    const people = "Budi,Santoso,0511,b@x.id,Student\nPak,Dosen,,d@x.id,Instructor\nBu,Asisten,,a@x.id,TA\n";
    expect(read(`First Name,Last Name,SID,Email,Role\n${people}`)).toMatchObject([{ id: "0511" }]);
  });
});

describe("a faulty roster names its line:", () => {
  it.each([
    ["an id twice", "id,name\n1,Budi\n2,Citra\n1,Dewi\n", 4, "the id 1 is also that of line 2"],
    ["an address twice", "id,email\n1,b@x.id\n2,B@x.id\n", 3, "the e-mail address B@x.id is also that of line 2"],
    ["a row of another length", "id,name\n1,Budi\n2,Citra,Dewi\n", 3, "another number of cells"],
    ["a row that another sign separates", "id,name\n1,Budi\n2;Citra\n", 3, "another number of cells"],
    [
      "numbers that were rounded",
      "id,name\n1,Budi\n5.02523E+09,Citra\n",
      3,
      "what a spreadsheet made of a long number",
    ],
    ["a spreadsheet's own file", "PK\x03\x04\x14", 1, "save it as “CSV UTF-8”"],
    ["an open quotation mark", 'id,name\n1,"Budi\n2,Citra\n', 3, "never closed"],
    ["two columns of one name", "id,name,ID\n1,Budi,2\n", 1, "two columns are named `ID`"],
    ["nobody", "section,name,id\nA,,\n", 2, "names no student"],
    ["no such columns", "studnet,mark\nBudi,3\n", 1, "no column says who the students are"],
    ["nothing", "", 1, "empty"],
    ["a first line alone", "id,name\n", 1, "lists no student"],
  ])("%s", (_, text, line, message) => {
    const roster = read(text);
    const [problem] = "problems" in roster ? roster.problems : [];
    expect(problem).toMatchObject({ file: "class.csv", line });
    expect(problem?.message).toContain(message);
  });

  it("another encoding", () => {
    const latin1 = Buffer.from("id,name\n1,Jos\xe9\n", "latin1");
    expect(read(latin1)).toMatchObject({ problems: [{ line: 2, message: expect.stringContaining("UTF-8") }] });
  });
});
