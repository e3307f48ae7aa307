// Reads one protocol from a string and prints its record.
#include <emit/emit.h>
#include <input/plain_text.h>
#include <parser.h>

#include <filesystem>
#include <iostream>
#include <vector>

int main() {
  using namespace protokol;
  const std::filesystem::path data = PROTOKOL_DATA_DIR;
  const std::vector<std::filesystem::path> grammars{data / "grammars"};
  const Language language = load_language(data / "dictionary.bin", grammars);

  const auto read = read_plain_text("ПРОТОКОЛ № 7\nРЕШИЛИ:\n1. Утвердить план работы.\n", "memory", {});
  const auto& document = std::get<Document>(read);
  const Result result{document.source, document.encoding, document.text, parse(document, language)};
  std::cout << ndjson_emitter(RuleNames::hidden).record(result, 0);
}
