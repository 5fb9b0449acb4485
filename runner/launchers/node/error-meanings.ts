import type { ErrorMeaning } from "../error-meaning.ts";

const docs = "https://nodejs.org/api";

/** Node's error codes, and JavaScript's own errors. */
export const nodeErrors: readonly ErrorMeaning[] = [
  {
    error: /write EPIPE/,
    line: /\bconsole\.\w+\(|process\.stdout/,
    always: false,
    name: { en: "Nobody reads its output", id: "Keluarannya tidak dibaca siapa pun" },
    idea: {
      en: "What a program prints goes into a pipe when another program reads it; once that has ended, printing fails.",
      id: "Yang dicetak program masuk ke pipe kalau dibaca program lain; setelah pembacanya berakhir, mencetak menjadi gagal.",
    },
    look: {
      en: "Let no line of the log end the server: process.stdout.on('error', () => {}).",
      id: "Jangan biarkan baris log menghentikan server: process.stdout.on('error', () => {}).",
    },
    source: `${docs}/process.html#a-note-on-process-io`,
  },
  {
    error: /The "?(?:chunk|data|msg|buffer)"? argument must be.*Received (?:undefined|null)\b/,
    name: { en: "There is nothing to send", id: "Tidak ada yang dapat dikirim" },
    idea: {
      en: "write() and send() got no value: a function that ends without return gives undefined, as does a property that does not exist.",
      id: "write() dan send() tidak menerima nilai: fungsi yang selesai tanpa return menghasilkan undefined, begitu pula properti yang tidak ada.",
    },
    look: {
      en: "Let every way through the function return the text to send, and check the names of variables and properties.",
      id: "Pastikan setiap jalan di dalam fungsi mengembalikan teks yang akan dikirim, dan periksa nama variabel serta properti.",
    },
    source: `${docs}/errors.html#err_invalid_arg_type`,
  },
  {
    error: /ERR_INVALID_ARG_TYPE.*"(?:chunk|data|msg|buffer)"|The "?(?:chunk|data|msg)"? argument must be/,
    name: { en: "Only text or bytes can be sent", id: "Hanya teks atau byte yang dapat dikirim" },
    idea: {
      en: "write() and send() take a string or a Buffer; a number or an object must become one first.",
      id: "write() dan send() menerima string atau Buffer; bilangan atau objek harus diubah dulu.",
    },
    look: {
      en: "Use String(value), or JSON.stringify(value) for an object.",
      id: "Pakai String(nilai), atau JSON.stringify(nilai) untuk objek.",
    },
    source: `${docs}/errors.html#err_invalid_arg_type`,
  },
  {
    error: /ERR_SOCKET_BAD_PORT.*Received type string \('(?<host>[^']*[.:a-z][^']*)'\)/,
    line: /\.(?:send|connect|bind|listen)\(/,
    name: { en: "Host and port are exchanged", id: "Host dan port tertukar" },
    idea: {
      en: "{host} stands where the port belongs: in Node the port comes first, and the host after it.",
      id: "{host} berada di tempat port: di Node port ditulis lebih dulu, baru host.",
    },
    look: {
      en: "Exchange the two: connect(port, host) for a connection, send(message, rinfo.port, rinfo.address) for a datagram.",
      id: "Tukar keduanya: connect(port, host) untuk koneksi, send(pesan, rinfo.port, rinfo.address) untuk datagram.",
    },
    source: `${docs}/dgram.html#socketsendmsg-offset-length-port-address-callback`,
  },
  {
    error: /ERR_SOCKET_BAD_PORT|options\.port should be/,
    name: { en: "No such port", id: "Nomor port tidak ada" },
    idea: {
      en: "A port is a number from 0 to 65535; text that is not a number becomes NaN.",
      id: "Port adalah bilangan dari 0 sampai 65535; teks yang bukan bilangan menjadi NaN.",
    },
    look: {
      en: "Look at where the port comes from: process.argv[2] is the first word of your own, --port N is two words, and parseArgs knows only the options that you list.",
      id: "Periksa dari mana port berasal: process.argv[2] adalah kata pertama milik Anda, --port N terdiri dari dua kata, dan parseArgs hanya mengenal opsi yang Anda daftarkan.",
    },
    source: `${docs}/errors.html#err_socket_bad_port`,
  },
  {
    error: /ERR_STREAM_WRITE_AFTER_END|write after end/,
    name: { en: "Writes after end()", id: "Menulis setelah end()" },
    idea: {
      en: "end() says that nothing more will be sent; a write() after it is an error.",
      id: "end() menyatakan tidak ada lagi yang dikirim; write() setelahnya adalah error.",
    },
    look: {
      en: "Call end() once, after the last write(), for instance when 'end' comes from the other side.",
      id: "Panggil end() satu kali, setelah write() terakhir, misalnya saat 'end' datang dari pihak lawan.",
    },
    source: `${docs}/errors.html#err_stream_write_after_end`,
  },
  {
    error: /ERR_SOCKET_DGRAM_NOT_RUNNING|ERR_SOCKET_CLOSED|ERR_STREAM_DESTROYED/,
    name: { en: "Uses a closed socket", id: "Memakai socket yang sudah ditutup" },
    idea: {
      en: "After close() a socket can neither send nor receive.",
      id: "Setelah close(), socket tidak dapat mengirim atau menerima.",
    },
    look: {
      en: "Sending takes time: close in the callback of send(), not on the next line.",
      id: "Pengiriman memakan waktu: tutup di dalam callback send(), bukan di baris berikutnya.",
    },
    source: `${docs}/errors.html#err_socket_dgram_not_running`,
  },
  {
    error: /TypeError.*Invalid URL/,
    always: false,
    name: { en: "Not a whole address", id: "Bukan alamat yang lengkap" },
    idea: {
      en: "new URL() takes an address with its beginning, as http://host/path; a path alone, or another text, is an error.",
      id: "new URL() menerima alamat beserta awalnya, seperti http://host/path; path saja, atau teks lain, menimbulkan error.",
    },
    look: {
      en: "Print with console.log what this line gives to new URL(). For a path alone write new URL(path, 'http://localhost').",
      id: "Cetak dengan console.log apa yang diberikan baris ini kepada new URL(). Untuk path saja, tulis new URL(path, 'http://localhost').",
    },
    source: `${docs}/errors.html#err_invalid_url`,
  },
  {
    error: /ERR_BUFFER_OUT_OF_BOUNDS|ERR_OUT_OF_RANGE.*offset/,
    line: /\.(?<call>(?:read|write)\w*)\(/,
    always: false,
    name: { en: "Beyond the end of the Buffer", id: "Melewati ujung Buffer" },
    idea: {
      en: "{call}() needs all its bytes inside of the Buffer: fewer came than you expect, or the offset is counted wrongly before it.",
      id: "{call}() memerlukan semua byte-nya di dalam Buffer: byte yang datang lebih sedikit dari dugaan, atau offset-nya salah dihitung sebelumnya.",
    },
    look: {
      en: "Print the offset and the Buffer's length just before this call. Over TCP a message may come in several 'data' events: wait for the next where bytes are missing.",
      id: "Cetak offset dan panjang Buffer tepat sebelum pemanggilan ini. Lewat TCP, pesan bisa datang dalam beberapa event 'data': tunggu yang berikutnya kalau byte-nya kurang.",
    },
    source: `${docs}/errors.html#err_buffer_out_of_bounds`,
  },
  {
    error: /ERR_SERVER_ALREADY_LISTEN/,
    name: { en: "listen() a second time", id: "listen() untuk kedua kalinya" },
    idea: { en: "A server listens once.", id: "Server melakukan listen satu kali." },
    look: { en: "Call listen() once, outside of the handlers.", id: "Panggil listen() satu kali, di luar handler." },
    source: `${docs}/errors.html#err_server_already_listen`,
  },
  {
    error: /(?<name>\w+) is not defined/,
    name: { en: "A name is not known", id: "Nama tidak dikenal" },
    idea: {
      en: "JavaScript knows no variable, function or module called {name} when it comes to this line.",
      id: "Saat sampai di baris ini, JavaScript tidak mengenal variabel, fungsi, atau modul bernama {name}.",
    },
    look: {
      en: "Is it required or imported, spelt the same, and made before this line? const {name} = require(...).",
      id: "Apakah sudah di-require atau di-import, ejaannya sama, dan dibuat sebelum baris ini? const {name} = require(...).",
    },
    source: "https://developer.mozilla.org/docs/Web/JavaScript/Reference/Errors/Not_defined",
  },
  {
    error: /Cannot find module '(?<module>[^']+)'/,
    name: { en: "A module is missing", id: "Modul tidak ada" },
    idea: {
      en: "{module} is neither part of Node nor among the files that were handed in.",
      id: "{module} bukan bagian dari Node dan tidak ada di antara berkas yang dikumpulkan.",
    },
    look: {
      en: "Hand the file in as well, or use Node's own modules net, dgram, readline. Paths begin with ./ there.",
      id: "Kumpulkan juga berkasnya, atau pakai modul bawaan Node: net, dgram, readline. Path diawali dengan ./ di situ.",
    },
    source: `${docs}/modules.html#all-together`,
  },
  {
    error: /(?<name>\w+\.(?:on|once|off|addListener|removeListener)) is not a function/,
    name: { en: "This is no socket", id: "Ini bukan socket" },
    idea: {
      en: "Every socket and every stream has that function: what stands before the dot in {name} is neither, but for example an address, a message or options.",
      id: "Setiap socket dan stream punya fungsi itu: yang ada di depan titik pada {name} bukan keduanya, melainkan misalnya alamat, pesan, atau opsi.",
    },
    look: {
      en: "Print that value with console.log just before this line, and find where it should have become a socket. If {name} is not in the line, look at what the line hands over.",
      id: "Cetak nilai itu dengan console.log tepat sebelum baris ini, lalu cari di mana ia seharusnya menjadi socket. Kalau {name} tidak ada di baris ini, periksa nilai yang diserahkan baris ini.",
    },
    source: "https://developer.mozilla.org/docs/Web/JavaScript/Reference/Errors/Not_a_function",
  },
  {
    error:
      /(?<name>(?<object>\w+)\.(?:send\w*|recv\w*|receive\w*|read\w*|write\w*|print\w*|close|shutdown|bind|connect|listen|accept|end|destroy|flush|address)) is not a function/,
    inSource:
      "\\b{object}\\s*=\\s*(?:new\\s+)?(?:await\\s+)?(?:\\w+\\.)?(?:createSocket|createConnection|connect|createServer|Socket)\\s*\\(|create(?:Server|Connection)\\s*\\((?:[^()]|\\([^()]*\\))*?(?:\\(\\s*|\\bfunction\\s*\\w*\\(\\s*|,\\s*){object}\\b|[\"'`]connection[\"'`]\\s*,\\s*(?:async\\s*)?(?:function\\s*\\w*\\s*)?\\(?\\s*{object}\\b",
    name: { en: "There is no such function", id: "Fungsi itu tidak ada" },
    idea: {
      en: "What stands before the brackets is no function: {name} is misspelt, or belongs to another object.",
      id: "Yang ada di depan tanda kurung bukan fungsi: {name} salah eja, atau milik objek lain.",
    },
    look: {
      en: "A socket of net has write, end, on and destroy; one of dgram has send, bind, on and close.",
      id: "Socket dari net punya write, end, on, dan destroy; socket dari dgram punya send, bind, on, dan close.",
    },
    source: "https://developer.mozilla.org/docs/Web/JavaScript/Reference/Errors/Not_a_function",
  },
  {
    error: /(?<name>[\w.]+) is not a function/,
    name: { en: "There is no such function", id: "Fungsi itu tidak ada" },
    idea: {
      en: "What stands before the brackets is no function: {name} is misspelt, undefined, or belongs to another object.",
      id: "Yang ada di depan tanda kurung bukan fungsi: {name} salah eja, undefined, atau milik objek lain.",
    },
    look: {
      en: "Print it with console.log just before this line: console.log({name}). Where should it have become a function?",
      id: "Cetak dengan console.log tepat sebelum baris ini: console.log({name}). Di mana seharusnya ia menjadi fungsi?",
    },
    source: "https://developer.mozilla.org/docs/Web/JavaScript/Reference/Errors/Not_a_function",
  },
  {
    error: /Cannot read properties of null \(reading '(?<name>\w+)'\)/,
    inSource: "=\\s*(?:await\\s+)?\\w+\\.read\\s*\\(",
    name: { en: "Reads before anything has come", id: "Membaca sebelum ada yang datang" },
    idea: {
      en: "read() does not wait: it returns null where nothing has come yet. In Node what comes is handed to a function that you give to on().",
      id: "read() tidak menunggu: hasilnya null selama belum ada yang datang. Di Node, data yang datang diberikan kepada fungsi yang Anda pasang dengan on().",
    },
    look: {
      en: "Wait for the event: socket.on('data', (data) => { ... }), and do there what needs the data, closing included.",
      id: "Tunggu event-nya: socket.on('data', (data) => { ... }), lalu kerjakan di situ semua yang memerlukan datanya, termasuk menutup socket.",
    },
    source: "https://nodejs.org/api/stream.html#readablereadsize",
  },
  {
    error: /Cannot read properties of (?:undefined|null) \(reading '(?<name>[^']+)'\)/,
    inSource: "\\.\\s*{name}\\b|\\[\\s*[\"'`]?{name}\\b|\\{[^}]*\\b{name}\\b[^}]*\\}\\s*=",
    always: false,
    name: { en: "A value is missing", id: "Nilai tidak ada" },
    idea: {
      en: "The value whose {name} is read is undefined or null: an argument that was not given, or a part that the message does not have.",
      id: "Nilai yang dibaca {name}-nya adalah undefined atau null: argumen yang tidak diberikan, atau bagian yang tidak ada di pesan.",
    },
    look: {
      en: "Find where that value should have come from, and ask whether it is there before you use it: if (value). If {name} is not in this line, it is a value that the line hands over.",
      id: "Cari dari mana nilai itu seharusnya berasal, dan periksa dulu apakah ada sebelum dipakai: if (nilai). Kalau {name} tidak ada di baris ini, yang dimaksud adalah nilai yang diserahkan baris ini.",
    },
    source: "https://developer.mozilla.org/docs/Web/JavaScript/Reference/Errors/Unexpected_type",
  },
  {
    error: /Cannot read properties of (?:undefined|null) \(reading '(?<name>[^']+)'\)/,
    always: false,
    name: { en: "A value is missing", id: "Nilai tidak ada" },
    idea: {
      en: "What this line hands over is undefined or null: an argument that was not given, or a part that the message does not have.",
      id: "Nilai yang diserahkan baris ini adalah undefined atau null: argumen yang tidak diberikan, atau bagian yang tidak ada di pesan.",
    },
    look: {
      en: "Print each value of this line with console.log just before it: which one is undefined? Ask whether it is there before you use it.",
      id: "Cetak setiap nilai di baris ini dengan console.log tepat sebelumnya: mana yang undefined? Periksa dulu apakah nilainya ada sebelum dipakai.",
    },
    source: "https://developer.mozilla.org/docs/Web/JavaScript/Reference/Errors/Unexpected_type",
  },
];
