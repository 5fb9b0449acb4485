/* Never stops computing. */
#include <stdio.h>

int main(void) {
  puts("ready");
  fflush(stdout);
  for (volatile unsigned n = 0;; n++) {
  }
}
