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
  });
});

describe("a faulty roster names its line:", () => {
  it.each([
    ["an id twice", "id,name\n1,Budi\n2,Citra\n1,Dewi\n", 4, "the id 1 is also that of line 2"],
    ["an address twice", "id,email\n1,b@x.id\n2,B@x.id\n", 3, "the e-mail address B@x.id is also that of line 2"],
    ["a row of another length", "id,name\n1,Budi\n2,Citra,Dewi\n", 3, "another number of cells"],
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
