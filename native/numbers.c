/* Texts and numbers in decimal digits. */
#include "launch.h"

int read_number(const char *text, uint64_t *number) {
  *number = 0;
  if (*text == '\0') return 0;
  for (; *text != '\0'; text++) {
    if (*text < '0' || *text > '9') return 0;
    *number = *number * 10 + (uint64_t)(*text - '0');
  }
  return 1;
}

size_t put_text(char *to, const char *text) {
  size_t length = text_length(text);
  memcpy(to, text, length + 1);
  return length;
}

size_t put_number(char *to, uint64_t number) {
  char digits[20];
  size_t count = 0, length = 0;
  do digits[count++] = (char)('0' + number % 10);
  while ((number /= 10) > 0);
  while (count > 0) to[length++] = digits[--count];
  to[length] = '\0';
  return length;
}
