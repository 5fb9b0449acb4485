import socket, sys
cmd = sys.argv[1]
try:
    if cmd == "hostname":
        print(socket.gethostname)
    elif cmd == "local-ip":
        print(socket.gethostbyname("localhost"))
    elif cmd == "resolve":
        print(socket.getaddrinfo(sys.argv[2], None))
    elif cmd == "reverse":
        print(socket.gethostbyaddr(sys.argv[2]))
    elif cmd == "service":
        print(socket.getservbyname(sys.argv[2]))
except socket.error as e:
    print("error", e)
    sys.exit(1)
