import type { ErrorMeaning } from "../../error-meaning.ts";
import { divisionByZero } from "../../support/division-by-zero.ts";

const exceptionDocs = "https://docs.python.org/3/library/exceptions.html";
const structDocs = "https://docs.python.org/3/library/struct.html";

/** How many there are, which numbers they are, and numbers as bytes. */
export const pythonNumbers: readonly ErrorMeaning[] = [
  {
    error: /(?:not enough|too many) values to unpack \(expected (?:at least )?(?<wanted>\d+)(?:, got (?<came>\d+))?\)/,
    line: /=\s*sys\.argv\b/,
    name: { en: "Another number of arguments than names", id: "Jumlah argumen dan namanya berbeda" },
    idea: {
      en: "This line gives {wanted} names to the words of the command line, which has another number of them; the first is the program itself.",
      id: "Baris ini memberi {wanted} nama pada kata-kata di baris perintah, yang jumlahnya berbeda; kata pertama adalah programnya sendiri.",
    },
    look: {
      en: "Check len(sys.argv) before this line, and say how the program is used where it does not fit; or use argparse.",
      id: "Periksa len(sys.argv) sebelum baris ini, lalu jelaskan cara memakai program kalau tidak cocok; atau pakai argparse.",
    },
    source: "https://docs.python.org/3/library/sys.html#sys.argv",
  },
  {
    error: /(?:not enough|too many) values to unpack \(expected (?:at least )?(?<wanted>\d+)/,
    line: /=\s*(?:(?:range|list|tuple|socket\.\w+|os\.\w+|getaddrinfo)\s*\(|[[(]|["'])/,
    name: { en: "Another number of values than names", id: "Jumlah nilai dan namanya berbeda" },
    idea: {
      en: "This line gives {wanted} names to values of which there are more or fewer: every value needs one name.",
      id: "Baris ini memberi {wanted} nama pada nilai yang jumlahnya lebih atau kurang: setiap nilai memerlukan satu nama.",
    },
    look: {
      en: "Count the names before the = and the values behind it, and make them equal.",
      id: "Hitung nama di depan = dan nilai di belakangnya, lalu samakan.",
    },
    source: `${exceptionDocs}#ValueError`,
  },
  {
    error: /not enough values to unpack \(expected (?:at least )?(?<wanted>\d+), got (?<came>\d+)\)/,
    always: false,
    name: { en: "Fewer parts than names", id: "Bagiannya kurang dari namanya" },
    idea: {
      en: "This line gives {wanted} names to what has {came} parts. What a client sends may have another form, and one recv() may bring only a piece of a message.",
      id: "Baris ini memberi {wanted} nama pada data yang hanya berisi {came} bagian. Kiriman client bisa berbentuk lain, dan satu recv() bisa hanya membawa sepotong pesan.",
    },
    look: {
      en: "Collect until the message is whole (a line: up to its newline), then look how many parts there are before you take them apart.",
      id: "Kumpulkan sampai pesannya lengkap (baris: sampai tanda baris barunya), lalu periksa jumlah bagiannya sebelum dipisahkan.",
    },
    source: `${exceptionDocs}#ValueError`,
  },
  {
    error: /cannot unpack non-iterable NoneType object/,
    line: /=\s*(?:await\s+)?(?<call>\w+)\(/,
    inSource: "def\\s+{call}\\s*\\(",
    always: false,
    name: { en: "Nothing was returned", id: "Tidak ada yang dikembalikan" },
    idea: {
      en: "A function whose end is reached without return gives None, and so does a return without a value; None has no parts that could be taken apart.",
      id: "Fungsi yang berakhir tanpa return menghasilkan None, begitu juga return tanpa nilai; None tidak punya bagian yang bisa dipisahkan.",
    },
    look: {
      en: "Let every way through {call}() return as many values as this line has names, also for a message that it does not expect.",
      id: "Pastikan setiap jalur di {call}() mengembalikan nilai sebanyak nama di baris ini, juga untuk pesan yang tidak diduganya.",
    },
    source: "https://docs.python.org/3/library/constants.html#None",
  },
  {
    error: /unpack(?:_from)? requires a buffer of (?:at least )?(?<size>\d+) bytes/,
    line: /unpack\w*\(.*\[[^\]]*:[^\]]*\]/,
    always: false,
    name: { en: "The slice has another length", id: "Jumlah byte potongannya tidak sesuai" },
    idea: {
      en: "unpack() needs exactly {size} bytes. A slice raises no error: beyond the end of what came it is shorter, and it is empty where it ends before it begins.",
      id: "unpack() memerlukan tepat {size} byte. Potongan (slice) tidak menimbulkan error: melewati akhir data ia menjadi lebih pendek, dan kosong kalau akhirnya sebelum awalnya.",
    },
    look: {
      en: "Print both ends of the slice and len() of what came just before this line. If too little came: over TCP one recv() may bring a piece, so collect in a loop first.",
      id: "Cetak kedua ujung slice dan len() dari data yang datang tepat sebelum baris ini. Kalau datanya kurang: di TCP satu recv() bisa hanya membawa sepotong, jadi kumpulkan dulu di dalam perulangan.",
    },
    source: `${structDocs}#struct.unpack`,
  },
  {
    error: /too many values to unpack \(expected (?<wanted>\d+)/,
    always: false,
    name: { en: "More parts than names", id: "Bagiannya lebih dari namanya" },
    idea: {
      en: "This line gives {wanted} names to what has more parts: what a client sends may hold more words, or several messages at once.",
      id: "Baris ini memberi {wanted} nama pada data yang bagiannya lebih banyak: kiriman client bisa berisi lebih banyak kata, atau beberapa pesan sekaligus.",
    },
    look: {
      en: "Look how many parts there are before you take them apart; split(maxsplit=1) leaves the rest in one piece.",
      id: "Periksa jumlah bagiannya sebelum dipisahkan; split(maxsplit=1) membiarkan sisanya tetap utuh.",
    },
    source: `${exceptionDocs}#ValueError`,
  },
  {
    error: /ZeroDivisionError|division by zero/,
    ...divisionByZero,
    look: {
      en: "Look at the divisor first, or catch ZeroDivisionError there, and answer that it cannot be worked out.",
      id: "Periksa pembaginya dulu, atau tangkap ZeroDivisionError di situ, lalu jawab bahwa itu tidak dapat dihitung.",
    },
    source: `${exceptionDocs}#ZeroDivisionError`,
  },
  {
    error: /file descriptor cannot be a negative integer|Invalid file descriptor: -1|Invalid file object/,
    line: /select|poll|register|modify/,
    name: { en: "A closed socket is still in the list", id: "Socket yang sudah ditutup masih ada di daftar" },
    idea: {
      en: "close() gives a socket's descriptor back: it is -1 then, and select() can no longer wait for it.",
      id: "close() mengembalikan descriptor socket: nilainya menjadi -1, dan select() tidak dapat lagi menunggunya.",
    },
    look: {
      en: "Take the socket out of the list before you close it: sockets.remove(conn), or unregister(conn).",
      id: "Keluarkan socket dari daftar sebelum ditutup: sockets.remove(conn), atau unregister(conn).",
    },
    source: "https://docs.python.org/3/library/select.html#select.select",
  },
  {
    error: /list\.remove\(x\): x not in list/,
    name: { en: "Removed what is not in the list", id: "Menghapus yang tidak ada di daftar" },
    idea: {
      en: "A list gives up only what it holds: this one was removed before, or never put in.",
      id: "Daftar hanya dapat melepas isinya: yang ini sudah dihapus sebelumnya, atau tidak pernah dimasukkan.",
    },
    look: {
      en: "Remove each client in one place alone, or ask first: if conn in clients.",
      id: "Hapus setiap client di satu tempat saja, atau periksa dulu: if conn in clients.",
    },
    source: "https://docs.python.org/3/tutorial/datastructures.html#more-on-lists",
  },
  {
    error: /(?:dictionary|Set|deque) (?:changed size|mutated) during iteration|(?:dictionary|set) changed size/i,
    always: false,
    name: { en: "Changed while it is gone through", id: "Berubah saat sedang ditelusuri" },
    idea: {
      en: "Another thread, or the loop itself, added or removed an entry while a for loop went through them.",
      id: "Thread lain, atau perulangan itu sendiri, menambah atau menghapus isi ketika for sedang menelusurinya.",
    },
    look: {
      en: "Go through a copy, for client in list(clients), or hold one lock around every use.",
      id: "Telusuri salinannya, for client in list(clients), atau pakai satu lock di setiap pemakaian.",
    },
    source: `${exceptionDocs}#RuntimeError`,
  },
  {
    error: /pack expected (?<wanted>\d+) items for packing \(got (?<came>\d+)\)/,
    name: { en: "Format and values do not fit", id: "Format dan nilainya tidak cocok" },
    idea: {
      en: "The format of pack() names {wanted} values, and it was given {came}: each letter is one value.",
      id: "Format pack() menyebut {wanted} nilai, tetapi diberi {came}: setiap huruf adalah satu nilai.",
    },
    look: {
      en: "Count the letters of the format and the values behind it.",
      id: "Hitung huruf pada format dan nilai di belakangnya.",
    },
    source: `${structDocs}#format-characters`,
  },
  {
    error: /argument for 's' must be a bytes object|required argument is not an integer|bad char in struct format/,
    line: /pack/,
    name: { en: "A value of another type than the format says", id: "Tipe nilai tidak sesuai format" },
    idea: {
      en: "In the format of pack() H, I and Q stand for whole numbers, s for bytes: a text must be encoded, a number turned by int().",
      id: "Pada format pack(), H, I, dan Q berarti bilangan bulat, s berarti byte: teks harus di-encode, bilangan diubah dengan int().",
    },
    look: {
      en: "Compare each letter of the format with the type of its value.",
      id: "Bandingkan setiap huruf format dengan tipe nilainya.",
    },
    source: `${structDocs}#format-characters`,
  },
  {
    error: /format requires -?\d+ <= number <= \d+|(?:byte|short|int|long) format requires|argument out of range/,
    line: /pack/,
    always: false,
    name: { en: "The number does not fit", id: "Bilangannya tidak muat" },
    idea: {
      en: "B takes one byte, H two, I four and Q eight: a larger number, or one below zero, has no room in it.",
      id: "B memuat satu byte, H dua, I empat, dan Q delapan: bilangan yang lebih besar, atau negatif, tidak muat.",
    },
    look: {
      en: "Take the letter whose size the protocol names, and look where the number comes from.",
      id: "Pakai huruf yang ukurannya disebut protokol, dan periksa dari mana bilangannya berasal.",
    },
    source: `${structDocs}#format-characters`,
  },
  {
    error: /UnsupportedOperation: not (?<what>writable|readable)/,
    name: { en: "The file of the socket is not for that", id: "Berkas dari socket tidak untuk itu" },
    idea: {
      en: 'makefile() makes a file to read from alone, unless its mode says otherwise: makefile("w") writes.',
      id: 'makefile() membuat berkas yang hanya untuk dibaca, kecuali mode-nya menyebut lain: makefile("w") untuk menulis.',
    },
    look: {
      en: "Make two of them, one to read and one to write, and flush() after writing; or send with sendall().",
      id: "Buat dua, satu untuk membaca dan satu untuk menulis, lalu flush() setelah menulis; atau kirim dengan sendall().",
    },
    source: "https://docs.python.org/3/library/socket.html#socket.socket.makefile",
  },
  {
    error: /'(?<type>str|float|bytes)' object cannot be interpreted as an integer/,
    name: { en: "A whole number is needed", id: "Yang diperlukan bilangan bulat" },
    idea: {
      en: "This call takes a whole number, such as how many bytes or how many times; it was given a value of type {type}.",
      id: "Pemanggilan ini memerlukan bilangan bulat, misalnya banyaknya byte atau banyaknya kali; yang diberikan bertipe {type}.",
    },
    look: {
      en: "Turn it into one by int() where it is read, or leave the quotes out around the number.",
      id: "Ubah dengan int() di tempat nilainya dibaca, atau hilangkan tanda kutip di sekeliling bilangan.",
    },
    source: `${exceptionDocs}#TypeError`,
  },
  {
    error: /'(?<type>\w+)' object is not callable/,
    name: { en: "What is called is no function", id: "Yang dipanggil bukan fungsi" },
    idea: {
      en: "Brackets behind a name call it as a function, and what stands before them here is of type {type}.",
      id: "Tanda kurung setelah nama memanggilnya sebagai fungsi, sedangkan yang ada di sini bertipe {type}.",
    },
    look: {
      en: "Has a variable taken the function's name? Rename it; or leave the brackets out, or write the comma that is missing before them.",
      id: "Apakah sebuah variabel memakai nama fungsinya? Ganti namanya; atau hilangkan tanda kurungnya, atau tulis koma yang kurang di depannya.",
    },
    source: `${exceptionDocs}#TypeError`,
  },
];
