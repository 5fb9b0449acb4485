#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>
int main(void) {
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in a = {0}, client;
    socklen_t len;
    char buf[1024];
    a.sin_family = AF_INET; a.sin_port = htons(12345); a.sin_addr.s_addr = inet_addr("127.0.0.1");
    bind(fd, (struct sockaddr *)&a, sizeof a);
    for (;;) {
        int n = recvfrom(fd, buf, sizeof buf, 0, (struct sockaddr *)&client, &len);
        buf[n] = 0;
        printf("Pesan dari client: %s", buf);
        sendto(fd, "Pesan diterima!", 15, 0, (struct sockaddr *)&client, len);
    }
}
