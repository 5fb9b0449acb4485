import type { ErrorMeaning } from "../../error-meaning.ts";

const modules =
  "socket|sys|threading|time|os|argparse|select|selectors|signal|json|struct|random|asyncio|datetime|errno|logging|re|ssl|queue|subprocess";
const importDocs = "https://docs.python.org/3/reference/import.html";
const exceptionDocs = "https://docs.python.org/3/library/exceptions.html";

/** Names that are not known: not imported, misspelt, hidden by a file, or without a value yet. */
export const pythonNames: readonly ErrorMeaning[] = [
  {
    error: /'Namespace' object has no attribute '(?<name>\w+)'/,
    name: { en: "No such argument was defined", id: "Argumen itu tidak didefinisikan" },
    idea: {
      en: "parse_args() gives exactly what add_argument() was told of: a - in an option's name becomes _, and the spelling counts.",
      id: "parse_args() hanya memberikan yang didaftarkan lewat add_argument(): tanda - pada nama opsi menjadi _, dan ejaannya harus sama.",
    },
    look: {
      en: 'Define it before parse_args(): parser.add_argument("--{name}", default=...), or use the name that is defined there.',
      id: 'Daftarkan sebelum parse_args(): parser.add_argument("--{name}", default=...), atau pakai nama yang didaftarkan di situ.',
    },
    source: "https://docs.python.org/3/library/argparse.html#the-namespace-object",
  },
  {
    error:
      /module '(?<module>\w+)' has no attribute|partially initialized module '(?<module2>\w+)'|cannot import name '\w+' from (?:partially initialized module )?'(?<module3>\w+)'|No module named '(?<module4>\w+)\.\w+'; '\w+' is not a package/,
    besides: "{module}.py",
    name: { en: "A file hides the module", id: "Sebuah berkas menutupi modul" },
    idea: {
      en: "import looks beside the program first: your own file {module}.py is taken instead of Python's module {module}.",
      id: "import mencari dulu di samping program: berkas Anda sendiri, {module}.py, yang terpakai, bukan modul {module} milik Python.",
    },
    look: {
      en: "Give your file {module}.py another name, such as my_{module}.py, and delete the folder __pycache__.",
      id: "Ganti nama berkas {module}.py, misalnya menjadi {module}_saya.py, lalu hapus folder __pycache__.",
    },
    source: `${importDocs}#searching`,
  },
  {
    error: new RegExp(`name '(?<module>${modules})' is not defined`),
    line: new RegExp(
      `\\b(?:${modules})\\.(?!(?:append|pop|put|get|add|remove|extend|insert|clear|items|keys|values)\\w*\\()`,
    ),
    name: { en: "A module is not imported", id: "Modul belum di-import" },
    idea: {
      en: "A module can be used only after it is imported, and this program does not import {module}.",
      id: "Modul hanya dapat dipakai setelah di-import, dan program ini tidak meng-import {module}.",
    },
    look: {
      en: "Write import {module} at the top of the file.",
      id: "Tulis import {module} di bagian atas berkas.",
    },
    source: "https://docs.python.org/3/reference/simple_stmts.html#import",
  },
  {
    error: /name '(?<name>raw_input|unicode|xrange|unichr)' is not defined/,
    name: { en: "A word of Python 2", id: "Kata dari Python 2" },
    idea: {
      en: "{name} exists in Python 2 alone.",
      id: "{name} hanya ada di Python 2.",
    },
    look: {
      en: "In Python 3 write input() for raw_input(), str for unicode, and range() for xrange().",
      id: "Di Python 3 tulis input() untuk raw_input(), str untuk unicode, dan range() untuk xrange().",
    },
    source: "https://docs.python.org/3/whatsnew/3.0.html",
  },
  {
    error:
      /name '(?<name>\w*(?:Error|Exception))' is not defined|module '\w+' has no attribute '(?<name2>\w*(?:Error|Exception))'/,
    name: { en: "There is no such exception", id: "Exception itu tidak ada" },
    idea: {
      en: "Python has no exception called {name}. What sockets raise is OSError, or a kind of it: ConnectionRefusedError, TimeoutError.",
      id: "Python tidak punya exception bernama {name}. Yang muncul dari socket adalah OSError atau turunannya: ConnectionRefusedError, TimeoutError.",
    },
    look: {
      en: "Write except OSError as error: and look at error.errno, which is errno.EADDRINUSE when a port is taken.",
      id: "Tulis except OSError as error: lalu periksa error.errno, yaitu errno.EADDRINUSE kalau port sudah terpakai.",
    },
    source: `${exceptionDocs}#os-exceptions`,
  },
  {
    error: /module '(?<module>\w+)' has no attribute '(?<name>\w+)'/,
    name: { en: "The module has no such name", id: "Nama itu tidak ada di modul" },
    idea: {
      en: "The module {module} has nothing called {name}: names must be spelt exactly, capitals too.",
      id: "Modul {module} tidak punya {name}: nama harus dieja persis, termasuk huruf besar.",
    },
    look: {
      en: "Compare {name} with the documentation of {module}: AF_INET, SOCK_STREAM, SOCK_DGRAM, SOL_SOCKET, SO_REUSEADDR.",
      id: "Bandingkan {name} dengan dokumentasi {module}: AF_INET, SOCK_STREAM, SOCK_DGRAM, SOL_SOCKET, SO_REUSEADDR.",
    },
    source: "https://docs.python.org/3/library/socket.html#constants",
  },
  {
    error: /name '(?<name>addr|address|alamat|client_address|client_addr|sender)' is not defined/,
    name: { en: "The address has no value", id: "Alamat belum punya nilai" },
    idea: {
      en: "{name} gets a value only where the program gives it one: recvfrom() and accept() return an address, but it must be kept.",
      id: "{name} hanya bernilai kalau program memberinya nilai: recvfrom() dan accept() mengembalikan alamat, tetapi harus disimpan.",
    },
    look: {
      en: "Keep both values where you receive: data, {name} = sock.recvfrom(65535), or conn, {name} = server.accept().",
      id: "Simpan kedua nilainya saat menerima: data, {name} = sock.recvfrom(65535), atau conn, {name} = server.accept().",
    },
    source: "https://docs.python.org/3/library/socket.html#socket.socket.recvfrom",
  },
  {
    error: /name '(?<name>\w+)' is not defined/,
    name: { en: "A name is not known", id: "Nama tidak dikenal" },
    idea: {
      en: "Python knows no variable, function or module called {name} when it comes to this line.",
      id: "Saat sampai di baris ini, Python tidak mengenal variabel, fungsi, atau modul bernama {name}.",
    },
    look: {
      en: "Is {name} spelt as where it is made, capitals too? Is it imported, or given a value before this line?",
      id: "Apakah ejaan {name} sama dengan saat dibuat, termasuk huruf besar? Apakah sudah di-import atau diberi nilai sebelum baris ini?",
    },
    source: `${exceptionDocs}#NameError`,
  },
  {
    error:
      /(?:local variable '(?<name>\w+)' referenced before assignment|cannot access local variable '(?<name2>\w+)')/,
    name: { en: "A variable without a value", id: "Variabel belum bernilai" },
    idea: {
      en: "A function that assigns to {name} has a variable of its own by that name, and it has no value yet on this line.",
      id: "Fungsi yang memberi nilai pada {name} punya variabel sendiri dengan nama itu, dan di baris ini belum bernilai.",
    },
    look: {
      en: "Give {name} a value on every way that leads here; in except and finally ask first whether it has one.",
      id: "Beri {name} nilai di semua jalur yang sampai ke sini; di except dan finally, periksa dulu apakah sudah bernilai.",
    },
    source: `${exceptionDocs}#UnboundLocalError`,
  },
  {
    error: /No module named '(?<module>[\w.]+)'/,
    name: { en: "A module is missing", id: "Modul tidak ada" },
    idea: {
      en: "{module} is neither part of Python nor among the files that were handed in.",
      id: "{module} bukan bagian dari Python dan tidak ada di antara berkas yang dikumpulkan.",
    },
    look: {
      en: "If it is a file of yours, hand it in as well; if it is a typo, correct it. Python's own modules are enough here.",
      id: "Kalau itu berkas Anda, kumpulkan juga; kalau salah ketik, perbaiki. Modul bawaan Python sudah cukup.",
    },
    source: `${exceptionDocs}#ModuleNotFoundError`,
  },
  {
    error: /cannot import name '(?<name>\w+)' from '(?<module>[\w.]+)'/,
    name: { en: "The module has no such name", id: "Nama itu tidak ada di modul" },
    idea: {
      en: "The module {module} has nothing called {name}.",
      id: "Modul {module} tidak punya {name}.",
    },
    look: { en: "Check how {name} is spelt, capitals too.", id: "Periksa ejaan {name}, termasuk huruf besar." },
    source: `${exceptionDocs}#ImportError`,
  },
];
