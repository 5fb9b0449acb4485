#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
int main() {
    int s = socket(AF_INET, SOCK_STREAM, 0), one = 1;
    struct sockaddr_in a = {0};
    char buf[1024] = {0};
    setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    a.sin_family = AF_INET;
    a.sin_port = htons(12345);
    a.sin_addr.s_addr = inet_addr("127.0.0.1");
    bind(s, (struct sockaddr *)&a, sizeof a);
    listen(s, 1);
    int c = accept(s, NULL, NULL);
    read(s, buf, sizeof buf - 1);
    printf("Pesan dari client: %s\n", buf);
    write(s, "Pesan diterima!", 15);
    close(c);
    close(s);
    return 0;
}
