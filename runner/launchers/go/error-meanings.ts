import type { ErrorMeaning } from "../error-meaning.ts";
import { divisionByZero } from "../support/division-by-zero.ts";

/** Go's run-time panics, and the errors of package net. */
export const goErrors: readonly ErrorMeaning[] = [
  {
    error: /integer divide by zero/,
    ...divisionByZero,
    source: "https://go.dev/ref/spec#Integer_operators",
  },
  {
    error: /-buildmode=exe requires exactly one main package/,
    name: { en: "The package is not main", id: "Package-nya bukan main" },
    idea: {
      en: "Only package main with a func main() becomes a program; every other package is a library.",
      id: "Hanya package main dengan func main() yang menjadi program; package lain adalah pustaka.",
    },
    look: {
      en: "Write package main in the first line of the file.",
      id: "Tulis package main di baris pertama berkasnya.",
    },
    source: "https://go.dev/ref/spec#Program_execution",
  },
  {
    error: /index out of range \[(?<index>\d+)\] with length (?<length>\d+)/,
    line: /os\.Args/,
    name: { en: "An argument is missing", id: "Argumen kurang" },
    idea: {
      en: "os.Args holds the program's name and the words that were typed after it; here there were {length} in all.",
      id: "os.Args berisi nama program dan kata yang diketik setelahnya; di sini seluruhnya ada {length}.",
    },
    look: {
      en: "Check len(os.Args) first, or use package flag for --port.",
      id: "Periksa len(os.Args) dulu, atau pakai package flag untuk --port.",
    },
    source: "https://pkg.go.dev/os#pkg-variables",
  },
  {
    error: /index out of range|slice bounds out of range/,
    always: false,
    name: { en: "There are fewer parts", id: "Bagiannya lebih sedikit" },
    idea: {
      en: "What was received may be shorter than you expect: one word, an empty line, or nothing at all.",
      id: "Yang diterima bisa lebih pendek dari dugaan: satu kata, baris kosong, atau tidak ada sama sekali.",
    },
    look: { en: "Check len() before you take a part.", id: "Periksa len() sebelum mengambil satu bagian." },
    source: "https://go.dev/ref/spec#Run_time_panics",
  },
  {
    error: /invalid memory address or nil pointer dereference/,
    name: { en: "An error was not looked at", id: "Error tidak diperiksa" },
    idea: {
      en: "When Listen, Accept or Dial returns an error, what it returns beside it is nil, and using nil ends the program.",
      id: "Kalau Listen, Accept, atau Dial mengembalikan error, nilai di sebelahnya adalah nil, dan memakai nil menghentikan program.",
    },
    look: {
      en: "After each such call: if err != nil { … return }, and never _ in the place of err.",
      id: "Setelah setiap pemanggilan itu: if err != nil { … return }, dan jangan menulis _ di tempat err.",
    },
    source: "https://go.dev/ref/spec#Run_time_panics",
  },
  {
    error: /all goroutines are asleep - deadlock/,
    name: { en: "All wait for each other", id: "Semua saling menunggu" },
    idea: {
      en: "Every goroutine waits for a channel, a lock or a WaitGroup, and none is left that could wake another.",
      id: "Setiap goroutine menunggu channel, lock, atau WaitGroup, dan tidak ada lagi yang dapat membangunkan yang lain.",
    },
    look: {
      en: "Find the channel that nobody writes to, or the WaitGroup whose Done() is not reached.",
      id: "Cari channel yang tidak diisi siapa pun, atau WaitGroup yang Done()-nya tidak tercapai.",
    },
    source: "https://go.dev/ref/spec#Channel_types",
  },
  {
    error: /address (?<address>\S+): missing port in address|missing port in address/,
    name: { en: "The port is missing", id: "Port tidak disebutkan" },
    idea: {
      en: "Package net takes host and port as one text, host:port.",
      id: "Package net menerima host dan port sebagai satu teks, host:port.",
    },
    look: {
      en: 'Write ":8000", or net.JoinHostPort(host, port).',
      id: 'Tulis ":8000", atau net.JoinHostPort(host, port).',
    },
    source: "https://pkg.go.dev/net#Dial",
  },
  {
    error: /too many colons in address|unknown network|invalid port|unknown port/,
    name: { en: "The address is not host:port", id: "Alamat bukan host:port" },
    idea: {
      en: "net.Dial and net.Listen take the network (tcp, udp) and an address of the form host:port.",
      id: "net.Dial dan net.Listen menerima jaringan (tcp, udp) dan alamat berbentuk host:port.",
    },
    look: { en: "Print the text that you give it.", id: "Cetak teks yang Anda berikan." },
    source: "https://pkg.go.dev/net#Dial",
  },
];
