import { describe, expect, it } from "vitest";
import type { SocketUse } from "../model/socket-use.ts";
import { socketUse } from "./read-source.ts";

const sources: [string, string, SocketUse[]][] = [
  ["a.py", "s = socket.socket()\ns.bind(('', 1))\ns.listen(5)\ns.accept()", ["tcp-server"]],
  ["a.py", "s = socket.socket()\ns.connect((host, 1))", ["tcp-client"]],
  ["a.py", "# s.listen(1)\nprint('s.accept()')\ns.connect((host, 1))", ["tcp-client"]],
  [
    "a.py",
    "class H(socketserver.BaseRequestHandler): pass\nwith socketserver.ThreadingTCPServer(a, H) as s: pass",
    ["tcp-server"],
  ],
  ["a.py", "await asyncio.start_server(handle, '', 1)", ["tcp-server"]],
  ["a.py", "await asyncio.open_connection('', 1)", ["tcp-client"]],
  ["a.py", "s = socket.socket(AF_INET, SOCK_DGRAM)\ns.bind(('', 1))\ns.recvfrom(9)", ["udp-server"]],
  ["a.py", "s = socket.socket(AF_INET, SOCK_DGRAM)\ns.sendto(b'', a)", ["udp-client"]],
  ["a.py", "s = socket.socket(AF_INET, SOCK_DGRAM)\ns.bind(('', 0))\ns.sendto(b'', a)", ["udp-client"]],
  ["a.py", "s = socket.socket(AF_INET, SOCK_DGRAM)\ns.connect(a)", ["udp-client"]],
  [
    "a.py",
    "def server():\n  s = socket(AF_INET, SOCK_DGRAM)\n  s.bind(a)\ndef client():\n  s = socket(AF_INET, SOCK_DGRAM)",
    ["udp-server", "udp-client"],
  ],
  ["a.py", "from socket import SOCK_DGRAM, socket\ns = socket(type=SOCK_DGRAM)\ns.bind(a)", ["udp-server"]],
  ["a.py", "await loop.create_datagram_endpoint(lambda: Echo(a, b), ('', 1))", ["udp-server"]],
  ["a.py", "await loop.create_datagram_endpoint(Ask, None, ('localhost', 1))", ["udp-client"]],
  ["a.py", "await loop.create_datagram_endpoint(lambda: Ask(), remote_addr=a)", ["udp-client"]],
  ["a.py", "print(socket.gethostname())", []],
  ["a.c", "bind(s, a, n); listen(s, 5); accept(s, 0, 0);", ["tcp-server"]],
  ["a.c", "connect(s, a, n);", ["tcp-client"]],
  ["a.c", "s = socket(AF_INET, SOCK_DGRAM, 0); bind(s, a, n);", ["udp-server"]],
  ["a.c", "s = socket(AF_INET, SOCK_DGRAM, 0); sendto(s, b, n, 0, a, l);", ["udp-client"]],
  ["a.cpp", "tcp::acceptor acceptor(io, tcp::endpoint(tcp::v4(), 1));", ["tcp-server"]],
  ["A.java", "ServerSocket s = new ServerSocket(1);", ["tcp-server"]],
  ["A.java", 'Socket s = new Socket("localhost", 1);', ["tcp-client"]],
  ["A.java", "var s = ServerSocketChannel.open(); Selector.open();", ["tcp-server"]],
  ["A.java", "new DatagramSocket(9876)", ["udp-server"]],
  ["A.java", "new DatagramSocket()", ["udp-client"]],
  ["A.java", "serve(new DatagramSocket(port)); ask(new DatagramSocket());", ["udp-server", "udp-client"]],
  ["a.js", "net.createServer(c => c.pipe(c)).listen(1)", ["tcp-server"]],
  ["a.js", "const c = net.createConnection({ port: 1 })", ["tcp-client"]],
  ["a.js", "const c = new net.Socket(); c.connect(1)", ["tcp-client"]],
  ["a.ts", "dgram.createSocket('udp4').bind(1)", ["udp-server"]],
  ["a.ts", "dgram.createSocket('udp4').send(m, 1)", ["udp-client"]],
  ["a.go", 'net.Listen("tcp", ":1")', ["tcp-server"]],
  ["a.go", 'net.Dial("tcp", addr)', ["tcp-client"]],
  ["a.go", 'net.Dial("udp", addr)', ["udp-client"]],
  ["a.go", 'net.ListenUDP("udp", addr)', ["udp-server"]],
  ["a.rs", 'TcpListener::bind("127.0.0.1:1")', ["tcp-server"]],
  ["a.rs", "TcpStream::connect(addr)", ["tcp-client"]],
  ["a.rs", 'UdpSocket::bind("0.0.0.0:0")', ["udp-client"]],
  ["a.rs", 'UdpSocket::bind("0.0.0.0:5000")', ["udp-server"]],
  ["a.rs", 'UdpSocket::bind("0.0.0.0:5000")?.join_multicast_v4(&a, &b)', ["udp-server", "udp-client"]],
  ["a.go", 'net.ListenMulticastUDP("udp", nil, addr)', ["udp-server", "udp-client"]],
  ["a.py", "asyncio.start_unix_server(serve, path)", ["tcp-server"]],
  ["a.py", "await asyncio.open_unix_connection(path)", ["tcp-client"]],
  ["a.rs", 'UnixListener::bind("echo.sock")', ["tcp-server"]],
  ["a.rs", "UnixStream::connect(path)", ["tcp-client"]],
  ["a.sh", "nc -l -p 5000", ["tcp-server"]],
  ["a.sh", "nc localhost 5000", ["tcp-client"]],
  ["a.sh", "exec 3<>/dev/tcp/localhost/5000", ["tcp-client"]],
];

describe("socketUse", () => {
  it.each(sources)("of %s: %s", (file, source, does) => {
    expect(socketUse(file, source)).toEqual(does);
  });
});
