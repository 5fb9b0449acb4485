#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>
int main(void) {
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in a = {0}, client;
    socklen_t len = sizeof client;
    char *buf;
    a.sin_family = AF_INET; a.sin_port = htons(12345); a.sin_addr.s_addr = inet_addr("127.0.0.1");
    bind(fd, (struct sockaddr *)&a, sizeof a);
    listen(fd, 1);
    int c = accept(fd, (struct sockaddr *)&client, &len);
    int n = recv(c, buf, 1024, 0);
    printf("Pesan dari client: %s\n", buf);
    send(c, "Pesan diterima!", 15, 0);
    close(c);
}
