import socket, argparse
ap = argparse.ArgumentParser()
ap.add_argument('--port', type=int)
args = ap.parse_args()
with socket.socket() as s:
    s.connect(('127.0.0.1', args.port))
    s.sendall(b'Hello there')
data = s.recv(1024)
print('Received', data.decode())
