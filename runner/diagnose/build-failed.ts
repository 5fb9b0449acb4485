import { languageTitled } from "../launchers/source-language.ts";
import { meaningOf } from "./errors/index.ts";
import { type Cause, type Evidence, type Finding, strength } from "./evidence.ts";
import { locationOf } from "./support/hand-in-files.ts";
import { atLine, quotedLine, subject } from "./support/phrases.ts";
import { tracebackLines } from "./support/traceback-lines.ts";

/** The compiler refused the program. */
export const buildFailed: Cause = {
  about: "any",
  name: { en: "Does not build", id: "Gagal dikompilasi" },
  idea: {
    en: "Before a program can run, every line of it must be valid in its language; a single typo stops it.",
    id: "Sebelum dapat dijalankan, setiap baris program harus sah menurut bahasanya; satu salah ketik saja membuatnya gagal.",
  },
  look: {
    en: "Read the first message, fix the line it names, and build again on your own machine before handing in.",
    id: "Baca pesan pertama, perbaiki baris yang disebut, lalu kompilasi ulang di komputer Anda sebelum mengumpulkan.",
  },
  find: (evidence) => {
    const { build, failure, language } = evidence;
    if (build === null || failure.code !== "build-failed") return null;
    const known = languageTitled(language);
    const reader = known?.isInterpreted ? known.title : null;
    const message = firstMessage(build.output);
    const lines = tracebackLines(build.output, evidence.files);
    const [place] = lines;
    const location = place ? locationOf(evidence.files, place) : null;
    const [said, at] = [message === undefined ? "" : `: ${quotedLine(message)}`, location && atLine(location)];
    return {
      strength: strength.named,
      saw: {
        en: `${subject(evidence).en} could not be ${reader ? `read by ${reader}` : "built"}${said}${at ? ` (${at.en})` : ""}.`,
        id: `${subject(evidence).id} ${reader ? `tidak dapat dibaca ${reader}` : "gagal dikompilasi"}${said}${at ? ` (${at.id})` : ""}.`,
      },
      ...(message !== undefined && { error: message.trim() }),
      lines,
      location,
      ...(reader && syntaxError(reader)),
      ...(notImported(build.output) ?? meaning(evidence, message)),
    };
  },
};

/** The meaning of a message that a beginner does not understand. */
function meaning(evidence: Evidence, message: string | undefined): Partial<Finding> {
  const known = message === undefined ? null : meaningOf(evidence, message, "");
  return known === null ? {} : { name: known.name, idea: known.idea, look: known.look };
}

/** A class of Java's library that javac does not find, because its package is not imported. */
function notImported(output: string): Partial<Finding> | null {
  const name = /cannot find symbol[\s\S]*?symbol:\s+class (\w+)/.exec(output)?.[1] ?? "";
  const home = Object.entries(packages).find(([, classes]) => classes.split(" ").includes(name))?.[0];
  if (home === undefined) return null;
  return {
    name: { en: "A class is not imported", id: "Sebuah kelas belum di-import" },
    idea: {
      en: `${name} belongs to the package ${home}: outside of java.lang every class must be imported.`,
      id: `${name} ada di package ${home}: di luar java.lang, setiap kelas harus di-import.`,
    },
    look: {
      en: `Write import ${home}.${name}; at the top of the file, or import ${home}.*;`,
      id: `Tulis import ${home}.${name}; di bagian atas berkas, atau import ${home}.*;`,
    },
  };
}

/** The classes that programs with sockets need, by their packages. */
const packages: Record<string, string> = {
  "java.util": "Scanner List ArrayList LinkedList Map HashMap Set HashSet Arrays Random Vector Iterator Collections",
  "java.io":
    "IOException InputStream OutputStream InputStreamReader OutputStreamWriter BufferedReader BufferedWriter PrintWriter DataInputStream DataOutputStream File FileInputStream FileOutputStream EOFException",
  "java.net":
    "Socket ServerSocket DatagramSocket DatagramPacket InetAddress InetSocketAddress SocketException SocketTimeoutException UnknownHostException ConnectException BindException",
  "java.nio.charset": "StandardCharsets Charset",
  "java.nio.file": "Files Path Paths",
  "java.util.concurrent": "ConcurrentHashMap ExecutorService Executors CopyOnWriteArrayList",
};

/** Texts for interpreters, which build nothing but read the whole file before running its first line. */
const syntaxError = (reader: string) => ({
  name: { en: "A syntax error", id: "Kesalahan sintaks" },
  idea: {
    en: `${reader} reads the whole file before it runs its first line: a single typo stops it.`,
    id: `${reader} membaca seluruh berkas sebelum menjalankan baris pertamanya: satu salah ketik membuatnya gagal.`,
  },
  look: {
    en: "Look at the line that is named and the one before it: a colon or semicolon, a bracket, a quote or the indentation. Run it on your own machine again.",
    id: "Periksa baris yang disebut dan baris sebelumnya: titik dua atau titik koma, tanda kurung, tanda kutip, atau indentasi. Jalankan lagi di komputer Anda.",
  },
});

/** The first line that says what is wrong: one with `error:`, or else one that begins with a place in the source. */
function firstMessage(output: string): string | undefined {
  const lines = output.split("\n");
  return (
    lines.find((line) => /\berror(\[\w+\])?:|^\w*Error: /.test(line)) ??
    lines.find((line) => /^\S+:\d+(:\d+)?: /.test(line)) ??
    lines.find((line) => /^-buildmode=exe requires/.test(line))
  );
}
