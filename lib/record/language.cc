// Loading what every reading needs.
#include "record/language.h"

#include <utility>

namespace protokol {

std::string pack_language(const std::filesystem::path& grammar_folder, const Language& language) {
  return Grammar::pack(grammar_folder, language.dictionary,
                       {language.grammar.learnt(), language.people.pack()});
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
