#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
int main(void) {
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in a = {0};
    char *text = "Halo, server!";
    char reply[100] = {0};
    a.sin_family = AF_INET;
    a.sin_port = htons(12345);
    a.sin_addr.s_addr = inet_addr("127.0.0.1");
    if (connect(fd, (struct sockaddr *)&a, sizeof a) < 0) { perror("connect"); return 1; }
    send(fd, text, sizeof text, 0);
    read(fd, reply, 99);
    printf("Balasan dari server: %s\n", reply);
    close(fd);
}
