#include <iostream>
#include <cstdlib>
#include <cstring>
#include <unistd.h>
#include <netinet/in.h>
#include <sys/socket.h>
using namespace std;
int main(int argc, char **argv) {
  int s = socket(AF_INET, SOCK_STREAM, 0);
  int opt = 1;
  setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &opt, sizeof opt);
  sockaddr_in a{};
  a.sin_family = AF_INET;
  a.sin_port = htons(atoi(argv[2]));
  a.sin_addr.s_addr = INADDR_ANY;
  ::bind(s, (sockaddr *)&a, sizeof a);
  listen(s, 5);
  while (true) {
    int c;
    if (c = accept(s, nullptr, nullptr) < 0) continue;
    char buf[1024];
    int n = recv(c, buf, sizeof buf, 0);
    send(c, buf, n, 0);
    close(c);
  }
}
