import socket, sys

sock = socket.create_server(("", 4000))
sock.accept()
