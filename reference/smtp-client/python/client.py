"""Asks for a mail and hands it to an SMTP server.

    python3 client.py localhost 2525
"""

import socket
import sys


def read_reply(replies) -> str:
    """The last line of the next reply; a hyphen after the code says that it goes on."""
    while True:
        line = replies.readline()
        if line[3:4] != "-":
            return line.strip()


def main() -> None:
    sender, receiver, subject = input("From: "), input("To: "), input("Subject: ")
    print("Message: (a dot alone ends it)", flush=True)
    lines = []
    while (line := input()) != ".":
        lines.append("." + line if line.startswith(".") else line)

    header = [f"From: {sender}", f"To: {receiver}", f"Subject: {subject}", ""]
    commands = [
        f"HELO {socket.gethostname()}",
        f"MAIL FROM:<{sender}>",
        f"RCPT TO:<{receiver}>",
        "DATA",
        "\r\n".join([*header, *lines, "."]),
        "QUIT",
    ]
    with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as server, server.makefile("r", newline="") as replies:
        reply = read_reply(replies)
        for command in commands:
            server.sendall(command.encode() + b"\r\n")
            reply = read_reply(replies)
            if reply[:1] not in ("2", "3"):
                server.sendall(b"QUIT\r\n")
                sys.exit(f"The server refused the mail: {reply}")
    print("The mail was sent.")


main()
