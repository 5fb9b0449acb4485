import { chmod, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pythonTool } from "../launchers/python/python-tool.ts";
import { resolveTool } from "../launchers/tools/toolchain.ts";
import type { HandIn } from "./hand-in.ts";
import { openHandIn } from "./open-hand-in.ts";
import { handInProblemText } from "./problem.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wirecheck-handin-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("openHandIn", () => {
  it("takes a single file", async () => {
    await lay({ "server.py": "print(1)\n" });
    const handIn = await opened("server.py");
    expect(handIn).toMatchObject({ id: "server.py", files: ["server.py"] });
    expect(handIn.read("server.py")).toBe("print(1)\n");
  });

  it("takes a folder, leaves junk out and goes down single folders", async () => {
    await lay({
      "05111/Tugas 1/server.py": "x",
      "05111/Tugas 1/lib/net.py": "y",
      "05111/Tugas 1/.git/config": "",
      "05111/Tugas 1/venv/bin/python": "",
      "05111/__MACOSX/._server.py": "",
      "05111/.DS_Store": "",
    });
    expect(await opened("05111")).toMatchObject({ id: "05111", files: ["lib/net.py", "server.py"] });
  });

  it("keeps folders named env and target that no tool made", async () => {
    await lay({
      "a/env/server.py": "x",
      "a/target/client.py": "y",
      "b/env/pyvenv.cfg": "",
      "b/env/lib/python3.13/site.py": "",
      "b/target/debug/server": "",
      "b/target/CACHEDIR.TAG": "",
      "b/server.rs": "x",
    });
    expect((await opened("a")).files).toEqual(["env/server.py", "target/client.py"]);
    expect((await opened("b")).files).toEqual(["server.rs"]);
    await python("z = zipfile.ZipFile('c.zip', 'w'); z.write('a/env/server.py'); z.close()");
    expect((await opened("c.zip")).files).toEqual(["server.py"]);
  });

  it("keeps node_modules where the program imports from them", async () => {
    const modules = { "node_modules/ws/index.js": "", "node_modules/.bin/ws": "", "node_modules/dep/index.js": "" };
    const below = (folder: string) =>
      Object.fromEntries(Object.keys(modules).map((name) => [`${folder}/${name}`, "x"]));
    await lay({ "a/server.js": 'require("ws")', ...below("a"), "b/server.js": 'require("net")', ...below("b") });
    expect((await opened("a")).files).toEqual(["node_modules/dep/index.js", "node_modules/ws/index.js", "server.js"]);
    expect((await opened("b")).files).toEqual(["server.js"]);
    await python(
      "z = zipfile.ZipFile('c.zip', 'w'); [z.write(f'a/{n}') for n in ['node_modules/ws/index.js', 'server.js']]; z.close()",
    );
    expect((await opened("c.zip")).files).toEqual(["node_modules/ws/index.js", "server.js"]);
  });

  it("removes nothing outside of the hand-in, whatever an archive names a folder", async () => {
    await lay({ "kept/env/x": "" });
    await python("zips([('server.py', 'x'), ('../kept/env/y', 'x'), ('../kept/env/y', 'x')])");
    await openHandIn(join(folder, "a.zip"), join(folder, "scratch"));
    expect(await readFile(join(folder, "kept/env/x"), "utf8")).toBe("");
  });

  it("does not go down into a Python package, whose modules know its name", async () => {
    await lay({ "a/echo/__main__.py": "from .app import main\n", "a/echo/app.py": "" });
    expect(await opened("a")).toMatchObject({ files: ["echo/__main__.py", "echo/app.py"] });
  });

  it("is not put off by links among the junk", async () => {
    await lay({ "a/server.py": "x", "a/venv/real": "" });
    await symlink("real", join(folder, "a/venv/link"));
    expect(await opened("a")).toMatchObject({ files: ["server.py"] });
  });

  it("mends scripts and leaves data alone", async () => {
    await lay({
      "a/run": "#!/bin/sh\r\necho hi\r\n",
      "a/server.py": "\uFEFFprint(1)\r\n",
      "a/Main.java": "\uFEFFclass Main {}\r\n",
      "a/data.txt": "\uFEFFone\r\n",
    });
    const { root } = await opened("a");
    const text = (name: string) => readFile(join(root, name), "utf8");
    expect(await text("run")).toBe("#!/bin/sh\necho hi\n");
    expect((await stat(join(root, "run"))).mode & 0o111).toBe(0o111);
    expect(await text("server.py")).toBe("print(1)\n");
    expect(await text("Main.java")).toBe("class Main {}\r\n");
    expect(await text("data.txt")).toBe("\uFEFFone\r\n");
  });

  it("gives one digest to the same files, however they came", async () => {
    await lay({ "a/server.py": "x\n", "b/server.py": "x\r\n", "c/server.py": "y\n" });
    const [a, b, c] = [await opened("a"), await opened("b"), await opened("c")];
    expect(a.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(b.sha256).toBe(a.sha256);
    expect(c.sha256).not.toBe(a.sha256);
  });

  it.each([
    [
      "zip",
      "z = zipfile.ZipFile('a.zip', 'w', zipfile.ZIP_DEFLATED); z.writestr('t/server.py', 'x'); z.writestr('__MACOSX/t/._server.py', 'j'); z.close()",
      "a.zip",
    ],
    [
      "tar.gz",
      "t = tarfile.open('a.tar.gz', 'w:gz'); put(t, 't/server.py'); put(t, 't/.DS_Store'); t.close()",
      "a.tar.gz",
    ],
    ["tgz", "t = tarfile.open('a.tgz', 'w:gz'); put(t, './server.py'); t.close()", "a.tgz"],
    ["plain tar", "t = tarfile.open('a.tar', 'w'); put(t, 'server.py'); t.close()", "a.tar"],
    [
      "zip made on old Windows",
      "z = zipfile.ZipFile('a.zip', 'w'); z.writestr('t\\\\server.py', 'x'); z.close()",
      "a.zip",
    ],
  ])("opens a %s", async (_, script, archive) => {
    await python(script);
    expect(await opened(archive)).toMatchObject({ id: "a", files: ["server.py"] });
  });

  it.each([
    ["zip without an ending", "zipped('a')", "a"],
    ["zip named as another archive", "zipped('a.rar')", "a.rar"],
    ["zip named as a tar archive", "zipped('a.tar.gz')", "a.tar.gz"],
    ["zip with bytes behind its end", "zipped('a.zip'); open('a.zip', 'ab').write(b'\\r\\n--boundary--')", "a.zip"],
    ["tar.gz named .zip", "tarred('a.zip', 'w:gz')", "a.zip"],
    ["tar without an ending", "tarred('a', 'w')", "a"],
    ["tar.bz2", "tarred('a.tar.bz2', 'w:bz2')", "a.tar.bz2"],
    ["tar.xz", "tarred('a.tar.xz', 'w:xz')", "a.tar.xz"],
    ["RAR", "rarred('a.rar')", "a.rar"],
    ["RAR named .zip", "rarred('a.zip')", "a.zip"],
    ["7-Zip", "seven_zipped('a.7z')", "a.7z"],
  ])("opens a %s", async (_, script, archive) => {
    await python(`${writers}\n${script}`);
    const handIn = await opened(archive);
    expect(handIn).toMatchObject({ id: "a", files: ["server.py"] });
    expect(handIn.read("server.py")).toBe("print(1)\n");
  });

  it("opens a single file in gzip, where its name says what it is", async () => {
    await python("import gzip\nfor n in ['server.py.gz', 'a.gz']: gzip.open(n, 'wb').write(b'print(1)')");
    expect((await opened("server.py.gz")).files).toEqual(["server.py"]);
    await refused("a.gz", { code: "unsupported-archive", kind: "gzip" });
  });

  it("takes a document for a file", async () => {
    await python(`${writers}\nzipped('report.docx')`);
    expect((await opened("report.docx")).files).toEqual(["report.docx"]);
  });

  it("opens archives within archives, to a depth", async () => {
    await python(`
      def zipped(name, data):
          b = io.BytesIO(); z = zipfile.ZipFile(b, 'w'); z.writestr(name, data); z.close(); return b.getvalue()
      three = zipped('b.zip', zipped('c.zip', zipped('deep.py', 'x')))
      nine = b'x'
      for n in range(9): nine = zipped('z.zip', nine)
      z = zipfile.ZipFile('a.zip', 'w'); z.writestr('three', three); z.writestr('nine', nine); z.close()`);
    const handIn = await opened("a.zip");
    expect(handIn.files).toEqual(["nine/z.zip/z.zip/z.zip/z.zip", "three/b.zip/c.zip/deep.py"]);
    expect(handIn.unopened).toMatchObject([{ code: "unsupported-archive", kind: "zip" }]);
  });

  it("says which archive beside other files stays closed", async () => {
    await lay({ "a/server.py": "x", "a/more.rar": "Rar!\x1a\x07\x01\x00" });
    const handIn = await opened("a");
    expect(handIn.files).toEqual(["more.rar", "server.py"]);
    expect(handIn.unopened).toMatchObject([{ code: "damaged-archive", archive: "more.rar" }]);
  });

  it("takes UTF-8 names that are not marked as such", async () => {
    await python(`
      z = zipfile.ZipFile('a.zip', 'w'); z.writestr('xx.py', 'x'); z.close()
      b = open('a.zip', 'rb').read().replace(b'xx.py', 'é.py'.encode()); open('a.zip', 'wb').write(b)`);
    expect((await opened("a.zip")).files).toEqual(["é.py"]);
  });
});

/** Functions in Python that write an archive with one file; of RAR and 7-Zip the least that is one, without compression. */
const writers = `
import struct, zlib
source = b'print(1)\\n'
def zipped(path):
    z = zipfile.ZipFile(path, 'w'); z.writestr('server.py', source); z.close()
def tarred(path, mode):
    t = tarfile.open(path, mode); put(t, 'server.py', data=source); t.close()
def rarred(path):
    def block(*fields):
        body = b''.join(bytes([f]) if isinstance(f, int) else f for f in fields)
        sized = bytes([len(body)]) + body
        return struct.pack('<I', zlib.crc32(sized)) + sized
    file = block(2, 2, len(source), 4, len(source), 0, struct.pack('<I', zlib.crc32(source)), 0, 1, 9, b'server.py')
    open(path, 'wb').write(b'Rar!\\x1a\\x07\\x01\\x00' + block(1, 0, 0) + file + source + block(5, 0, 0))
def seven_zipped(path):
    size, names = bytes([len(source)]), b'\\0' + 'server.py\\0'.encode('utf-16-le')
    packed = b'\\x06\\0\\x01\\x09' + size + b'\\0' + b'\\x07\\x0b\\x01\\0\\x01\\x01\\0\\x0c' + size + b'\\0' + b'\\x08\\0\\0'
    header = b'\\x01\\x04' + packed + b'\\x05\\x01\\x11' + bytes([len(names)]) + names + b'\\0\\0'
    start = struct.pack('<QQI', len(source), len(header), zlib.crc32(header))
    open(path, 'wb').write(b"7z\\xbc\\xaf'\\x1c\\0\\x04" + struct.pack('<I', zlib.crc32(start)) + start + source + header)
`;

/** Python that makes an archive, and the problem that opening it must give. */
const nasty: [string, string, object][] = [
  ["traversal", "zip1('../../evil.py', 'x')", { code: "unsafe-name", file: "../../evil.py", why: "traversal" }],
  ["traversal with backslashes", "zip1('..\\\\evil.py', 'x')", { code: "unsafe-name", why: "traversal" }],
  ["an absolute name", "zip1('/etc/cron.d/evil', 'x')", { code: "unsafe-name", why: "absolute" }],
  ["a drive", "zip1('C:/evil.py', 'x')", { code: "unsafe-name", why: "absolute" }],
  ["control characters", "zip1('a\\x1b[2Jb.py', 'x')", { code: "unsafe-name", why: "control" }],
  ["too deep a path", "zip1('a/' * 40 + 'b.py', 'x')", { code: "unsafe-name", why: "long" }],
  [
    "a symbolic link",
    "i = zipfile.ZipInfo('l.py'); i.external_attr = 0o120777 << 16; i.create_system = 3; zip1(i, '/etc/passwd')",
    { code: "link", file: "l.py" },
  ],
  [
    "a device",
    "i = zipfile.ZipInfo('d'); i.external_attr = 0o020666 << 16; i.create_system = 3; zip1(i, '')",
    { code: "special-file" },
  ],
  [
    "names that differ in case",
    "zips({'Server.py': 'x', 'server.py': 'y'})",
    { code: "name-clash", first: "Server.py", second: "server.py" },
  ],
  ["one name twice", "zips([('a.py', 'x'), ('a.py', 'y')])", { code: "name-clash", first: "a.py", second: "a.py" }],
  ["a file and a folder of one name", "zips({'a': 'x', 'a/b.py': 'y'})", { code: "name-clash" }],
  ["a bomb", "zips({'a.txt': b'0' * (20 << 20)})", { code: "compression-ratio", archive: "a.zip" }],
  ["too large a file", "zips({'a.bin': b'0' * (33 << 20)})", { code: "file-too-large", file: "a.bin" }],
  [
    "a file larger than it says",
    "zips({'a.bin': b'0' * 100000}); patch(struct.pack('<I', 100000), struct.pack('<I', 10))",
    { code: "damaged-archive" },
  ],
  [
    "too much in all",
    "zips({f'{i}.bin': os.urandom(14 << 20) for i in range(5)}, zipfile.ZIP_STORED)",
    { code: "too-large" },
  ],
  ["too many files", "zips({f'{i}.py': '' for i in range(2001)})", { code: "too-many-files", limit: 2000 }],
  [
    "a password",
    "zip1('a.py', 'x'); b = bytearray(open('a.zip','rb').read()); b[b.find(b'PK\\1\\2') + 8] |= 1; b[6] |= 1; open('a.zip','wb').write(b)",
    { code: "encrypted-archive", archive: "a.zip", file: "a.py" },
  ],
  [
    "a truncated zip",
    "zips({'a.py': os.urandom(9999)}); b = open('a.zip','rb').read(); open('a.zip','wb').write(b[:5000])",
    { code: "damaged-archive", archive: "a.zip" },
  ],
  [
    "a zip with a flipped bit",
    "zips({'a.py': b'x' * 99}, zipfile.ZIP_STORED); patch(b'xxxx', b'xyxx')",
    { code: "damaged-archive" },
  ],
  ["a web page named .zip", "open('a.zip','w').write('<html>login</html>')", { code: "not-an-archive" }],
  ["no byte at all", "open('a.zip','w').close()", { code: "empty-archive" }],
  [
    "nothing but a damaged RAR named .zip",
    "open('a.zip','wb').write(b'Rar!\\x1a\\x07\\x01\\x00' * 9)",
    { code: "damaged-archive", archive: "a.zip" },
  ],
  ["an empty zip", "zips({})", { code: "empty" }],
  ["a zip of junk", "zips({'__MACOSX/._a': '', '.DS_Store': ''})", { code: "empty" }],
];

const nastyTars: [string, string, object][] = [
  ["traversal", "put(t, '../evil.py')", { code: "unsafe-name", why: "traversal" }],
  ["an absolute name", "put(t, '/etc/evil')", { code: "unsafe-name", why: "absolute" }],
  ["a symbolic link", "put(t, 'l', type=tarfile.SYMTYPE, linkname='/etc/passwd')", { code: "link" }],
  ["a hard link", "put(t, 'a'); put(t, 'l', type=tarfile.LNKTYPE, linkname='a')", { code: "link" }],
  ["a device", "put(t, 'd', type=tarfile.CHRTYPE)", { code: "special-file" }],
  ["a pipe", "put(t, 'p', type=tarfile.FIFOTYPE)", { code: "special-file" }],
  ["a bomb", "put(t, 'a', data=bytes(20 << 20))", { code: "compression-ratio" }],
];

// Two thousand files take their time on a busy machine.
describe("openHandIn refuses", { timeout: 120_000 }, () => {
  it.each(nasty)("a zip with %s", async (_, script, problem) => {
    await python(script);
    await refused("a.zip", problem);
  });

  it.each(nastyTars)("a tar with %s", async (_, script, problem) => {
    await python(`t = tarfile.open('a.tar.gz', 'w:gz')\n${script}\nt.close()`);
    await refused("a.tar.gz", problem);
  });

  it.each([
    ["cut in two", "b = open('a.tgz','rb').read(); open('a.tgz','wb').write(b[:len(b) // 2])", "damaged-archive"],
    ["that is a page", "open('a.tgz','w').write('<html>' * 999)", "not-an-archive"],
    ["that is empty", "open('a.tgz','w').close()", "empty-archive"],
  ])("a tar %s", async (_, script, code) => {
    await python(`t = tarfile.open('a.tgz', 'w:gz'); put(t, 'a.py', data=os.urandom(99999)); t.close()\n${script}`);
    await refused("a.tgz", { code, archive: "a.tgz" });
  });

  it("a link in a folder", async () => {
    await lay({ "a/server.py": "x" });
    await symlink("/etc/passwd", join(folder, "a/passwd"));
    await refused("a", { code: "link", file: "passwd" });
  });

  it("a folder whose only file is an archive that nothing opens", async () => {
    await python("os.mkdir('a'); open('a/tugas.zst', 'wb').write(bytes.fromhex('28b52ffd') + b'x' * 99)");
    await refused("a", { code: "unsupported-archive", archive: "tugas.zst", kind: "Zstandard" });
  });

  it("names that are not UTF-8", async () => {
    await python("os.mkdir('a'); open(b'a/caf\\xe9.py', 'w').close()");
    await refused("a", { code: "name-encoding", file: "caf\uFFFD.py" });
  });

  it("what is not there or empty", async () => {
    await refused("nothing", { code: "not-found", path: join(folder, "nothing") });
    await mkdir(join(folder, "a"));
    await refused("a", { code: "empty" });
  });

  it.skipIf(process.getuid?.() === 0)("what may not be read", async () => {
    await lay({ "a/server.py": "x" });
    await chmod(join(folder, "a/server.py"), 0);
    await refused("a", { code: "unreadable", reason: "EACCES" });
  });
});

async function opened(name: string): Promise<HandIn> {
  const result = await openHandIn(join(folder, name), join(folder, `scratch-${name}`));
  if ("problem" in result) throw new Error(handInProblemText(result.problem).en);
  return result;
}

async function refused(name: string, problem: object): Promise<void> {
  const result = await openHandIn(join(folder, name), join(folder, "deep/down/scratch"));
  expect(result).toMatchObject({ problem });
  if ("problem" in result)
    expect(handInProblemText(result.problem)).toEqual({
      en: expect.stringMatching(/\.$/),
      id: expect.stringMatching(/\.$/),
    });
}

async function lay(files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

/** Python's own archive modules make what no tool would. */
async function python(script: string): Promise<void> {
  const indent = /^\n( +)/.exec(script)?.[1] ?? "";
  const prelude = `
import io, os, struct, tarfile, warnings, zipfile
warnings.simplefilter("ignore")
def zips(files, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile('a.zip', 'w', method) as z:
        for name, data in files.items() if isinstance(files, dict) else files: z.writestr(name, data)
def zip1(name, data): zips([(name, data)])
def patch(old, new):
    b = open('a.zip', 'rb').read(); open('a.zip', 'wb').write(b.replace(old, new))
def put(t, name, data=b'x', type=tarfile.REGTYPE, linkname=''):
    i = tarfile.TarInfo(name); i.type = type; i.linkname = linkname
    i.size = len(data) if type == tarfile.REGTYPE else 0
    t.addfile(i, io.BytesIO(data))
`;
  const body = script.replaceAll(`\n${indent}`, "\n");
  const tool = await resolveTool(pythonTool);
  if (!tool) throw new Error("these tests need python3");
  await execa(tool.path, ["-c", prelude + body], { cwd: folder });
}
