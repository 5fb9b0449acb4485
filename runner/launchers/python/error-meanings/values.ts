import type { ErrorMeaning } from "../../error-meaning.ts";

const exceptionDocs = "https://docs.python.org/3/library/exceptions.html";

/** Values that are missing, of another type or of another form than the line expects. */
export const pythonValues: readonly ErrorMeaning[] = [
  {
    error: /list index out of range/,
    line: /sys\.argv|\bargv\b/,
    name: { en: "An argument is missing", id: "Argumen kurang" },
    idea: {
      en: "sys.argv holds only the words that were typed after the command: without the word there is no such entry.",
      id: "sys.argv hanya berisi kata yang diketik setelah perintah: tanpa kata itu, isinya tidak ada.",
    },
    look: {
      en: "Check len(sys.argv) first, or use argparse: sys.argv[0] is the program itself, and --port N is two words.",
      id: "Periksa len(sys.argv) dulu, atau pakai argparse: sys.argv[0] adalah programnya sendiri, dan --port N terdiri dari dua kata.",
    },
    source: "https://docs.python.org/3/library/sys.html#sys.argv",
  },
  {
    error: /^IndexError: (?:bytearray )?index out of range/,
    line: /\[/,
    always: false,
    name: { en: "Behind the end of the bytes", id: "Melewati ujung byte" },
    idea: {
      en: "The place that this line looks at lies behind the last byte: fewer bytes came than you expect, or the places are counted wrongly before it.",
      id: "Tempat yang dilihat baris ini ada di belakang byte terakhir: byte yang datang lebih sedikit dari dugaan, atau posisinya salah dihitung sebelumnya.",
    },
    look: {
      en: "Print the place and len() of the bytes just before this line, and compare each step that you count with the description of the message.",
      id: "Cetak posisinya dan len() dari byte itu tepat sebelum baris ini, lalu bandingkan setiap langkah hitungan dengan penjelasan pesannya.",
    },
    source: `${exceptionDocs}#IndexError`,
  },
  {
    error: /(?:list|string|tuple|bytes)? ?index out of range/,
    // In a line without an index it came from inside a library.
    line: /\[/,
    always: false,
    name: { en: "There are fewer parts", id: "Bagiannya lebih sedikit" },
    idea: {
      en: "What was received may have fewer parts than you expect: one word, an empty line, or nothing at all.",
      id: "Yang diterima bisa punya bagian lebih sedikit dari dugaan: satu kata, baris kosong, atau tidak ada sama sekali.",
    },
    look: {
      en: "Ask how many there are before you take one: if len(parts) > 1.",
      id: "Periksa jumlahnya sebelum diambil: if len(parts) > 1.",
    },
    source: `${exceptionDocs}#IndexError`,
  },
  {
    error: /invalid literal for int\(\) with base 10: (?<value>b?(?:''|'(?:\\[rn])+'))$/,
    line: /recv|read/,
    always: false,
    name: { en: "Nothing where a number was due", id: "Kosong di tempat yang seharusnya bilangan" },
    idea: {
      en: "This line got {value}: either the other side had ended, or the end of the part before had not been read, which then looks like an empty line.",
      id: "Baris ini menerima {value}: entah pihak lawan sudah selesai, entah akhir bagian sebelumnya belum dibaca sehingga tampak seperti baris kosong.",
    },
    look: {
      en: "What ends a part (\\r\\n) must be read as well: after read(n) take two bytes more. And stop where nothing comes any more.",
      id: "Penutup setiap bagian (\\r\\n) juga harus dibaca: setelah read(n), ambil dua byte lagi. Dan berhentilah kalau tidak ada lagi yang datang.",
    },
    source: "https://docs.python.org/3/library/io.html#io.IOBase.readline",
  },
  {
    error: /invalid literal for int\(\) with base 10: (?<value>.+)/,
    always: false,
    name: { en: "Not a number", id: "Bukan bilangan" },
    idea: {
      en: "int() turns only digits into a number. Here it got {value}.",
      id: "int() hanya mengubah angka menjadi bilangan. Di sini ia menerima {value}.",
    },
    look: {
      en: "Look at where that text comes from, and handle ValueError where somebody else may have written it.",
      id: "Lihat dari mana teks itu berasal, dan tangani ValueError kalau teks itu bisa berasal dari pihak lain.",
    },
    source: "https://docs.python.org/3/library/functions.html#int",
  },
  {
    error:
      /'NoneType' object has no attribute '(?<method>accept|bind|close|connect|listen|recv\w*|send\w*|setsockopt|settimeout|fileno)'/,
    name: { en: "Nothing was returned", id: "Tidak ada yang dikembalikan" },
    idea: {
      en: "bind(), listen(), connect() and every function without return give None, and None has no {method}.",
      id: "bind(), listen(), connect(), dan setiap fungsi tanpa return menghasilkan None, dan None tidak punya {method}.",
    },
    look: {
      en: "Find where the variable before .{method} got its value, and keep the socket itself there.",
      id: "Cari di mana variabel sebelum .{method} mendapat nilainya, dan simpan socket-nya sendiri di situ.",
    },
    source: "https://docs.python.org/3/library/constants.html#None",
  },
  {
    error:
      /'NoneType' object (?:does not support the (?:asynchronous )?context manager protocol|is not subscriptable|is not an iterator)/,
    name: { en: "Nothing was returned", id: "Tidak ada yang dikembalikan" },
    idea: {
      en: "A function whose end is reached without return gives None, and so does a return without a value; nothing can be done with None on this line.",
      id: "Fungsi yang berakhir tanpa return menghasilkan None, begitu juga return tanpa nilai; None tidak dapat dipakai di baris ini.",
    },
    look: {
      en: "Find where the value on this line comes from, and let every way through that function return one.",
      id: "Cari dari mana nilai di baris ini berasal, dan pastikan setiap jalur di fungsi itu mengembalikan nilai.",
    },
    source: "https://docs.python.org/3/library/constants.html#None",
  },
  {
    error: /'NoneType' object has no attribute '(?<method>\w+)'/,
    name: { en: "Nothing was returned", id: "Tidak ada yang dikembalikan" },
    idea: {
      en: "A function whose end is reached without return gives None, and so does a return without a value; None has no {method}.",
      id: "Fungsi yang berakhir tanpa return menghasilkan None, begitu juga return tanpa nilai; None tidak punya {method}.",
    },
    look: {
      en: "Find where the value before .{method} comes from, and let every way through that function return a value.",
      id: "Cari dari mana nilai sebelum .{method} berasal, dan pastikan setiap jalur di fungsi itu mengembalikan nilai.",
    },
    source: "https://docs.python.org/3/library/constants.html#None",
  },
  {
    error:
      /(?<call>\w+)\(\) (?:takes \d+ positional arguments? but \d+ (?:was|were) given|missing \d+ required positional arguments?)/,
    name: { en: "Other arguments than it has", id: "Jumlah argumen tidak cocok" },
    idea: {
      en: "{call}() is called with another number of arguments than its def line has.",
      id: "{call}() dipanggil dengan jumlah argumen yang berbeda dari baris def-nya.",
    },
    look: {
      en: "Compare the def line with the call. A thread passes exactly what stands in args: args=(conn, addr) needs def {call}(conn, addr).",
      id: "Bandingkan baris def dengan pemanggilannya. Thread meneruskan persis isi args: args=(conn, addr) memerlukan def {call}(conn, addr).",
    },
    source: `${exceptionDocs}#TypeError`,
  },
  {
    error: /unpack requires a buffer of (?<size>\d+) bytes/,
    line: /unpack\w*\(.*\b(?:read|recv)\w*\((?:[^()]*,\s*)?(?<asked>\d+)\)/,
    always: false,
    name: { en: "Another number of bytes than needed", id: "Jumlah byte tidak sesuai" },
    idea: {
      en: "The format of unpack() needs exactly {size} bytes. This line asks for {asked}, and over TCP fewer may come.",
      id: "Format unpack() memerlukan tepat {size} byte. Baris ini meminta {asked}, dan lewat TCP yang datang bisa lebih sedikit.",
    },
    look: {
      en: "Ask for {size} bytes, and call recv() in a loop until they are there; stop when it returns nothing.",
      id: "Mintalah {size} byte, dan panggil recv() di dalam perulangan sampai lengkap; berhenti kalau recv() tidak mengembalikan apa-apa.",
    },
    source: "https://docs.python.org/3/library/struct.html#struct.unpack",
  },
  {
    error: /unpack requires a buffer of (?<size>\d+) bytes/,
    transport: "udp",
    always: false,
    name: { en: "Another number of bytes than needed", id: "Jumlah byte tidak sesuai" },
    idea: {
      en: "unpack() needs exactly {size} bytes, neither fewer nor more. A datagram comes as it was sent, whole: its length is the sender's choice.",
      id: "unpack() memerlukan tepat {size} byte, tidak kurang dan tidak lebih. Datagram datang utuh seperti saat dikirim: panjangnya ditentukan pengirim.",
    },
    look: {
      en: "Print len() of what this line gives to unpack(), and compare it with the {size} bytes of the format; leave out what belongs to neither, and handle datagrams that are shorter.",
      id: "Cetak len() dari yang diberikan baris ini kepada unpack(), lalu bandingkan dengan {size} byte menurut formatnya; buang yang tidak termasuk, dan tangani datagram yang lebih pendek.",
    },
    source: "https://docs.python.org/3/library/struct.html#struct.unpack",
  },
  {
    error: /unpack requires a buffer of (?<size>\d+) bytes/,
    always: false,
    name: { en: "Another number of bytes than needed", id: "Jumlah byte tidak sesuai" },
    idea: {
      en: "unpack() needs exactly {size} bytes, neither fewer nor more; one recv() may return fewer, or none when the other side has closed.",
      id: "unpack() memerlukan tepat {size} byte, tidak kurang dan tidak lebih; satu recv() bisa mengembalikan kurang, atau nol bila pihak lawan menutup.",
    },
    look: {
      en: "Collect with recv() in a loop until {size} bytes are there, stop when recv() returns nothing, and give unpack() these {size} alone.",
      id: "Kumpulkan dengan recv() di dalam perulangan sampai ada {size} byte, berhenti kalau recv() tidak mengembalikan apa-apa, dan berikan hanya {size} byte itu kepada unpack().",
    },
    source: "https://docs.python.org/3/library/struct.html#struct.unpack",
  },
  {
    error: /JSONDecodeError|UnpicklingError|pickle data was truncated|Ran out of input/,
    always: false,
    name: { en: "A message that is not whole", id: "Pesan belum lengkap" },
    idea: {
      en: "One recv() need not return a whole message: TCP is a stream of bytes and knows no messages.",
      id: "Satu recv() belum tentu mengembalikan pesan utuh: TCP adalah aliran byte dan tidak mengenal pesan.",
    },
    look: {
      en: "Mark where a message ends, by a newline or its length, collect until then, and handle what is no message at all.",
      id: "Tandai akhir pesan dengan baris baru atau panjangnya, kumpulkan sampai di situ, dan tangani data yang bukan pesan.",
    },
    source: "https://docs.python.org/3/howto/sockets.html#using-a-socket",
  },
  {
    error: /EOFError|EOF when reading a line/,
    always: false,
    name: { en: "The keyboard's input has ended", id: "Masukan keyboard sudah habis" },
    idea: {
      en: "input() raises EOFError when nothing more can be typed: after Ctrl-D, or at the end of a file that stands for the keyboard.",
      id: "input() memunculkan EOFError kalau tidak ada lagi yang dapat diketik: setelah Ctrl-D, atau di akhir berkas pengganti keyboard.",
    },
    look: {
      en: "Catch EOFError around input() and end there as after the last line.",
      id: "Tangkap EOFError di sekitar input() dan akhiri program seperti setelah baris terakhir.",
    },
    source: `${exceptionDocs}#EOFError`,
  },
  {
    error: /^(?:socket\.timeout|TimeoutError)\b/,
    line: /\baccept\s*\(/,
    name: { en: "accept() has a time limit", id: "accept() diberi batas waktu" },
    idea: {
      en: "settimeout() on the socket that listens limits accept() as well: a server with no new client for that long ends by TimeoutError.",
      id: "settimeout() pada socket yang listen juga membatasi accept(): server yang selama itu tidak didatangi client berakhir dengan TimeoutError.",
    },
    look: {
      en: "Call settimeout() on the client's socket that accept() returned, or catch TimeoutError around accept() and go on.",
      id: "Panggil settimeout() pada socket client hasil accept(), atau tangkap TimeoutError di sekitar accept() lalu lanjutkan.",
    },
    source: "https://docs.python.org/3/library/socket.html#socket-timeouts",
  },
  {
    error: /^(?:socket\.timeout|TimeoutError)\b.*timed out|^(?:socket\.timeout|TimeoutError)$/,
    always: false,
    name: { en: "A timeout is not handled", id: "Batas waktu habis tidak ditangani" },
    idea: {
      en: "After settimeout(), recv(), accept() and connect() raise TimeoutError when nothing came in time. That is normal.",
      id: "Setelah settimeout(), recv(), accept(), dan connect() memunculkan TimeoutError kalau tidak ada yang datang tepat waktu. Itu wajar.",
    },
    look: {
      en: "Catch TimeoutError around the call. In a server set the limit on the client's socket only if it must be limited.",
      id: "Tangkap TimeoutError di sekitar pemanggilannya. Di server, beri batas pada socket client hanya kalau memang perlu.",
    },
    source: "https://docs.python.org/3/library/socket.html#socket-timeouts",
  },
  {
    error: /threads can only be started once/,
    name: { en: "A thread is started twice", id: "Thread dijalankan dua kali" },
    idea: {
      en: "A Thread runs once. The next client needs a new one.",
      id: "Satu Thread berjalan sekali. Client berikutnya memerlukan Thread baru.",
    },
    look: {
      en: "Make the Thread inside the loop, after accept().",
      id: "Buat Thread di dalam perulangan, setelah accept().",
    },
    source: "https://docs.python.org/3/library/threading.html#threading.Thread.start",
  },
  {
    error: /maximum recursion depth exceeded/,
    name: { en: "A function calls itself", id: "Fungsi memanggil dirinya sendiri" },
    idea: {
      en: "Each call waits for the one inside it: a function that calls itself for the next client or line never comes back.",
      id: "Setiap pemanggilan menunggu pemanggilan di dalamnya: fungsi yang memanggil dirinya untuk client atau baris berikutnya tidak pernah kembali.",
    },
    look: { en: "Use a loop: while True.", id: "Gunakan perulangan: while True." },
    source: `${exceptionDocs}#RecursionError`,
  },
  {
    error: /lost sys\.stdout|I\/O operation on closed file/,
    always: false,
    name: { en: "Prints where nobody reads", id: "Mencetak padahal tidak ada yang membaca" },
    idea: {
      en: "A program may run with its output closed; what it prints then fails.",
      id: "Program bisa berjalan dengan keluaran tertutup; perintah cetak lalu gagal.",
    },
    look: {
      en: "Take what the program needs from the command line instead of asking for it with input().",
      id: "Ambil yang diperlukan dari baris perintah, jangan menanyakannya dengan input().",
    },
    source: "https://docs.python.org/3/library/functions.html#input",
  },
  {
    error: /^KeyError: (?<key>.+)/,
    always: false,
    name: { en: "No such key", id: "Kunci tidak ada" },
    idea: {
      en: "The dictionary has no entry {key}.",
      id: "Dictionary tidak punya isi {key}.",
    },
    look: {
      en: "Ask first with in, or use get(), above all for what a client sent.",
      id: "Periksa dulu dengan in, atau pakai get(), terutama untuk kiriman client.",
    },
    source: `${exceptionDocs}#KeyError`,
  },
];
