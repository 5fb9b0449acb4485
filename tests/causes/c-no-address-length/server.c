#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <arpa/inet.h>
#include <sys/socket.h>
int main(int argc, char **argv) {
  int s = socket(AF_INET, SOCK_DGRAM, 0);
  struct sockaddr_in a = {0}, from;
  a.sin_family = AF_INET;
  a.sin_port = htons(atoi(argv[2]));
  a.sin_addr.s_addr = INADDR_ANY;
  bind(s, (struct sockaddr *)&a, sizeof a);
  char buf[2048];
  while (1) {
    socklen_t len = 0;
    int n = recvfrom(s, buf, sizeof buf, 0, (struct sockaddr *)&from, &len);
    if (sendto(s, buf, n, 0, (struct sockaddr *)&from, len) < 0) perror("sendto");
  }
}
