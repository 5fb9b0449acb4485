import socket
import argparse
p = argparse.ArgumentParser()
p.add_argument("--port", type=int, default=5000)
args = p.parse_args()

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("localhost", args.port))
while True:
    data, addr = sock.recvfrom(65535)
    sock.sendto(data, ("localhost", addr))
