import type { ErrorMeaning } from "../error-meaning.ts";
import { divisionByZero } from "../support/division-by-zero.ts";

/** Rust's panics. */
export const rustErrors: readonly ErrorMeaning[] = [
  {
    error: /attempt to divide by zero/,
    ...divisionByZero,
    source: "https://doc.rust-lang.org/reference/expressions/operator-expr.html",
  },
  {
    error: /index out of bounds: the len is (?<length>\d+) but the index is (?<index>\d+)/,
    line: /args/,
    name: { en: "An argument is missing", id: "Argumen kurang" },
    idea: {
      en: "env::args() gives the program's name and the words that were typed after it; here there were {length} in all.",
      id: "env::args() memberi nama program dan kata yang diketik setelahnya; di sini seluruhnya ada {length}.",
    },
    look: {
      en: "Use args.get({index}) or nth(), and say how the program is used.",
      id: "Pakai args.get({index}) atau nth(), dan jelaskan cara memakai program.",
    },
    source: "https://doc.rust-lang.org/std/env/fn.args.html",
  },
  {
    error: /ParseIntError/,
    always: false,
    name: { en: "Not a number", id: "Bukan bilangan" },
    idea: { en: "parse() turns only digits into a number.", id: "parse() hanya mengubah angka menjadi bilangan." },
    look: {
      en: "trim() the text first, and match on the Result instead of unwrap().",
      id: "Pakai trim() dulu, lalu match pada Result alih-alih unwrap().",
    },
    source: "https://doc.rust-lang.org/std/primitive.str.html#method.parse",
  },
  {
    error: /called `Option::unwrap\(\)` on a `None` value/,
    always: false,
    name: { en: "unwrap() of nothing", id: "unwrap() pada nilai kosong" },
    idea: {
      en: "An Option may be None: an argument that was not given, or a part that the message does not have.",
      id: "Option bisa None: argumen yang tidak diberikan, atau bagian yang tidak ada di pesan.",
    },
    look: { en: "Use match, if let or unwrap_or.", id: "Pakai match, if let, atau unwrap_or." },
    source: "https://doc.rust-lang.org/std/option/",
  },
  {
    error: /already (?:mutably )?borrowed|PoisonError/,
    name: { en: "A lock was left by a crash", id: "Lock tertinggal karena thread panic" },
    idea: {
      en: "A thread that panics while it holds a Mutex poisons it for all others.",
      id: "Thread yang panic sambil memegang Mutex membuat Mutex itu rusak bagi yang lain.",
    },
    look: {
      en: "Handle the errors of one client inside its thread.",
      id: "Tangani error satu client di dalam thread-nya.",
    },
    source: "https://doc.rust-lang.org/std/sync/struct.PoisonError.html",
  },
];
