#include <thread>
#include <cstdlib>
#include <unistd.h>
#include <netinet/in.h>
#include <sys/socket.h>
int main(int argc, char **argv) {
  int s = socket(AF_INET, SOCK_STREAM, 0);
  int opt = 1;
  setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &opt, sizeof opt);
  sockaddr_in a{};
  a.sin_family = AF_INET;
  a.sin_port = htons(atoi(argv[2]));
  a.sin_addr.s_addr = INADDR_ANY;
  bind(s, (sockaddr *)&a, sizeof a);
  listen(s, 5);
  while (true) {
    int c = accept(s, nullptr, nullptr);
    std::thread([&] {
      char buf[4096];
      int n;
      while ((n = read(c, buf, sizeof buf)) > 0) write(c, buf, n);
      close(c);
    });
  }
}
