#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include <unistd.h>
#include <arpa/inet.h>
int main(int argc, char **argv) {
    if (argc < 3) { fprintf(stderr, "usage\n"); return 1; }
    int sockfd = socket(AF_INET, SOCK_STREAM, 0), one = 1;
    struct sockaddr_in a = {0};
    char buf[1024];
    setsockopt(sockfd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    a.sin_family = AF_INET;
    a.sin_port = htons(atoi(argv[2]));
    a.sin_addr.s_addr = inet_addr("127.0.0.1");
    bind(sockfd, (struct sockaddr *)&a, sizeof a);
    listen(sockfd, 5);
    while (1) {
        int client = accept(sockfd, NULL, NULL);
        int n;
        while ((n = recv(sockfd, buf, sizeof buf, 0)) > 0) {
            send(client, buf, n, 0);
        }
        close(client);
    }
}
