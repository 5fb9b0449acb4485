import socketserver, sys
store = {}
class H(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            parts = line.decode().split()
            if not parts: continue
            cmd = parts[0].upper()
            if cmd == "PING": self.wfile.write(b"+PONG\r\n")
            elif cmd == "SET":
                store[parts[1]] = parts[2]
                self.wfile.write(b"+OK\r\n")
            elif cmd == "GET":
                v = store.get(parts[1])
                self.wfile.write(b"$-1\r\n" if v is None else f"${len(v)}\r\n{v}\r\n".encode())
            else: self.wfile.write(b"-ERR unknown\r\n")
class S(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
S(("", int(sys.argv[1])), H).serve_forever()
