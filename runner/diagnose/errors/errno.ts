import type { ErrorMeaning } from "../../launchers/error-meaning.ts";

/**
 * Matches an error of the kernel as languages print it: by number (Python, Rust), name (Node) or strerror's words (C,
 * Java, Go).
 */
function printedAs(name: string, number: number, words: string): RegExp {
  return new RegExp(`\\[Errno ${number}\\]|\\(os error ${number}\\)|\\b${name}\\b|\\b${words}\\b`, "i");
}

const einval = printedAs("EINVAL", 22, "Invalid argument");
const enotconn = printedAs("ENOTCONN", 107, "(?:Transport endpoint|Socket) is not connected");
const ebadf = printedAs(
  "EBADF",
  9,
  "(?:Bad file (?:descriptor|number)|Socket (?:is )?closed|use of closed network connection)",
);

/**
 * Errors of the kernel with their meaning for sockets, the same in every language; the call is in the student's line,
 * or before the error if the program prints it (`accept: Invalid argument`).
 */
export const errnoErrors: readonly ErrorMeaning[] = [
  {
    error: einval,
    line: /accept/i,
    kind: "client",
    name: { en: "A client does not accept", id: "Client tidak memanggil accept()" },
    idea: {
      en: "accept() is the server's: it waits for clients. After connect() a client talks on the very socket that it connected.",
      id: "accept() milik server: fungsi itu menunggu client. Setelah connect(), client berbicara lewat socket yang dihubungkannya itu juga.",
    },
    look: {
      en: "Leave accept() out, and receive on the same socket: s.recv(1024).",
      id: "Hilangkan accept(), lalu terima lewat socket yang sama: s.recv(1024).",
    },
    source: "accept(2), EINVAL",
  },
  {
    error:
      /gaierror|getaddrinfo|ENOTFOUND|UnknownHostException|no such host|too many colons|Name or service not known|not known/i,
    line: /(?<url>\b(?:https?|tcp|udp|wss?):\/\/[^\s'"`),]*)/,
    name: { en: "A web address is not a host", id: "Alamat web bukan nama host" },
    idea: {
      en: "A socket wants the name of a machine, such as localhost, and a port. {url} is the address of a page, which only browsers take apart.",
      id: "Socket memerlukan nama mesin, misalnya localhost, dan port. {url} adalah alamat halaman, yang hanya diuraikan oleh browser.",
    },
    look: {
      en: "Leave out http:// and whatever stands behind the name; give the port as a number of its own.",
      id: "Hilangkan http:// dan apa pun di belakang namanya; berikan port sebagai bilangan tersendiri.",
    },
    source: "getaddrinfo(3)",
  },
  {
    error: einval,
    line: /accept/i,
    name: { en: "accept() before listen()", id: "accept() sebelum listen()" },
    idea: {
      en: "accept() works only on a socket that listens: bind() gives it its port, listen() opens it for clients.",
      id: "accept() hanya bekerja pada socket yang sudah listen: bind() memberinya port, listen() membukanya untuk client.",
    },
    look: {
      en: "Call listen() once, after bind() and before the first accept().",
      id: "Panggil listen() satu kali, setelah bind() dan sebelum accept() pertama.",
    },
    source: "accept(2), EINVAL",
  },
  {
    error: einval,
    line: /bind/i,
    name: { en: "bind() a second time", id: "bind() untuk kedua kalinya" },
    idea: {
      en: "A socket gets its address once. A second bind(), in a loop or after connect(), is refused.",
      id: "Socket mendapat alamatnya satu kali. bind() kedua, di dalam perulangan atau setelah connect(), ditolak.",
    },
    look: {
      en: "Make, bind and listen once, before the loop; only accept() or recvfrom() belong into it.",
      id: "Buat, bind, dan listen satu kali sebelum perulangan; hanya accept() atau recvfrom() yang ada di dalamnya.",
    },
    source: "bind(2), EINVAL",
  },
  {
    error: einval,
    line: /listen/i,
    name: { en: "listen() after connect()", id: "listen() setelah connect()" },
    idea: {
      en: "A socket either listens for clients or is connected to a server, never both.",
      id: "Socket entah listen menunggu client, entah terhubung ke server, tidak pernah keduanya.",
    },
    look: {
      en: "Leave listen() out in a client; in a server leave connect() out.",
      id: "Di client jangan memanggil listen(); di server jangan memanggil connect().",
    },
    source: "listen(2)",
  },
  {
    error: printedAs("EOPNOTSUPP", 95, "Operation not supported"),
    line: /listen|accept/i,
    name: { en: "A UDP socket does not listen", id: "Socket UDP tidak listen" },
    idea: {
      en: "SOCK_DGRAM makes a UDP socket. UDP has no connections, so there is nothing to listen for and nothing to accept.",
      id: "SOCK_DGRAM membuat socket UDP. UDP tidak punya koneksi, sehingga tidak ada yang di-listen atau di-accept.",
    },
    look: {
      en: "For TCP make the socket with SOCK_STREAM. For UDP leave out listen() and accept(), and use recvfrom() and sendto().",
      id: "Untuk TCP, buat socket dengan SOCK_STREAM. Untuk UDP, hilangkan listen() dan accept(), lalu pakai recvfrom() dan sendto().",
    },
    source: "listen(2), EOPNOTSUPP",
  },
  {
    error: printedAs("EDESTADDRREQ", 89, "Destination address required"),
    kind: "client",
    name: { en: "A datagram without an address", id: "Datagram tanpa alamat" },
    idea: {
      en: "A UDP socket has no partner until it is told of one: send() does not know where the datagram is to go.",
      id: "Socket UDP tidak punya lawan sebelum diberi tahu: send() tidak tahu datagram harus dikirim ke mana.",
    },
    look: {
      en: "Name the server: sendto(data, (host, port)), or connect((host, port)) once before send().",
      id: "Sebutkan servernya: sendto(data, (host, port)), atau connect((host, port)) sekali sebelum send().",
    },
    source: "send(2), EDESTADDRREQ",
  },
  {
    error: printedAs("EDESTADDRREQ", 89, "Destination address required"),
    name: { en: "A datagram without an address", id: "Datagram tanpa alamat" },
    idea: {
      en: "A UDP socket has no partner: send() does not know where the datagram is to go.",
      id: "Socket UDP tidak punya lawan tetap: send() tidak tahu datagram harus dikirim ke mana.",
    },
    look: {
      en: "Use sendto() with the address that recvfrom() returned: sendto(data, addr).",
      id: "Pakai sendto() dengan alamat yang dikembalikan recvfrom(): sendto(data, addr).",
    },
    source: "send(2), EDESTADDRREQ",
  },
  {
    error: printedAs("ENOENT", 2, "No such file or directory"),
    line: /open|read|stat|FileInputStream|send_?file|Path|File/,
    kind: "server",
    always: false,
    name: { en: "A file that is not there", id: "File yang tidak ada" },
    idea: {
      en: "Who asks may name a file that does not exist. To open it is then an error, which is an answer like another and must not end anything.",
      id: "Penanya bisa menyebut file yang tidak ada. Membukanya lalu menimbulkan error; itu juga sebuah jawaban dan tidak boleh menghentikan apa pun.",
    },
    look: {
      en: "Look whether the file is there, or catch the error around this line, and answer that it was not found (404 in HTTP).",
      id: "Periksa apakah filenya ada, atau tangkap errornya di sekitar baris ini, lalu jawab bahwa file tidak ditemukan (404 di HTTP).",
    },
    source: "open(2), ENOENT",
  },
  {
    error: printedAs("EADDRNOTAVAIL", 99, "Cannot assign requested address"),
    name: { en: "An address of another machine", id: "Alamat milik mesin lain" },
    idea: {
      en: "bind() takes only an address that this machine has. The address of your own computer exists nowhere else.",
      id: "bind() hanya menerima alamat yang dimiliki mesin ini. Alamat komputer Anda tidak ada di mesin lain.",
    },
    look: {
      en: "Use localhost, or '' (0.0.0.0) for every address of whatever machine the server runs on.",
      id: "Pakai localhost, atau '' (0.0.0.0) untuk semua alamat di mesin mana pun server dijalankan.",
    },
    source: "bind(2), EADDRNOTAVAIL",
  },
  {
    error: enotconn,
    line: /recv|read|send|write/i,
    inSource: "SOCK_STREAM|\\bsocket\\.socket\\(\\s*\\)",
    transport: "udp",
    name: { en: "A TCP socket where UDP is asked for", id: "Socket TCP, padahal yang diminta UDP" },
    idea: {
      en: "SOCK_STREAM makes a TCP socket, which sends and receives only when it is connected. Datagrams need a UDP socket.",
      id: "SOCK_STREAM membuat socket TCP, yang hanya mengirim dan menerima kalau sudah terhubung. Datagram memerlukan socket UDP.",
    },
    look: {
      en: "Make the socket with SOCK_DGRAM: socket(AF_INET, SOCK_DGRAM).",
      id: "Buat socketnya dengan SOCK_DGRAM: socket(AF_INET, SOCK_DGRAM).",
    },
    source: "udp(7), recv(2), ENOTCONN",
  },
  {
    error: enotconn,
    line: /recv|read|send|write|makefile|get(?:In|Out)putStream/i,
    name: { en: "Talks on the wrong socket", id: "Memakai socket yang salah" },
    idea: {
      en: "A server has two kinds of sockets: one listens, and accept() makes another for each client. Only the second one is connected.",
      id: "Server punya dua macam socket: satu untuk listen, dan accept() membuat satu lagi untuk tiap client. Hanya yang kedua yang terhubung.",
    },
    look: {
      en: "Call recv() and send() on the socket that accept() returned; a client calls connect() first.",
      id: "Panggil recv() dan send() pada socket yang dikembalikan accept(); client memanggil connect() dulu.",
    },
    source: "recv(2), ENOTCONN",
  },
  {
    error: enotconn,
    always: false,
    name: { en: "The client has left already", id: "Client sudah pergi" },
    idea: {
      en: "A client may be gone before the server comes to shutdown() or asks for its address: both then fail.",
      id: "Client bisa sudah pergi sebelum server sampai ke shutdown() atau menanyakan alamatnya: keduanya lalu gagal.",
    },
    look: {
      en: "Handle the error of one client around that call, and go on to the next; close() alone never fails so.",
      id: "Tangani error untuk satu client di sekitar pemanggilan itu, lalu lanjut ke client berikutnya; close() saja tidak gagal seperti ini.",
    },
    source: "shutdown(2), ENOTCONN",
  },
  {
    error: printedAs("EPIPE", 32, "Broken pipe"),
    line: /send|write|print/i,
    inSource: "\\.?\\bshutdown\\s*\\([^)]*(?:SHUT_(?:RD)?WR|\\b[12]\\b)|\\bshutdownOutput\\s*\\(",
    kind: "client",
    name: { en: "Sends after shutdown()", id: "Mengirim setelah shutdown()" },
    idea: {
      en: "shutdown() with SHUT_WR or SHUT_RDWR says that nothing more will be sent: every send() after it fails with broken pipe.",
      id: "shutdown() dengan SHUT_WR atau SHUT_RDWR menyatakan tidak ada lagi yang dikirim: setiap send() sesudahnya gagal dengan broken pipe.",
    },
    look: {
      en: "Send first, and call shutdown(SHUT_WR) only after the last message; SHUT_RDWR also ends receiving.",
      id: "Kirim dulu, dan panggil shutdown(SHUT_WR) hanya setelah pesan terakhir; SHUT_RDWR juga mengakhiri penerimaan.",
    },
    source: "shutdown(2), send(2), EPIPE",
  },
  {
    error: printedAs("EINPROGRESS", 115, "Operation now in progress"),
    line: /connect/i,
    name: { en: "connect() of a non-blocking socket", id: "connect() pada socket non-blocking" },
    idea: {
      en: "A non-blocking socket does not wait until it is connected: connect() fails at once, and goes on behind the program's back. A timeout of 0 makes a socket so.",
      id: "Socket non-blocking tidak menunggu sampai terhubung: connect() langsung gagal, dan dilanjutkan di belakang layar. Batas waktu 0 membuat socket menjadi begitu.",
    },
    look: {
      en: "Leave out setblocking(False), and give settimeout() the seconds that you want to wait, more than 0.",
      id: "Hilangkan setblocking(False), lalu berikan kepada settimeout() jumlah detik yang ingin ditunggu, lebih dari 0.",
    },
    source: "connect(2), EINPROGRESS",
  },
  {
    error: printedAs("EISCONN", 106, "Transport endpoint is already connected"),
    name: { en: "connect() a second time", id: "connect() untuk kedua kalinya" },
    idea: {
      en: "A socket is connected once. After the end of a connection a new socket is needed.",
      id: "Socket terhubung satu kali. Setelah koneksi berakhir, diperlukan socket baru.",
    },
    look: {
      en: "Call connect() once before the loop, or make a new socket inside it.",
      id: "Panggil connect() satu kali sebelum perulangan, atau buat socket baru di dalamnya.",
    },
    source: "connect(2), EISCONN",
  },
  {
    error: ebadf,
    line: /accept/i,
    name: { en: "The listening socket is closed", id: "Socket yang listen sudah ditutup" },
    idea: {
      en: "close() ends a socket for good. After the first client the server closed the socket on which it waits for the next one.",
      id: "close() mengakhiri socket untuk selamanya. Setelah client pertama, server menutup socket tempatnya menunggu client berikutnya.",
    },
    look: {
      en: "Inside the loop close only the client's socket; a with block around accept() must hold that one, too.",
      id: "Di dalam perulangan tutup hanya socket milik client; blok with di sekitar accept() juga harus memegang socket itu.",
    },
    source: "close(2), EBADF",
  },
  {
    error: ebadf,
    name: { en: "Uses a closed socket", id: "Memakai socket yang sudah ditutup" },
    idea: {
      en: "close() ends a socket for good: after it nothing can be sent or received.",
      id: "close() mengakhiri socket untuk selamanya: setelah itu tidak ada yang dapat dikirim atau diterima.",
    },
    look: {
      en: "Find the close(), or the end of the with block, that comes before this line: in a loop it may be that of the round before. Close after the last use; a server accepts the next client inside the loop.",
      id: "Cari close() atau akhir blok with yang mendahului baris ini: di perulangan bisa jadi dari putaran sebelumnya. Tutup setelah pemakaian terakhir; server menerima client berikutnya di dalam perulangan.",
    },
    source: "close(2), EBADF",
  },
  {
    error: printedAs("EADDRINUSE", 98, "Address already in use"),
    line: /ADD_MEMBERSHIP|JOIN_GROUP|addMembership|joinGroup/i,
    name: { en: "Joins a group twice", id: "Bergabung ke grup dua kali" },
    idea: {
      en: "A socket joins a multicast group once on each interface; to join it there again is refused.",
      id: "Socket bergabung ke suatu grup multicast satu kali di setiap antarmuka; bergabung lagi di sana ditolak.",
    },
    look: {
      en: "Join the group once, right after bind().",
      id: "Bergabunglah ke grup itu satu kali, tepat setelah bind().",
    },
    source: "ip(7), IP_ADD_MEMBERSHIP",
  },
  {
    error: printedAs("EADDRINUSE", 98, "Address already in use"),
    line: /bind/i,
    kind: "client",
    name: { en: "A client needs no bind()", id: "Client tidak memerlukan bind()" },
    idea: {
      en: "bind() takes a port for oneself, as servers do to be found. This one is the server's already; a client is given a free one by the system.",
      id: "bind() mengambil port untuk diri sendiri, seperti server agar dapat ditemukan. Port ini sudah milik server; client diberi port bebas oleh sistem.",
    },
    look: {
      en: "Leave bind() out in the client, and give the server's address to connect() or sendto().",
      id: "Hilangkan bind() di client, lalu berikan alamat server kepada connect() atau sendto().",
    },
    source: "bind(2), EADDRINUSE",
  },
  {
    error: printedAs("EADDRINUSE", 98, "Address already in use"),
    always: false,
    name: { en: "The port is taken", id: "Port sudah terpakai" },
    idea: {
      en: "One port of an address belongs to one socket. bind() is refused while another has it, be it of the same program.",
      id: "Satu port pada satu alamat milik satu socket. bind() ditolak selama dipakai socket lain, sekalipun dari program yang sama.",
    },
    look: {
      en: "Call bind() once, not in the loop, and set SO_REUSEADDR before it.",
      id: "Panggil bind() satu kali, bukan di dalam perulangan, dan atur SO_REUSEADDR sebelumnya.",
    },
    source: "bind(2), EADDRINUSE",
  },
  {
    error: printedAs("ENETUNREACH", 101, "Network is unreachable"),
    line: /connect|dial|sendto/i,
    name: { en: "An address that leads nowhere", id: "Alamat yang tidak menuju ke mana pun" },
    idea: {
      en: "No way leads to this address. In C inet_addr() takes numbers alone: of a name such as localhost it makes 255.255.255.255.",
      id: "Tidak ada jalan ke alamat ini. Di C, inet_addr() hanya menerima angka: dari nama seperti localhost ia membuat 255.255.255.255.",
    },
    look: {
      en: "Write the address as 127.0.0.1, or look the name up with getaddrinfo().",
      id: "Tulis alamatnya sebagai 127.0.0.1, atau cari namanya dengan getaddrinfo().",
    },
    source: "connect(2), ENETUNREACH",
  },
  {
    error: printedAs("EINVAL", 22, "Invalid argument"),
    line: /sendto/i,
    name: { en: "sendto() with a wrong address", id: "sendto() dengan alamat yang salah" },
    idea: {
      en: "The address, or its length, is not one. recvfrom() fills in a sender's address only as far as its length variable says when it is called.",
      id: "Alamat atau panjangnya tidak benar. recvfrom() mengisi alamat pengirim hanya sepanjang nilai variabel panjangnya saat dipanggil.",
    },
    look: {
      en: "Set the length before every recvfrom(): socklen_t length = sizeof address; and give both to sendto().",
      id: "Isi panjangnya sebelum setiap recvfrom(): socklen_t length = sizeof address; lalu berikan keduanya kepada sendto().",
    },
    source: "recvfrom(2), sendto(2)",
  },
  {
    error: printedAs("EACCES", 13, "Permission denied"),
    line: /bind|listen|create_server|ServerSocket/i,
    name: { en: "A port that is reserved", id: "Port khusus sistem" },
    idea: {
      en: "Ports below 1024 belong to the system: an ordinary user may not bind() them.",
      id: "Port di bawah 1024 milik sistem: pengguna biasa tidak boleh melakukan bind() di situ.",
    },
    look: { en: "Take a port from 1024 to 65535.", id: "Pakai port antara 1024 dan 65535." },
    source: "bind(2), EACCES",
  },
  {
    error: printedAs("ECONNREFUSED", 111, "Connection refused"),
    kind: "server",
    always: false,
    name: { en: "Whom it asks is not there", id: "Yang ditanyainya tidak ada" },
    idea: {
      en: "A server that asks another one must expect that nobody listens there. Its own client waits for an answer all the same.",
      id: "Server yang bertanya kepada server lain harus siap kalau tidak ada yang listen di sana. Client-nya sendiri tetap menunggu jawaban.",
    },
    look: {
      en: "Handle the error of connect() where one client is served: answer that client with an error (502 in HTTP), and go on with the others.",
      id: "Tangani error dari connect() di tempat satu client dilayani: balas client itu dengan error (502 di HTTP), lalu lanjutkan melayani yang lain.",
    },
    source: "connect(2), ECONNREFUSED",
  },
  {
    error: printedAs("ECONNREFUSED", 111, "Connection refused"),
    always: false,
    name: { en: "Nobody listens there", id: "Tidak ada yang listen di sana" },
    idea: {
      en: "Connection refused means that the machine was reached, and that no program listens at this port.",
      id: "Connection refused berarti mesinnya tercapai, tetapi tidak ada program yang listen di port itu.",
    },
    look: {
      en: "Compare the port and the address that connect() gets with those that you were told. Is the order host, port?",
      id: "Bandingkan port dan alamat pada connect() dengan yang diberikan. Apakah urutannya host, lalu port?",
    },
    source: "connect(2), ECONNREFUSED",
  },
  {
    error: printedAs("EAGAIN", 11, "Resource temporarily unavailable"),
    line: /accept|recv|read|send|write/i,
    name: { en: "Asks a non-blocking socket too early", id: "Bertanya terlalu cepat pada socket non-blocking" },
    idea: {
      en: "A non-blocking socket does not wait: accept(), recv() and send() fail at once while there is nothing to do.",
      id: "Socket non-blocking tidak menunggu: accept(), recv(), dan send() langsung gagal selama belum ada yang dapat dikerjakan.",
    },
    look: {
      en: "Leave out setblocking(False), or wait with select, poll or selectors until the socket is ready.",
      id: "Hilangkan setblocking(False), atau tunggu dengan select, poll, atau selectors sampai socket siap.",
    },
    source: "socket(7), O_NONBLOCK",
  },
  {
    error: printedAs("EINTR", 4, "Interrupted system call"),
    name: { en: "A signal interrupted the call", id: "Pemanggilan terputus oleh sinyal" },
    idea: {
      en: "A signal, such as the end of a child process, wakes a waiting accept() or recv(), which then fails with EINTR. That is no error.",
      id: "Sinyal, misalnya berakhirnya proses anak, membangunkan accept() atau recv() yang menunggu, lalu gagal dengan EINTR. Itu bukan kesalahan.",
    },
    look: {
      en: "Call it again when errno is EINTR, or install the handler with SA_RESTART.",
      id: "Panggil lagi kalau errno bernilai EINTR, atau pasang handler dengan SA_RESTART.",
    },
    source: "signal(7), Interruption of system calls",
  },
  {
    error: printedAs("EPROTONOSUPPORT", 93, "Protocol not supported"),
    name: { en: "Family and type do not fit", id: "Keluarga dan tipe socket tidak cocok" },
    idea: {
      en: "A socket is made of a family (AF_INET), a type (SOCK_STREAM or SOCK_DGRAM) and a protocol, which is 0 as a rule.",
      id: "Socket dibuat dari keluarga (AF_INET), tipe (SOCK_STREAM atau SOCK_DGRAM), dan protokol, yang biasanya 0.",
    },
    look: {
      en: "Write socket(AF_INET, SOCK_STREAM), in C with a third argument 0, in this order.",
      id: "Tulis socket(AF_INET, SOCK_STREAM), di C dengan argumen ketiga 0, dengan urutan ini.",
    },
    source: "socket(2)",
  },
  {
    error: printedAs("EMSGSIZE", 90, "Message too long"),
    always: false,
    name: { en: "A datagram is too long", id: "Datagram terlalu panjang" },
    idea: {
      en: "One UDP datagram over IPv4 carries 65507 bytes at most.",
      id: "Satu datagram UDP lewat IPv4 memuat paling banyak 65507 byte.",
    },
    look: { en: "Send what is longer in several datagrams.", id: "Kirim yang lebih panjang dalam beberapa datagram." },
    source: "udp(7), EMSGSIZE",
  },
  {
    error: /gaierror: \[Errno -8\]|Servname not supported/,
    name: { en: "The port is not a number", id: "Port bukan bilangan" },
    idea: {
      en: "A port is a number, or the name of a well-known service such as http.",
      id: "Port adalah bilangan, atau nama layanan yang dikenal seperti http.",
    },
    look: {
      en: "Is the order host, port? Turn the port into a number with int().",
      id: "Apakah urutannya host, lalu port? Ubah port menjadi bilangan dengan int().",
    },
    source: "getaddrinfo(3), EAI_SERVICE",
  },
  {
    error:
      /gaierror|herror|getaddrinfo|UnknownHostException|ENOTFOUND|no such host|Name or service not known|Unknown host/,
    line: /gethostby\w+|getaddrinfo|getnameinfo|getByName|getAllByName|lookup|LookupHost|LookupAddr|dns\.|ToSocketAddrs/i,
    always: false,
    name: { en: "Nobody knows that name", id: "Nama itu tidak dikenal" },
    idea: {
      en: "A lookup fails when there is no such name or address. For a program that looks up what a user names, that is an answer like another.",
      id: "Pencarian gagal kalau nama atau alamat itu tidak ada. Bagi program yang mencari nama dari pengguna, itu juga sebuah jawaban.",
    },
    look: {
      en: "Print what you look up: is it the word that was asked for? Where nobody knows it, say so in a sentence.",
      id: "Cetak apa yang dicari: apakah itu kata yang diminta? Kalau memang tidak dikenal, sampaikan dengan satu kalimat.",
    },
    source: "getaddrinfo(3), EAI_NONAME",
  },
  {
    error:
      /gaierror|getaddrinfo|UnknownHostException|no such host|Name or service not known|failed to lookup address|nodename nor servname/i,
    name: { en: "The host name is not known", id: "Nama host tidak dikenal" },
    idea: {
      en: "Before a connection can be made, the host's name must become an address, and no such name is known here.",
      id: "Sebelum koneksi dibuat, nama host harus menjadi alamat, dan nama itu tidak dikenal di sini.",
    },
    look: {
      en: "Use the host that the handout names, localhost or 127.0.0.1, and check the order: host first, then port.",
      id: "Pakai host yang disebut modul praktikum, localhost atau 127.0.0.1, dan periksa urutannya: host dulu, lalu port.",
    },
    source: "getaddrinfo(3), EAI_NONAME",
  },
];
