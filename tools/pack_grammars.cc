// Packs a folder of rules at build time, so that the program need not understand them at each start.
//
//   pack_grammars GRAMMARS_FOLDER DICTIONARY OUTPUT [TEXT ...]
//
// The texts are protocols that are read beforehand: what they lead to need not be made at each start.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <variant>

#include "input/plain_text.h"
#include "parser.h"
#include "record/language.h"

static void read(const char* file, const protokol::Language& language) {
  std::ifstream stream(file, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(stream)), {});
  const auto document = protokol::read_plain_text(bytes, file, {});
  if (const auto* found = std::get_if<protokol::Document>(&document)) protokol::parse(*found, language);
}

int main(int count, char** words) {
  if (count < 4) {
    std::fputs("usage: pack_grammars GRAMMARS_FOLDER DICTIONARY OUTPUT [TEXT ...]\n", stderr);
    return 2;
  }
  try {
    const std::filesystem::path folder = words[1];
    const protokol::Language language = protokol::load_language(words[2], std::span(&folder, 1));
    for (int i = 4; i < count; ++i) read(words[i], language);
    const std::string bytes = protokol::pack_language(folder, language);
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
