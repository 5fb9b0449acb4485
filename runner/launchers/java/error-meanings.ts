import type { ErrorMeaning } from "../error-meaning.ts";
import { divisionByZero } from "../support/division-by-zero.ts";

const docs = "https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java";

/** Java's exceptions around sockets and what beginners do with them. */
export const javaErrors: readonly ErrorMeaning[] = [
  {
    error: /ArithmeticException: (?:\/ by zero|BigInteger divide by zero|Division by zero)/,
    ...divisionByZero,
    source: "Java Language Specification, section 15.17.2",
  },
  {
    error: /ArrayIndexOutOfBoundsException: Index (?<index>\d+) out of bounds for length (?<length>\d+)/,
    line: /\bargs?\b/,
    name: { en: "An argument is missing", id: "Argumen kurang" },
    idea: {
      en: "args holds only the words that were typed after the class name; here there were {length}.",
      id: "args hanya berisi kata yang diketik setelah nama kelas; di sini ada {length}.",
    },
    look: {
      en: "Check args.length first. In Java the first argument is args[0], and --port N is two words.",
      id: "Periksa args.length dulu. Di Java argumen pertama adalah args[0], dan --port N terdiri dari dua kata.",
    },
    source: "Java Language Specification, section 12.1.4",
  },
  {
    error: /ArrayIndexOutOfBoundsException|StringIndexOutOfBoundsException|IndexOutOfBoundsException/,
    always: false,
    name: { en: "There are fewer parts", id: "Bagiannya lebih sedikit" },
    idea: {
      en: "What was received may be shorter than you expect, or read() may have returned -1, which is the end and no length.",
      id: "Yang diterima bisa lebih pendek dari dugaan, atau read() mengembalikan -1, yang berarti akhir data dan bukan panjang.",
    },
    look: {
      en: "Ask for the length first, and leave the loop when read() returns -1.",
      id: "Periksa panjangnya dulu, dan keluarlah dari perulangan kalau read() mengembalikan -1.",
    },
    source: `${docs}/io/InputStream.html#read(byte[])`,
  },
  {
    error: /BindException: Address already in use/,
    line: /new\s+(?<made>ServerSocket|DatagramSocket)\s*\(/,
    kind: "server",
    always: false,
    name: { en: "The port is taken", id: "Port sudah terpakai" },
    idea: {
      en: "new {made}(port) takes the port, and only one socket can have it: made once more in a loop, it is refused because of the first one.",
      id: "new {made}(port) mengambil port itu, dan hanya satu socket yang bisa memilikinya: kalau dibuat lagi di dalam perulangan, ditolak karena yang pertama.",
    },
    look: {
      en: "Make the {made} once, before the loop; where another program has the port, say so in one sentence.",
      id: "Buat {made} satu kali, sebelum perulangan; kalau portnya dipakai program lain, sampaikan dengan satu kalimat.",
    },
    source: `${docs}/net/BindException.html`,
  },
  {
    error: /SocketException: Message too long/,
    always: false,
    name: { en: "Sends the whole array", id: "Mengirim seluruh array" },
    idea: {
      en: "One datagram carries 65507 bytes at most. getData() returns the whole array of a packet, however few bytes came.",
      id: "Satu datagram memuat paling banyak 65507 byte. getData() mengembalikan seluruh array sebuah paket, sesedikit apa pun byte yang datang.",
    },
    look: {
      en: "Send as many bytes as came: new DatagramPacket(p.getData(), p.getLength(), p.getAddress(), p.getPort()), not getData().length.",
      id: "Kirim sebanyak byte yang datang: new DatagramPacket(p.getData(), p.getLength(), p.getAddress(), p.getPort()), bukan getData().length.",
    },
    source: `${docs}/net/DatagramPacket.html#getData()`,
  },
  {
    error: /NumberFormatException: (?:For input string|Cannot parse null)/,
    always: false,
    name: { en: "Not a number", id: "Bukan bilangan" },
    idea: {
      en: "Integer.parseInt() turns only digits into a number.",
      id: "Integer.parseInt() hanya mengubah angka menjadi bilangan.",
    },
    look: {
      en: "Look at where the text comes from: trim() it, and catch NumberFormatException where somebody else may have written it.",
      id: "Lihat dari mana teks itu berasal: pakai trim(), dan tangkap NumberFormatException kalau teks bisa berasal dari pihak lain.",
    },
    source: `${docs}/lang/Integer.html#parseInt(java.lang.String)`,
  },
  {
    error: /NullPointerException.*because (?:"?<?(?<name>[\w.]+)>?"?|the return value of "(?<call>[^"]+)") is null/,
    line: /readLine|equals|line|trim|length|split|toUpperCase|getBytes/i,
    always: false,
    name: { en: "readLine() returned null", id: "readLine() mengembalikan null" },
    idea: {
      en: "readLine() returns null when the other side has closed the connection: there is no line any more.",
      id: "readLine() mengembalikan null kalau pihak lawan sudah menutup koneksi: tidak ada baris lagi.",
    },
    look: {
      en: "Compare with null before you use the line: while ((line = in.readLine()) != null).",
      id: "Bandingkan dengan null sebelum dipakai: while ((line = in.readLine()) != null).",
    },
    source: `${docs}/io/BufferedReader.html#readLine()`,
  },
  {
    error: /NullPointerException/,
    name: { en: "A variable without an object", id: "Variabel tanpa objek" },
    idea: {
      en: "A variable is null until it is given an object; nothing can be called on null.",
      id: "Variabel bernilai null sampai diberi objek; tidak ada yang dapat dipanggil pada null.",
    },
    look: {
      en: "Find where the variable should get its object. In a try block it may not have come so far.",
      id: "Cari di mana variabel itu seharusnya mendapat objek. Di dalam blok try, bisa jadi belum sampai ke situ.",
    },
    source: `${docs}/lang/NullPointerException.html`,
  },
  {
    error: /SocketTimeoutException/,
    always: false,
    name: { en: "A timeout is not handled", id: "Batas waktu habis tidak ditangani" },
    idea: {
      en: "After setSoTimeout(), read() and accept() throw SocketTimeoutException when nothing came in time. That is normal.",
      id: "Setelah setSoTimeout(), read() dan accept() melempar SocketTimeoutException kalau tidak ada yang datang tepat waktu. Itu wajar.",
    },
    look: {
      en: "Catch SocketTimeoutException around the call.",
      id: "Tangkap SocketTimeoutException di sekitar pemanggilannya.",
    },
    source: `${docs}/net/Socket.html#setSoTimeout(int)`,
  },
  {
    error: /SocketException: Socket is not bound|IllegalStateException: .*not bound/i,
    name: { en: "accept() before bind()", id: "accept() sebelum bind()" },
    idea: {
      en: "A ServerSocket without a port listens nowhere.",
      id: "ServerSocket tanpa port tidak listen di mana pun.",
    },
    look: {
      en: "Give the constructor the port, or call bind(new InetSocketAddress(port)) before accept().",
      id: "Berikan port kepada constructor, atau panggil bind(new InetSocketAddress(port)) sebelum accept().",
    },
    source: `${docs}/net/ServerSocket.html#accept()`,
  },
  {
    error: /IllegalArgumentException: Port value out of range/,
    always: false,
    name: { en: "No such port", id: "Nomor port tidak ada" },
    idea: { en: "A port is a number from 0 to 65535.", id: "Port adalah bilangan dari 0 sampai 65535." },
    look: { en: "Check the number before you use it.", id: "Periksa bilangannya sebelum dipakai." },
    source: `${docs}/net/ServerSocket.html#%3Cinit%3E(int)`,
  },
  {
    error: /NoSuchElementException: No line found|NoSuchElementException/,
    always: false,
    name: { en: "The input has ended", id: "Masukan sudah habis" },
    idea: {
      en: "nextLine() throws NoSuchElementException when nothing more can come: the input has ended.",
      id: "nextLine() melempar NoSuchElementException kalau tidak ada lagi yang dapat datang: masukan sudah habis.",
    },
    look: { en: "Ask hasNextLine() first.", id: "Tanyakan hasNextLine() dulu." },
    source: `${docs}/util/Scanner.html#nextLine()`,
  },
  {
    error: /ClassNotFoundException|StreamCorruptedException|InvalidClassException|OptionalDataException/,
    name: { en: "Java objects on the wire", id: "Objek Java di jaringan" },
    idea: {
      en: "ObjectInputStream reads Java's own format. The other side of this lab sends plain bytes.",
      id: "ObjectInputStream membaca format milik Java. Pihak lawan di praktikum ini mengirim byte biasa.",
    },
    look: {
      en: "Read with InputStream, or with a BufferedReader where lines are agreed on.",
      id: "Bacalah dengan InputStream, atau BufferedReader kalau disepakati memakai baris.",
    },
    source: `${docs}/io/ObjectInputStream.html`,
  },
  {
    error: /UTFDataFormatException|EOFException/,
    always: false,
    name: { en: "readUTF() on plain bytes", id: "readUTF() pada byte biasa" },
    idea: {
      en: "DataInputStream reads what a DataOutputStream wrote: readUTF() takes the first two bytes for a length.",
      id: "DataInputStream membaca yang ditulis DataOutputStream: readUTF() menganggap dua byte pertama sebagai panjang.",
    },
    look: {
      en: "Read with InputStream.read(buffer), unless the lab says that both sides use Java's format.",
      id: "Bacalah dengan InputStream.read(buffer), kecuali praktikum menyebut kedua pihak memakai format Java.",
    },
    source: `${docs}/io/DataInput.html#readUTF()`,
  },
];
