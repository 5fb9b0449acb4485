import type { ErrorMeaning } from "../../error-meaning.ts";

const bytesDocs = "https://docs.python.org/3/library/stdtypes.html#bytes";

/** Text where bytes are needed, and bytes where text is. */
export const pythonText: readonly ErrorMeaning[] = [
  {
    error: /a bytes-like object is required, not 'str'/,
    line: /\b(?<call>send|sendall|sendto|write|sendmsg)\s*\(/,
    name: { en: "Text where bytes are needed", id: "Teks di tempat yang memerlukan byte" },
    idea: {
      en: "A socket carries bytes. In Python a text (str) is not bytes: it becomes bytes by encode().",
      id: "Socket membawa byte. Di Python, teks (str) bukan byte: teks menjadi byte lewat encode().",
    },
    look: {
      en: "Encode the whole of what you send: {call}(text.encode()), with brackets around the text if it is put together with +.",
      id: "Encode seluruh teks yang dikirim: {call}(teks.encode()), dengan tanda kurung di sekeliling teks kalau disusun dengan +.",
    },
    source: bytesDocs,
  },
  {
    error: /a bytes-like object is required, not 'str'/,
    line: /\b(?<call>unpack|unpack_from|from_bytes|crc32|int\.from_bytes|b64decode|fromhex)\s*\(/,
    name: { en: "Read as text, needed as bytes", id: "Dibaca sebagai teks, diperlukan sebagai byte" },
    idea: {
      en: "{call}() takes bytes. A file or a makefile() whose mode has no b gives text, and so does decode().",
      id: "{call}() menerima byte. Berkas atau makefile() yang mode-nya tanpa b menghasilkan teks, begitu juga decode().",
    },
    look: {
      en: 'Keep the bytes as they came: makefile("rb"), open(name, "rb"), and no decode() before this line.',
      id: 'Biarkan byte-nya seperti saat datang: makefile("rb"), open(nama, "rb"), dan tanpa decode() sebelum baris ini.',
    },
    source: bytesDocs,
  },
  {
    error:
      /a bytes-like object is required, not 'str'|argument should be integer or bytes-like object, not 'str'|startswith first arg must be bytes/,
    line: /\b(?:split|partition|find|index|count|replace|strip|startswith|endswith|join|in)\b/,
    name: { en: "Bytes and text are mixed", id: "Byte dan teks tercampur" },
    idea: {
      en: "recv() returns bytes. A text (str) can neither be looked for in them nor split them.",
      id: "recv() mengembalikan byte. Teks (str) tidak dapat dicari di dalamnya atau dipakai untuk memisahnya.",
    },
    look: {
      en: 'Put a b before the quotes of the text on this line, as in b",", or decode the bytes first: data.decode().',
      id: 'Tulis b sebelum tanda kutip teks di baris ini, misalnya b",", atau decode dulu byte-nya: data.decode().',
    },
    source: bytesDocs,
  },
  {
    error: /a bytes-like object is required, not 'str'|(?:must be|argument must be) a? ?bytes-like object, not '?str/,
    name: { en: "Text where bytes are needed", id: "Teks di tempat yang memerlukan byte" },
    idea: {
      en: "A socket carries bytes. In Python a text (str) is not bytes: it becomes bytes by encode(), and bytes become text by decode().",
      id: "Socket membawa byte. Di Python, teks (str) bukan byte: teks menjadi byte lewat encode(), dan byte menjadi teks lewat decode().",
    },
    look: {
      en: "Encode what you send: conn.sendall(text.encode()), writer.write(text.encode()).",
      id: "Encode yang dikirim: conn.sendall(teks.encode()), writer.write(teks.encode()).",
    },
    source: bytesDocs,
  },
  {
    error: /a bytes-like object is required, not 'NoneType'/,
    always: false,
    name: { en: "Nothing was returned", id: "Tidak ada yang dikembalikan" },
    idea: {
      en: "A function whose end is reached without return gives None, and so does a return without a value; None cannot be sent.",
      id: "Fungsi yang berakhir tanpa return menghasilkan None, begitu juga return tanpa nilai; None tidak bisa dikirim.",
    },
    look: {
      en: "Find where what this line sends comes from, and let every way through that function return bytes.",
      id: "Cari dari mana yang dikirim baris ini berasal, dan pastikan setiap jalur di fungsi itu mengembalikan byte.",
    },
    source: "https://docs.python.org/3/library/constants.html#None",
  },
  {
    error:
      /a bytes-like object is required, not '(?<type>list|dict|set|generator|map|filter|function|method|builtin_function_or_method)'/,
    name: { en: "Bytes are needed", id: "Yang diperlukan byte" },
    idea: {
      en: "A socket carries bytes. What this line gives it is of type {type}.",
      id: "Socket membawa byte. Yang diberikan baris ini bertipe {type}.",
    },
    look: {
      en: "Send what is in it, as bytes: one item at a time, or joined into one text that you encode. A function needs its brackets: data.upper().",
      id: "Kirim isinya, sebagai byte: satu per satu, atau digabung menjadi satu teks lalu di-encode. Fungsi memerlukan tanda kurung: data.upper().",
    },
    source: bytesDocs,
  },
  {
    error: /a bytes-like object is required, not '(?<type>\w+)'/,
    name: { en: "Bytes are needed", id: "Yang diperlukan byte" },
    idea: {
      en: "A socket carries bytes. What this line sends is of type {type}.",
      id: "Socket membawa byte. Yang dikirim baris ini bertipe {type}.",
    },
    look: {
      en: "Make a text of it and encode that: str(value).encode().",
      id: "Jadikan teks lalu encode: str(nilai).encode().",
    },
    source: bytesDocs,
  },
  {
    error:
      /can't concat str to bytes|can only concatenate str \(not "bytes"\) to str|can't concat bytes to str|must be str, not bytes/,
    name: { en: "Bytes and text are added", id: "Byte dan teks dijumlahkan" },
    idea: {
      en: "Bytes and text are two types: Python adds bytes to bytes and text to text, never one to the other.",
      id: "Byte dan teks adalah dua tipe: Python menjumlahkan byte dengan byte dan teks dengan teks, tidak pernah campuran.",
    },
    look: {
      en: 'Decide which of the two you need: b"Echo: " + data gives bytes, "Echo: " + data.decode() gives text.',
      id: 'Tentukan mana yang diperlukan: b"Echo: " + data menghasilkan byte, "Echo: " + data.decode() menghasilkan teks.',
    },
    source: bytesDocs,
  },
  {
    error: /'str' object has no attribute 'decode'/,
    name: { en: "It is text already", id: "Ini sudah teks" },
    idea: {
      en: "decode() makes text of bytes. This value is text already: a second time there is nothing to decode.",
      id: "decode() mengubah byte menjadi teks. Nilai ini sudah berupa teks: tidak ada lagi yang perlu di-decode.",
    },
    look: {
      en: "Leave decode() out on this line. To send the text, encode() it.",
      id: "Hilangkan decode() di baris ini. Untuk mengirim teksnya, pakai encode().",
    },
    source: bytesDocs,
  },
  {
    error: /'bytes' object has no attribute '(?<method>encode|format)'/,
    name: { en: "These are bytes already", id: "Ini sudah byte" },
    idea: {
      en: "recv() returns bytes, and {method}() belongs to text.",
      id: "recv() mengembalikan byte, sedangkan {method}() milik teks.",
    },
    look: {
      en: "Send the bytes as they are, or decode() them first where you need text.",
      id: "Kirim byte apa adanya, atau decode() dulu kalau Anda memerlukan teks.",
    },
    source: bytesDocs,
  },
  {
    error: /string argument without an encoding/,
    name: { en: "bytes() needs an encoding", id: "bytes() memerlukan encoding" },
    idea: {
      en: "Only with an encoding is it known which bytes a text becomes.",
      id: "Hanya dengan encoding dapat diketahui teks menjadi byte yang mana.",
    },
    look: {
      en: 'Write text.encode(), or bytes(text, "utf-8").',
      id: 'Tulis teks.encode(), atau bytes(teks, "utf-8").',
    },
    source: "https://docs.python.org/3/library/functions.html#func-bytes",
  },
  {
    error: /encoding without a string argument|decoding to str: need a bytes-like object/,
    name: { en: "Nothing to encode", id: "Tidak ada yang di-encode" },
    idea: {
      en: "An encoding belongs between text and bytes; this value is of another type.",
      id: "Encoding berlaku antara teks dan byte; nilai ini bertipe lain.",
    },
    look: {
      en: "Look at which type the value has here: type(value). Bytes are sent as they are; a number becomes text by str().",
      id: "Periksa tipe nilainya di sini: type(nilai). Byte dikirim apa adanya; bilangan menjadi teks lewat str().",
    },
    source: "https://docs.python.org/3/library/functions.html#func-bytes",
  },
  {
    error:
      /can only concatenate str \(not "(?<type>\w+)"\) to str|unsupported operand type\(s\) for \+: '\w+' and 'str'/,
    name: { en: "Text and a number are added", id: "Teks dan bilangan dijumlahkan" },
    idea: {
      en: "Python adds text to text only.",
      id: "Python hanya menjumlahkan teks dengan teks.",
    },
    look: {
      en: 'Turn the other value into text: str(value), or write f"... {value}".',
      id: 'Jadikan nilai yang lain teks: str(nilai), atau tulis f"... {nilai}".',
    },
    source: "https://docs.python.org/3/library/stdtypes.html#text-sequence-type-str",
  },
  {
    error: /the JSON object must be str, bytes or bytearray/,
    name: { en: "JSON is made of text", id: "JSON dibuat dari teks" },
    idea: {
      en: "json.loads() reads text or bytes; this value is of another type.",
      id: "json.loads() membaca teks atau byte; nilai ini bertipe lain.",
    },
    look: {
      en: "Give it what recv() returned. With recvfrom() that is the first of the two values.",
      id: "Berikan hasil recv(). Pada recvfrom(), itu nilai pertama dari dua nilai.",
    },
    source: "https://docs.python.org/3/library/json.html#json.loads",
  },
];
