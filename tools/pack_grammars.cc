// Packs a folder of rules at build time, so that the program need not understand them at each start.
//
//   pack_grammars GRAMMARS_FOLDER DICTIONARY OUTPUT
#include <cstdio>
#include <exception>
#include <fstream>

#include "record/language.h"

int main(int count, char** words) {
  if (count != 4) {
    std::fputs("usage: pack_grammars GRAMMARS_FOLDER DICTIONARY OUTPUT\n", stderr);
    return 2;
  }
  try {
    const std::string bytes = protokol::pack_language(words[2], words[1]);
    std::ofstream file(words[3], std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (file) return 0;
    std::fprintf(stderr, "pack_grammars: cannot write %s\n", words[3]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
  }
  return 1;
}
