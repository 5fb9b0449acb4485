import socketserver
import sys

class EchoHandler(socketserver.BaseRequestHandler):
    def handler(self):
        data = self.request.recv(1024)
        self.request.sendall(data)

socketserver.TCPServer.allow_reuse_address = True
server = socketserver.TCPServer(("localhost", int(sys.argv[2])), EchoHandler)
server.serve_forever()
