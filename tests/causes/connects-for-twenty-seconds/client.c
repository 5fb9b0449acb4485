#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <errno.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

int main(void) {
    struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM}, *found;
    if (getaddrinfo("example.com", "80", &hints, &found) != 0) return 1;
    int client = socket(found->ai_family, found->ai_socktype, 0);
    struct timeval limit = {.tv_sec = 20};
    setsockopt(client, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    if (connect(client, found->ai_addr, found->ai_addrlen) < 0) {
        fprintf(stderr, "Error: %s\n", strerror(errno));
        return 1;
    }
    char buffer[1024];
    ssize_t count = recv(client, buffer, sizeof buffer, 0);
    if (count < 0) {
        fprintf(stderr, "Error: %s\n", strerror(errno));
        return 1;
    }
    printf("Reply: %.*s\n", (int)count, buffer);
    close(client);
    return 0;
}
