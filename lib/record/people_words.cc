// The tables of words beside people, spread over all forms.
#include "record/people_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/prepared.h"

namespace protokol {

namespace {

using enum PeopleTable;

constexpr std::array<std::pair<std::string_view, PeopleTable>, 25> table_names{{
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
    {"people.numbered", numbered},
    {"people.circumstances", circumstances},
    {"people.reports", reports},
    {"people.joint", joint},
    {"people.relatives", relatives},
    {"people.heading", heading},
    {"people.see endings", see_endings},
    {"people.conjunctions", conjunctions},
}};

std::uint32_t bit(PeopleTable table) { return 1u << static_cast<unsigned>(table); }

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
  PeopleWords words;
  for (auto [name, table] : table_names) {
    const Table* rows = grammar.table(name);
    if (!rows) continue;
    for (const std::vector<std::string>& row : *rows) {
      for (const std::string& cell : row) {
        for (std::string& form : forms_of(dictionary, prepare(cell))) {
          words.tables_[std::move(form)] |= bit(table);
        }
      }
    }
  }
  if (const Table* rows = grammar.table("people.surname endings")) {
    for (const std::vector<std::string>& row : *rows) {
      for (const std::string& cell : row) words.surname_endings_.push_back(prepare(cell).substr(1));
    }
  }
  if (const Table* rows = grammar.table("people.plain endings")) {
    for (const std::vector<std::string>& row : *rows) {
      Case plain = row[0] == "accusative" ? Case::accusative : Case::instrumental;
      for (std::size_t i = 1; i < row.size(); ++i) {
        words.plain_endings_.emplace_back(prepare(row[i]).substr(1), plain);
      }
    }
  }
  return words;
}

bool PeopleWords::in(PeopleTable table, std::string_view word) const {
  auto found = tables_.find(word);
  return found != tables_.end() && (found->second & bit(table)) != 0;
}

bool PeopleWords::has_surname_ending(std::string_view word) const {
  return std::ranges::any_of(surname_endings_, [word](const std::string& ending) {
    return word.size() > ending.size() + 1 && word.ends_with(ending);
  });
}

Case PeopleWords::plain_case(std::string_view word) const {
  for (const auto& [ending, plain] : plain_endings_) {
    if (word.size() > ending.size() + 1 && word.ends_with(ending)) return plain;
  }
  return Case::none;
}

}  // namespace protokol
