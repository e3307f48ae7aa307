// The tables of words beside people, spread over all forms.
#include "record/people_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/stream.h"
#include "text/prepared.h"

namespace protokol {

namespace {

using enum PeopleTable;

constexpr std::array<std::pair<std::string_view, PeopleTable>, 27> table_names{{
    {"people.posts", posts},
    {"people.clergy", clergy},
    {"people.feminine", feminine},
    {"people.masculine", masculine},
    {"people.bodies", bodies},
    {"people.modifiers", modifiers},
    {"people.abbreviations", abbreviations},
    {"people.plural abbreviations", plural_abbreviations},
    {"people.bare abbreviations", bare_abbreviations},
    {"people.name particles", name_particles},
    {"people.labels", labels},
    {"people.counted", counted},
    {"people.sides", sides},
    {"people.places", places},
    {"people.memorials", memorials},
    {"people.prepositions", prepositions},
    {"people.free prepositions", free_prepositions},
    {"people.hosted prepositions", hosted_prepositions},
    {"people.numbered", numbered},
    {"people.circumstances", circumstances},
    {"people.reports", reports},
    {"people.joint", joint},
    {"people.relatives", relatives},
    {"people.heading", heading},
    {"people.thing endings", thing_endings},
    {"people.see endings", see_endings},
    {"people.conjunctions", conjunctions},
}};

unsigned char last_letter(std::string_view word) { return static_cast<unsigned char>(word.back()); }

/// «-ова» → «ова».
std::string ending_of(const std::string& cell) { return prepare(cell).substr(1); }

/// The word and every form that the dictionary has of it, where it is the word's own base form.
std::vector<std::string> forms_of(const Dictionary& dictionary, const std::string& word) {
  std::vector<std::string> forms{word};
  for (const Reading& reading : dictionary.readings(word)) {
    bool nominal = reading.part == PartOfSpeech::noun || reading.part == PartOfSpeech::adjective ||
                   reading.part == PartOfSpeech::pronoun;
    if (!nominal || dictionary.base_form(reading.lemma) != word) continue;
    for (Dictionary::Form& form : dictionary.forms(reading.lemma)) {
      if (form.reading.part == reading.part) forms.push_back(std::move(form.text));
    }
  }
  return forms;
}

}  // namespace

PeopleWords PeopleWords::read(const Grammar& grammar, const Dictionary& dictionary) {
  auto packed = unpack(grammar.attachment());
  PeopleWords words = packed ? std::move(*packed) : read_words(grammar, dictionary);
  words.read_endings(grammar);
  return words;
}

std::string PeopleWords::pack() const {
  PeopleWords words = *this;
  WriteStream stream;
  words.transfer_words(stream);
  return stream.bytes;
}

std::optional<PeopleWords> PeopleWords::unpack(std::string_view bytes) {
  if (bytes.empty()) return std::nullopt;
  PeopleWords words;
  ReadStream stream(bytes);
  words.transfer_words(stream);
  if (stream.failed || !stream.bytes.empty()) return std::nullopt;
  return words;
}

PeopleWords PeopleWords::read_words(const Grammar& grammar, const Dictionary& dictionary) {
  PeopleWords words;
  for (auto [name, table] : table_names) {
    const Table* rows = grammar.table(name);
    if (!rows) continue;
    for (const std::vector<std::string>& row : *rows) {
      for (const std::string& cell : row) {
        for (const std::string& form : forms_of(dictionary, prepare(cell))) {
          const std::uint32_t number = words.words_.insert(form);
          if (number == words.tables_.size()) words.tables_.push_back(0);
          words.tables_[number] |= bit(table);
        }
      }
    }
  }
  return words;
}

void PeopleWords::read_endings(const Grammar& grammar) {
  if (const Table* rows = grammar.table("people.surname endings")) {
    for (const std::vector<std::string>& row : *rows) {
      for (const std::string& cell : row) {
        std::string ending = ending_of(cell);
        if (!ending.empty()) surname_endings_[last_letter(ending)].push_back(std::move(ending));
      }
    }
  }
  if (const Table* rows = grammar.table("people.plain endings")) {
    for (const std::vector<std::string>& row : *rows) {
      Case plain = row[0] == "accusative" ? Case::accusative : Case::instrumental;
      for (std::size_t i = 1; i < row.size(); ++i) {
        std::string ending = ending_of(row[i]);
        if (!ending.empty()) plain_endings_[last_letter(ending)].emplace_back(std::move(ending), plain);
      }
    }
  }
}

bool PeopleWords::in_any(std::initializer_list<PeopleTable> tables, std::string_view word) const {
  std::uint32_t wanted = 0;
  for (PeopleTable table : tables) wanted |= bit(table);
  return (tables_of(word) & wanted) != 0;
}

bool PeopleWords::has_surname_ending(std::string_view word) const {
  return !word.empty() &&
         std::ranges::any_of(surname_endings_[last_letter(word)], [word](const std::string& ending) {
           return word.size() > ending.size() + 1 && word.ends_with(ending);
         });
}

Case PeopleWords::plain_case(std::string_view word) const {
  if (word.empty()) return Case::none;
  for (const auto& [ending, plain] : plain_endings_[last_letter(word)]) {
    if (word.size() > ending.size() + 1 && word.ends_with(ending)) return plain;
  }
  return Case::none;
}

}  // namespace protokol
