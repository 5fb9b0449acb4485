#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <netinet/in.h>
#include <sys/socket.h>
void handle(int c) {
  char *buf = malloc(1024);
  int n;
  while ((n = read(c, buf, sizeof(buf))) > 0) {
    write(c, buf, strlen(buf));
  }
  close(c);
}
int main(int argc, char **argv) {
  int s = socket(AF_INET, SOCK_STREAM, 0), one = 1;
  setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  struct sockaddr_in a;
  a.sin_family = AF_INET;
  a.sin_port = htons(atoi(argv[2]));
  a.sin_addr.s_addr = INADDR_ANY;
  bind(s, (struct sockaddr *)&a, sizeof a);
  listen(s, 5);
  while (1) {
    int c = accept(s, NULL, NULL);
    if (fork() == 0) { handle(c); exit(0); }
  }
}
