import { sourceLanguage } from "../launchers/source-language.ts";
import type { Text } from "../model/text.ts";
import { printableLine } from "../texts/printable.ts";
import { type Cause, type Evidence, strength } from "./evidence.ts";
import { happened } from "./support/conversations.ts";
import { lineMatching } from "./support/last-words.ts";
import { quotedLine, subject, withStatus } from "./support/phrases.ts";

/** A program that wants arguments which neither the lab nor any usual way gives it. */
export const startedOtherwise: Cause = {
  about: "any",
  name: { en: "Is started in another way", id: "Dijalankan dengan cara lain" },
  idea: {
    en: "A program and whoever starts it must agree on its arguments: which there are, and in what order.",
    id: "Program dan yang menjalankannya harus sepakat tentang argumennya: apa saja, dan bagaimana urutannya.",
  },
  look: wayToSayIt("server", "python3 server.py"),
  find(evidence) {
    const { failure, port, transcript } = evidence;
    const isFirstStart = transcript.filter(({ kind }) => kind === "started").length === 1;
    if (port.tried === undefined || !isFirstStart || !endedUnused.has(failure.code)) return null;
    if (happened(evidence, "listening") || happened(evidence, "accepted")) return null;
    const usage = lineMatching(evidence, asksForArguments);
    if (usage === null) return null;
    const ended = withStatus(evidence);
    const ways = list(port.tried);
    return {
      strength: strength.named,
      look: wayToSayIt(evidence.role, typed(evidence)),
      saw: {
        en: `${subject(evidence).en} ended${ended.en} with ${quotedLine(usage)}. wirecheck gave it the port in these ways, and it used the port in none of them: ${ways.en}.`,
        id: `${subject(evidence).id} berakhir${ended.id} dengan ${quotedLine(usage)}. wirecheck memberikan port dengan cara berikut, tetapi tidak satu pun dipakai program: ${ways.id}.`,
      },
    };
  },
};

/** The command with which a student starts the program, before its arguments. */
function typed({ entry, role, files }: Evidence): string {
  const file = entry ?? `${role}.py`;
  const tree = { entry: file, files: files.names, read: (name: string) => files.text(name) ?? "" };
  return sourceLanguage(file, tree.read(file)).typed(tree);
}

function wayToSayIt(role: string, command: string): Text {
  const line = printableLine(`${role}: { run: ${command} 127.0.0.1 {port} }`);
  return {
    en: `Take the port as the handout says. Or, where the lab allows it, say in a file wirecheck.yaml how it is started: “${line}”.`,
    id: `Terima port seperti yang diminta modul. Atau, jika lab mengizinkannya, tulis cara menjalankannya di berkas wirecheck.yaml: “${line}”.`,
  };
}

/** Failures of a program that has ended before it used a port. */
const endedUnused: ReadonlySet<Evidence["failure"]["code"]> = new Set([
  "exited-early",
  "not-listening",
  "no-connection",
]);

/** How programs say that they want other arguments. */
const asksForArguments =
  /\b(usage|pemakaian|penggunaan|cara (pakai|menjalankan|penggunaan)|jalankan dengan)\b|\b(missing|too few|not enough|expected \d+|wrong number of) arg|argument(s|en)? (is|are) required|(kurang|jumlah) argumen/i;

function list(texts: readonly Text[]): Text {
  return { en: texts.map(({ en }) => en).join("; "), id: texts.map(({ id }) => id).join("; ") };
}
