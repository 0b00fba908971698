#pragma once
#include <string.h>

/// Keeps a text of GLPK's, but for the line of its source that follows a fatal one.
static inline void nastavnik_glpk_keep(char *message, size_t size, const char *text) {
  if (strncmp(text, "Error detected in", 17) == 0) return;
  strncpy(message, text, size - 1);
  message[size - 1] = 0;
}
