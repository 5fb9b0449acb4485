import type { ErrorMeaning } from "../error-meaning.ts";

/** How C and C++ programs are ended: by signals (signal(7)), by the C library's checks and by exceptions that are not caught. */
export const cErrors: readonly ErrorMeaning[] = [
  {
    error: /^SIGSEGV|[Ss]egmentation fault/,
    name: { en: "Reaches into foreign memory", id: "Mengakses memori yang bukan miliknya" },
    idea: {
      en: "SIGSEGV: the program used an address that does not belong to it, as of a pointer that is NULL or an array that is too short.",
      id: "SIGSEGV: program memakai alamat yang bukan miliknya, misalnya pointer NULL atau array yang terlalu pendek.",
    },
    look: {
      en: "Compile with -g -fsanitize=address and run it again: it names the line. Is argv[1] used although argc is 1?",
      id: "Kompilasi dengan -g -fsanitize=address lalu jalankan lagi: barisnya akan disebut. Apakah argv[1] dipakai padahal argc bernilai 1?",
    },
    source: "signal(7)",
  },
  {
    error: /\*\*\* (?<what>stack smashing detected|buffer overflow detected)/,
    name: { en: "Writes past the buffer", id: "Menulis melewati buffer" },
    idea: {
      en: "More was written into an array than it has room for; the C library noticed and ended the program.",
      id: "Data yang ditulis ke array melebihi ruangnya; pustaka C mengetahuinya dan menghentikan program.",
    },
    look: {
      en: "Give recv() sizeof buffer - 1 when you add a '\\0', and use snprintf instead of sprintf and strcpy.",
      id: "Beri recv() ukuran sizeof buffer - 1 kalau Anda menambahkan '\\0', dan pakai snprintf alih-alih sprintf dan strcpy.",
    },
    source: "gcc(1), -fstack-protector",
  },
  {
    error: /double free|free\(\): invalid|malloc\(\): |corrupted size|munmap_chunk/,
    name: { en: "Memory is freed wrongly", id: "Memori dibebaskan dengan salah" },
    idea: {
      en: "Memory was freed twice, or something was written behind its end.",
      id: "Memori dibebaskan dua kali, atau ada yang ditulis melewati ujungnya.",
    },
    look: {
      en: "Compile with -g -fsanitize=address and run it again: it names the line.",
      id: "Kompilasi dengan -g -fsanitize=address lalu jalankan lagi: barisnya akan disebut.",
    },
    source: "malloc(3)",
  },
  {
    error: /Assertion [`'](?<what>.+)' failed/,
    always: false,
    name: { en: "An assertion failed", id: "Assert gagal" },
    idea: {
      en: "assert() ends the program when its condition is false: {what}. That tells the programmer something, and a user nothing.",
      id: "assert() menghentikan program kalau syaratnya salah: {what}. Itu berguna bagi programmer, tetapi tidak bagi pengguna.",
    },
    look: {
      en: "Compare what the call returns, print with perror() why it failed, and end with status 1.",
      id: "Periksa nilai kembaliannya, cetak penyebabnya dengan perror(), lalu akhiri dengan status 1.",
    },
    source: "assert(3)",
  },
  {
    error: /^SIGFPE/,
    name: { en: "Divides by zero", id: "Membagi dengan nol" },
    idea: { en: "SIGFPE: a whole number was divided by zero.", id: "SIGFPE: bilangan bulat dibagi dengan nol." },
    look: { en: "Check the divisor first.", id: "Periksa pembaginya dulu." },
    source: "signal(7)",
  },
  {
    error: /terminate called without an active exception/,
    where: /std::j?thread\b|\bthread\s*[({]|\bthread\s+\w+\s*[({]/,
    name: { en: "A thread is neither joined nor detached", id: "Thread tidak di-join dan tidak di-detach" },
    idea: {
      en: "When a std::thread object goes away while its thread may still run, C++ ends the whole program.",
      id: "Kalau objek std::thread hilang sementara thread-nya mungkin masih berjalan, C++ menghentikan seluruh program.",
    },
    look: {
      en: "Call detach() on it right after it was made, or keep the object and join() it. Give the thread its own copy of the socket: [c], not [&].",
      id: "Panggil detach() segera setelah thread dibuat, atau simpan objeknya lalu join(). Beri thread salinan socket sendiri: [c], bukan [&].",
    },
    source: "https://en.cppreference.com/w/cpp/thread/thread/~thread",
  },
  {
    error: /terminate called after throwing an instance of '(?<what>[^']+)'/,
    always: false,
    name: { en: "An exception is not caught", id: "Exception tidak ditangkap" },
    idea: {
      en: "An exception of type {what} reached the end of main() or of a thread.",
      id: "Exception bertipe {what} sampai ke akhir main() atau akhir sebuah thread.",
    },
    look: {
      en: "Put try and catch around what one client does.",
      id: "Pasang try dan catch di sekitar pelayanan satu client.",
    },
    source: "https://en.cppreference.com/w/cpp/error/terminate",
  },
];
