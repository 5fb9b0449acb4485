import { keptStart } from "../model/kept-bytes.ts";
import { type Cause, type Evidence, type Finding, strength } from "./evidence.ts";
import { quotedLine, subject } from "./support/phrases.ts";

/** What was sent or printed is how the language writes a function, an object or nothing, instead of a value. */
export const notAValue: Cause = {
  about: "any",
  name: { en: "Shows something that is not a value", id: "Menampilkan sesuatu yang bukan nilai" },
  idea: {
    en: "A name without brackets is the function itself, and an object is not its content: put into a text, each is written in the language's own way.",
    id: "Nama tanpa tanda kurung adalah fungsinya sendiri, dan sebuah objek bukan isinya: kalau dijadikan teks, keduanya ditulis menurut cara bahasanya.",
  },
  look: {
    en: "Find where this text is put together, and put the value itself in.",
    id: "Cari di mana teks ini disusun, lalu masukkan nilainya sendiri.",
  },
  find(evidence) {
    const isPrinted = evidence.failure.code === "no-output" || evidence.kind === "program";
    for (const text of shownBy(evidence)) {
      for (const form of forms) {
        const [shown] = form.shown.exec(text) ?? [];
        // What a log says of sockets, or of a call that gives nothing, is not the fault.
        if (shown === undefined || (evidence.failure.code === "no-output" && form.words !== notCalled)) continue;
        const [en, id] = isPrinted ? ["printed", "mencetak"] : ["sent", "mengirim"];
        return {
          strength: strength.seen,
          ...form.words,
          saw: {
            en: `${subject(evidence).en} ${en} ${quotedLine(shown)}.`,
            id: `${subject(evidence).id} ${id} ${quotedLine(shown)}.`,
          },
        };
      }
    }
    return null;
  },
};

/** What came or was printed in the place of what was expected; empty if that itself has such a word. */
function shownBy({ failure, output }: Evidence): string[] {
  const due = keptStart(failure.expected).toString();
  const own = failure.code === "no-output" ? output.stdout.split("\n") : [];
  const came = replies.has(failure.code) ? [keptStart(failure.actual).toString()] : [];
  return [...came, ...own].filter((text) => text !== "" && forms.every(({ shown }) => !shown.test(due)));
}

const replies = new Set(["wrong-answer", "reply-differs", "no-match"]);

interface Form {
  shown: RegExp;
  words: Pick<Finding, "name" | "idea" | "look">;
}

const notCalled = {
  name: { en: "The brackets of a call are missing", id: "Tanda kurung pemanggilan kurang" },
  look: {
    en: "Write the brackets behind the function's name: data.decode() instead of data.decode, gethostname() instead of gethostname.",
    id: "Tulis tanda kurung setelah nama fungsinya: data.decode(), bukan data.decode; gethostname(), bukan gethostname.",
  },
};

const notReturned = {
  name: { en: "A result that was never given", id: "Hasil yang tidak pernah diberikan" },
  idea: {
    en: "A function that ends without return gives None in Python and undefined in JavaScript: what it only prints is not its result.",
    id: "Fungsi yang selesai tanpa return menghasilkan None di Python dan undefined di JavaScript: yang hanya dicetaknya bukan hasilnya.",
  },
  look: {
    en: "Let every way through the function return the answer, instead of printing it; check the names of variables and properties.",
    id: "Pastikan setiap jalur di dalam fungsi mengembalikan jawabannya dengan return, bukan mencetaknya; periksa nama variabel dan properti.",
  },
};

const anObject = {
  name: { en: "An object instead of its content", id: "Objek, bukan isinya" },
  look: {
    en: "Take what you need out of the object: one of its properties, its text, or JSON.stringify() in JavaScript; a coroutine needs await.",
    id: "Ambil yang diperlukan dari objek itu: salah satu propertinya, teksnya, atau JSON.stringify() di JavaScript; coroutine memerlukan await.",
  },
};

const forms: readonly Form[] = [
  { shown: /<(?:built-in (?:method|function)|bound method|function) [^>]*>/, words: notCalled },
  { shown: /\[Function(?:: [^\]]*|\(anonymous\))?\]|function \w*\([\w, ]*\) \{/, words: notCalled },
  { shown: /^\W*(?:\w+:\s*)?(?:None|undefined)\s*$/, words: notReturned },
  { shown: /\[object Object\]|<(?:coroutine|generator) object [^>]*>|<[\w.]+ object at 0x[0-9a-f]+>/, words: anObject },
  { shown: /<socket\.socket [^>]*>/, words: anObject },
];
