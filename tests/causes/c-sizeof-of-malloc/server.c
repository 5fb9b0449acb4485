#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>

int main(int argc, char **argv) {
    int port = atoi(argv[2]);
    int s = socket(AF_INET, SOCK_STREAM, 0), one = 1;
    setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (bind(s, (void *)&a, sizeof a) < 0) { perror("bind"); return 1; }
    listen(s, 5);
    char *buf = malloc(1024);
    for (;;) {
        int c = accept(s, NULL, NULL);
        int n = recv(c, buf, sizeof(buf), 0);
        send(c, buf, n, 0);
        close(c);
    }
}
