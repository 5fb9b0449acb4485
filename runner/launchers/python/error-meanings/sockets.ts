import type { ErrorMeaning } from "../../error-meaning.ts";

const socketDocs = "https://docs.python.org/3/library/socket.html";
const threadDocs = "https://docs.python.org/3/library/threading.html#threading.Thread";

/** Calls of a socket, or of a thread that serves one, with the wrong arguments or on the wrong object. */
export const pythonSockets: readonly ErrorMeaning[] = [
  {
    error: /\[Errno 32\]|BrokenPipeError/,
    line: /\b(?<name>\w+)\.(?:send|sendall|sendfile)\s*\(/,
    inSource: "\\b{name}\\.(?:listen|accept)\\s*\\(",
    name: { en: "Talks on the wrong socket", id: "Memakai socket yang salah" },
    idea: {
      en: "{name} is the socket that listens. It is connected to nobody: accept() returns another one for each client.",
      id: "{name} adalah socket yang listen. Socket itu tidak terhubung ke siapa pun: accept() mengembalikan socket lain untuk setiap client.",
    },
    look: {
      en: "Send with the socket that accept() returned, the first of its two values: conn, addr = {name}.accept().",
      id: "Kirim lewat socket yang dikembalikan accept(), yaitu nilai pertama dari keduanya: conn, addr = {name}.accept().",
    },
    source: "send(2), EPIPE",
  },
  {
    error: /setsockopt\(\) (?:takes exactly 3 arguments|requires|takes at least 3)/,
    name: { en: "setsockopt() takes three values", id: "setsockopt() memerlukan tiga nilai" },
    idea: {
      en: "An option is named by its level and its own name, and then comes the value: SOL_SOCKET for the options SO_..., IPPROTO_TCP for TCP_...",
      id: "Sebuah opsi disebut dengan level dan namanya, baru nilainya: SOL_SOCKET untuk opsi SO_..., IPPROTO_TCP untuk TCP_...",
    },
    look: {
      en: "Write setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1).",
      id: "Tulis setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1).",
    },
    source: "https://docs.python.org/3/library/socket.html#socket.socket.setsockopt",
  },
  {
    error: /PermissionError|\[Errno (?:13|92|95)\]/,
    line: /setsockopt\s*\(.*\bSOL_SOCKET\b.*\b(?<option>TCP_\w+)/,
    name: { en: "An option of another level", id: "Opsi dari level lain" },
    idea: {
      en: "{option} belongs to TCP. Under SOL_SOCKET its number means another option.",
      id: "{option} milik TCP. Di bawah SOL_SOCKET, nomornya berarti opsi lain.",
    },
    look: {
      en: "Give the level of TCP: setsockopt(socket.IPPROTO_TCP, socket.{option}, 1).",
      id: "Sebutkan level TCP: setsockopt(socket.IPPROTO_TCP, socket.{option}, 1).",
    },
    source: "tcp(7), socket(7)",
  },
  {
    error: /\[Errno 22\]|Invalid argument/,
    line: /setsockopt\s*\(.*\bSO_LINGER\b/,
    name: { en: "SO_LINGER takes two numbers", id: "SO_LINGER memerlukan dua bilangan" },
    idea: {
      en: "SO_LINGER is set with a struct of two numbers: whether to linger, and for how many seconds.",
      id: "SO_LINGER diatur dengan struct berisi dua bilangan: apakah menunggu, dan berapa detik.",
    },
    look: {
      en: 'Pack both: setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 5)).',
      id: 'Kemas keduanya: setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 5)).',
    },
    source: "socket(7), SO_LINGER",
  },
  {
    error: /\b(?<call>bind|connect|connect_ex)\(\) takes exactly one argument \(\d given\)/,
    name: { en: "An address is one value", id: "Alamat adalah satu nilai" },
    idea: {
      en: "In Python an address is one value, a tuple of host and port: {call}() takes that one, not two.",
      id: "Di Python, alamat adalah satu nilai, yaitu tuple berisi host dan port: {call}() menerima satu nilai itu, bukan dua.",
    },
    look: {
      en: "Put a second pair of brackets around host and port: {call}((host, port)).",
      id: "Beri sepasang tanda kurung lagi di sekeliling host dan port: {call}((host, port)).",
    },
    source: `${socketDocs}#socket.socket.bind`,
  },
  {
    error: /(?<call>bind|connect|connect_ex|sendto)\(\): AF_INET6? address must be tuple, not (?<type>\w+)/,
    name: { en: "An address is a tuple", id: "Alamat adalah tuple" },
    idea: {
      en: "An address is a tuple of host and port. What {call}() was given is of type {type}.",
      id: "Alamat adalah tuple berisi host dan port. Yang diberikan kepada {call}() bertipe {type}.",
    },
    look: {
      en: "Give {call}() both together: (host, port). recvfrom() returns the sender's address as such a tuple.",
      id: "Berikan keduanya bersama kepada {call}(): (host, port). recvfrom() mengembalikan alamat pengirim sebagai tuple seperti itu.",
    },
    source: `${socketDocs}#socket-families`,
  },
  {
    error: /str, bytes or bytearray expected, not int/,
    line: /\b(?<call>bind|connect|connect_ex|sendto|create_server|create_connection)\s*\(/,
    name: { en: "Host and port are exchanged", id: "Host dan port tertukar" },
    idea: {
      en: "An address is (host, port) in this order: first the text, then the number.",
      id: "Alamat adalah (host, port) dengan urutan ini: teks dulu, baru bilangan.",
    },
    look: { en: "Exchange the two: {call}((host, port)).", id: "Tukar keduanya: {call}((host, port))." },
    source: `${socketDocs}#socket-families`,
  },
  {
    error: /'tuple' object cannot be interpreted as an integer|an integer is required \(got type tuple\)/,
    line: /\b(?<call>sendto|connect|connect_ex|bind)\s*\(.*\(\s*[^(),]+,\s*(?<name>\w+)\s*\)/,
    name: { en: "An address inside an address", id: "Alamat di dalam alamat" },
    idea: {
      en: "An address is a tuple of a host and a port number. {name} is such a tuple already: put behind a host it stands where the port belongs.",
      id: "Alamat adalah tuple berisi host dan nomor port. {name} sendiri sudah tuple seperti itu: ditulis setelah host, ia menempati tempat port.",
    },
    look: {
      en: "Give {call}() the address as it came: sendto(data, {name}); where you need them apart, {name}[0] is the host and {name}[1] the port.",
      id: "Berikan alamatnya kepada {call}() apa adanya: sendto(data, {name}); kalau perlu terpisah, {name}[0] adalah host dan {name}[1] adalah port.",
    },
    source: "https://docs.python.org/3/library/socket.html#socket-families",
  },
  {
    error:
      /'(?<type>str)' object cannot be interpreted as an integer|an integer is required \(got type (?<type2>str)\)/,
    line: /\bsettimeout\s*\(/,
    name: { en: "The seconds are a text", id: "Detiknya masih berupa teks" },
    idea: {
      en: "settimeout() takes a number of seconds, such as 4 or 0.5; what stands in quotes, or comes from the keyboard or the command line, is text.",
      id: "settimeout() menerima jumlah detik berupa bilangan, misalnya 4 atau 0.5; yang ada di dalam tanda kutip, atau datang dari keyboard atau baris perintah, adalah teks.",
    },
    look: {
      en: "Leave out the quotes: settimeout(4); or turn the text into a number with float().",
      id: "Hilangkan tanda kutipnya: settimeout(4); atau ubah teksnya menjadi bilangan dengan float().",
    },
    source: "https://docs.python.org/3/library/socket.html#socket.socket.settimeout",
  },
  {
    error: /'str' object cannot be interpreted as an integer|an integer is required \(got type str\)/,
    line: /\bsendto\s*\((?!.*\([^()]*,[^()]*\)\s*\)).*,\s*(?<host>['"][^'"]*['"]|\w+)\s*,\s*(?<port>\w+)\s*\)/,
    name: { en: "An address is one value", id: "Alamat adalah satu nilai" },
    idea: {
      en: "In Python an address is one value, a tuple of host and port. With three values sendto() takes the second for flags, which are a number.",
      id: "Di Python, alamat adalah satu nilai, yaitu tuple berisi host dan port. Dengan tiga nilai, sendto() menganggap nilai kedua sebagai flag, yang berupa bilangan.",
    },
    look: {
      en: "Put a second pair of brackets around host and port: sendto(data, ({host}, {port})).",
      id: "Beri sepasang tanda kurung lagi di sekeliling host dan port: sendto(data, ({host}, {port})).",
    },
    source: `${socketDocs}#socket.socket.sendto`,
  },
  {
    error: /'str' object cannot be interpreted as an integer|an integer is required \(got type str\)/,
    line: /\(\s*[^(),]*,\s*['"](?<port>\d+)['"]\s*\)/,
    name: { en: "The port is a text", id: "Port masih berupa teks" },
    idea: {
      en: 'What stands in quotes is text, and a port is a number: "{port}" is not {port}.',
      id: 'Yang ada di dalam tanda kutip adalah teks, sedangkan port adalah bilangan: "{port}" bukan {port}.',
    },
    look: {
      en: "Leave out the quotes around {port}.",
      id: "Hilangkan tanda kutip di sekeliling {port}.",
    },
    source: `${socketDocs}#socket-families`,
  },
  {
    error: /'str' object cannot be interpreted as an integer|an integer is required \(got type str\)/,
    line: /\b(?<call>bind|connect|connect_ex|sendto|create_server|create_connection)\s*\(/,
    name: { en: "The port is a text", id: "Port masih berupa teks" },
    idea: {
      en: 'What comes from the command line or from input() is text, and a port is a number: "8000" is not 8000.',
      id: 'Yang berasal dari baris perintah atau input() adalah teks, sedangkan port adalah bilangan: "8000" bukan 8000.',
    },
    look: {
      en: "Turn it into a number before {call}(): port = int(sys.argv[1]), or type=int in add_argument().",
      id: "Ubah menjadi bilangan sebelum {call}(): port = int(sys.argv[1]), atau type=int di add_argument().",
    },
    source: `${socketDocs}#socket-families`,
  },
  {
    error: /(?<call>\w+)\(\): port must be 0-65535/,
    name: { en: "No such port", id: "Nomor port tidak ada" },
    idea: {
      en: "A port is a number from 0 to 65535: it has 16 bits in every TCP and UDP header.",
      id: "Port adalah bilangan dari 0 sampai 65535: di setiap header TCP dan UDP lebarnya 16 bit.",
    },
    look: {
      en: "Find where the number that {call}() gets comes from, and check it before you use it.",
      id: "Cari asal bilangan yang diberikan kepada {call}(), lalu periksa sebelum dipakai.",
    },
    source: "RFC 9293, section 3.1",
    always: false,
  },
  {
    error: /argument after \* must be an iterable, not (?<type>\w+)/,
    where: /args\s*=\s*\(?\s*\w+\s*\)|Thread\(/,
    name: { en: "args is not a tuple", id: "args bukan tuple" },
    idea: {
      en: "Thread takes the arguments of its function as a tuple, and brackets alone do not make one: (conn) is just conn.",
      id: "Thread menerima argumen fungsinya sebagai tuple, dan tanda kurung saja tidak membuat tuple: (conn) sama dengan conn.",
    },
    look: {
      en: "Write a comma behind the single argument where the thread is made: args=(conn,).",
      id: "Tulis koma setelah argumen tunggal di tempat thread dibuat: args=(conn,).",
    },
    source: threadDocs,
  },
  {
    error: /group argument must be None for now/,
    name: { en: "Thread needs target=", id: "Thread memerlukan target=" },
    idea: {
      en: "The first argument of Thread is not the function: the function goes by the name target.",
      id: "Argumen pertama Thread bukan fungsi: fungsi diberikan dengan nama target.",
    },
    look: {
      en: "Name the arguments: threading.Thread(target=function, args=(conn, addr)).",
      id: "Sebutkan nama argumennya: threading.Thread(target=fungsi, args=(conn, addr)).",
    },
    source: threadDocs,
  },
  {
    error: /'NoneType' object is not iterable|argument after \* must be an iterable, not NoneType/,
    line: /args\s*=|\*/,
    name: { en: "args is nothing", id: "args kosong" },
    idea: {
      en: "Thread takes the arguments of its function as a tuple.",
      id: "Thread menerima argumen fungsinya sebagai tuple.",
    },
    look: { en: "Give it one: args=(conn, addr).", id: "Berikan tuple: args=(conn, addr)." },
    source: threadDocs,
  },
  {
    error:
      /'tuple' object has no attribute '(?<method>recv|recv_into|send|sendall|sendto|close|shutdown|settimeout|makefile|getpeername|fileno)'/,
    name: { en: "accept() returns two values", id: "accept() mengembalikan dua nilai" },
    idea: {
      en: "accept() returns two things at once, a new socket for this client and its address; the pair itself has no {method}().",
      id: "accept() mengembalikan dua hal sekaligus: socket baru untuk client itu dan alamatnya; pasangan itu sendiri tidak punya {method}().",
    },
    look: {
      en: "Take the two apart where you accept, the socket first: conn, addr = server.accept(). Then call conn.{method}().",
      id: "Pisahkan keduanya saat accept, socket lebih dulu: conn, addr = server.accept(). Setelah itu panggil conn.{method}().",
    },
    source: `${socketDocs}#socket.socket.accept`,
  },
  {
    error: /'tuple' object has no attribute '(?<method>decode|strip|split|upper|lower|startswith|replace)'/,
    name: { en: "recvfrom() returns two values", id: "recvfrom() mengembalikan dua nilai" },
    idea: {
      en: "recvfrom() returns two things at once, the bytes and the sender's address; the pair itself has no {method}().",
      id: "recvfrom() mengembalikan dua hal sekaligus: byte dan alamat pengirim; pasangan itu sendiri tidak punya {method}().",
    },
    look: {
      en: "Take the two apart where you receive: data, addr = sock.recvfrom(65535). Then use data.{method}().",
      id: "Pisahkan keduanya saat menerima: data, addr = sock.recvfrom(65535). Setelah itu pakai data.{method}().",
    },
    source: `${socketDocs}#socket.socket.recvfrom`,
  },
  {
    error: /a bytes-like object is required, not 'tuple'/,
    name: { en: "recvfrom() returns two values", id: "recvfrom() mengembalikan dua nilai" },
    idea: {
      en: "recvfrom() and accept() return two things at once; what you send must be the bytes alone.",
      id: "recvfrom() dan accept() mengembalikan dua hal sekaligus; yang dikirim harus byte-nya saja.",
    },
    look: {
      en: "Take the two apart where you receive: data, addr = sock.recvfrom(65535). Then send data.",
      id: "Pisahkan keduanya saat menerima: data, addr = sock.recvfrom(65535). Setelah itu kirim data.",
    },
    source: `${socketDocs}#socket.socket.recvfrom`,
  },
  {
    error: /cannot unpack non-iterable socket object|'socket' object is not iterable/,
    name: { en: "A socket is not a pair", id: "Socket bukan pasangan nilai" },
    idea: {
      en: "Only the result of accept() can be taken apart into a socket and an address; a socket itself cannot.",
      id: "Hanya hasil accept() yang dapat dipisah menjadi socket dan alamat; socket itu sendiri tidak.",
    },
    look: {
      en: "Is accept() really called on that line, with its brackets? conn, addr = server.accept(). A thread gets args=(conn,).",
      id: "Apakah accept() benar-benar dipanggil di baris itu, lengkap dengan tanda kurung? conn, addr = server.accept(). Thread memakai args=(conn,).",
    },
    source: `${socketDocs}#socket.socket.accept`,
  },
  {
    error: /cannot unpack non-iterable (?:builtin_function_or_method|method) object/,
    name: { en: "Brackets are missing", id: "Tanda kurung kurang" },
    idea: {
      en: "Without brackets behind its name a function is not called: it stands for itself.",
      id: "Tanpa tanda kurung di belakang namanya, fungsi tidak dipanggil: yang terpakai adalah fungsinya sendiri.",
    },
    look: {
      en: "Write the brackets: accept(), recvfrom(1024).",
      id: "Tulis tanda kurungnya: accept(), recvfrom(1024).",
    },
    source: "https://docs.python.org/3/reference/expressions.html#calls",
  },
  {
    error: /too many values to unpack \(expected 2\)|not enough values to unpack \(expected 2/,
    line: /=\s*[\w.]+\.recv\(/,
    name: { en: "recv() returns the data alone", id: "recv() hanya mengembalikan data" },
    idea: {
      en: "recv() returns bytes and nothing else: in a connection it is known who sends. Only recvfrom() adds an address.",
      id: "recv() hanya mengembalikan byte: dalam sebuah koneksi, pengirimnya sudah diketahui. Hanya recvfrom() yang menyertakan alamat.",
    },
    look: {
      en: "TCP: data = conn.recv(1024). UDP: data, addr = sock.recvfrom(65535).",
      id: "TCP: data = conn.recv(1024). UDP: data, addr = sock.recvfrom(65535).",
    },
    source: `${socketDocs}#socket.socket.recv`,
  },
  {
    error:
      /\brecv(?<from>from)?\(\) (?:takes at least 1 argument|missing|expected at least 1|takes exactly)|recv\w*\(\) .*\(0 given\)|function missing required argument 'buffersize'/,
    name: { en: "recv() needs a size", id: "recv() memerlukan ukuran" },
    idea: {
      en: "recv() and recvfrom() must be told how many bytes they may return at most.",
      id: "recv() dan recvfrom() harus diberi tahu paling banyak berapa byte yang boleh dikembalikan.",
    },
    look: { en: "Give the size of the buffer: recv(1024).", id: "Berikan ukuran buffer: recv(1024)." },
    source: `${socketDocs}#socket.socket.recv`,
  },
  {
    error: /\baccept\(\) takes (?:no|1 positional) arguments?|accept\(\) takes 1 positional argument but/,
    name: { en: "accept() takes nothing", id: "accept() tanpa argumen" },
    idea: {
      en: "accept() waits for the next client and needs no argument.",
      id: "accept() menunggu client berikutnya dan tidak memerlukan argumen.",
    },
    look: { en: "Write conn, addr = server.accept().", id: "Tulis conn, addr = server.accept()." },
    source: `${socketDocs}#socket.socket.accept`,
  },
  {
    error: /\bsendto\(\) takes (?:2 or 3|at least 2|exactly \d) arguments? \(1 given\)/,
    name: { en: "sendto() needs an address", id: "sendto() memerlukan alamat" },
    idea: {
      en: "A UDP socket has no partner: every datagram must be told where it goes.",
      id: "Socket UDP tidak punya lawan tetap: setiap datagram harus diberi alamat tujuan.",
    },
    look: {
      en: "Give the address as well: sendto(data, addr), with the addr that recvfrom() returned.",
      id: "Sertakan alamatnya: sendto(data, addr), dengan addr dari recvfrom().",
    },
    source: `${socketDocs}#socket.socket.sendto`,
  },
  {
    error: /'module' object is not callable/,
    line: /\bsocket\s*\(/,
    name: { en: "The module is called", id: "Modul dipanggil sebagai fungsi" },
    idea: {
      en: "import socket gives the module; the class in it has the same name.",
      id: "import socket memberi modulnya; kelas di dalamnya bernama sama.",
    },
    look: {
      en: "Write socket.socket(...), or from socket import socket.",
      id: "Tulis socket.socket(...), atau from socket import socket.",
    },
    source: `${socketDocs}#creating-sockets`,
  },
  {
    error: /'socket' object has no attribute '(?<method>\w+)'/,
    name: { en: "Sockets have no such method", id: "Socket tidak punya method itu" },
    idea: {
      en: "A socket has accept, bind, close, connect, listen, recv, recvfrom, send, sendall, sendto, settimeout, shutdown; it has no {method}.",
      id: "Socket punya accept, bind, close, connect, listen, recv, recvfrom, send, sendall, sendto, settimeout, shutdown; {method} tidak ada.",
    },
    look: {
      en: "Check how the name is spelt, capitals too, and whether another language's socket has it.",
      id: "Periksa ejaannya, termasuk huruf besar, dan apakah itu milik socket di bahasa lain.",
    },
    source: `${socketDocs}#socket-objects`,
  },
];
