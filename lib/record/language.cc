// Loading what every reading needs.
#include "record/language.h"

#include <utility>

namespace protokol {

std::string pack_language(const std::filesystem::path& dictionary_file,
                          const std::filesystem::path& grammar_folder) {
  const Dictionary dictionary = Dictionary::open(dictionary_file);
  const Grammar grammar = Grammar::load(std::span(&grammar_folder, 1), dictionary);
  return Grammar::pack(grammar_folder, dictionary, PeopleWords::read(grammar, dictionary).pack());
}

Language load_language(const std::filesystem::path& dictionary_file,
                       std::span<const std::filesystem::path> grammar_folders) {
  Dictionary dictionary = Dictionary::open(dictionary_file);
  Grammar grammar = Grammar::load(grammar_folders, dictionary);
  InflectionTables tables =
      read_inflection_tables([&grammar](std::string_view name) { return grammar.table(name); });
  PeopleWords people = PeopleWords::read(grammar, dictionary);
  return {std::move(dictionary), std::move(grammar), std::move(tables), std::move(people)};
}

}  // namespace protokol
