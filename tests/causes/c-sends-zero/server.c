#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>

int main(void) {
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in a, cli;
    memset(&a, 0, sizeof a);
    a.sin_family = AF_INET;
    a.sin_port = 12345;
    a.sin_addr.s_addr = INADDR_ANY;
    bind(s, (struct sockaddr *)&a, sizeof a);
    char buf[1024];
    while (1) {
        socklen_t len = sizeof cli;
        int n = recvfrom(s, buf, 1024, 0, (struct sockaddr *)&cli, &len);
        buf[n] = 0;
        printf("Pesan: %s\n", buf);
        sendto(s, "Pesan diterima!", 16, 0, (struct sockaddr *)&cli, len);
    }
}
