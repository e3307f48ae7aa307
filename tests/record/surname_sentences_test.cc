// Surnames declined by another program, in sentences that alone tell the case: how many come back to the
// nominative.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <string>
#include <vector>

#include "record/addressees.h"
#include "record/duties.h"
#include "record/readings.h"
#include "record/speech.h"
#include "rows.h"

namespace {

using namespace protokol;
using test::language;

constexpr std::array<std::string_view, 6> case_names = {"nominative", "genitive",     "dative",
                                                        "accusative", "instrumental", "prepositional"};

/// The forms of one person's surname, the nominative first.
using Forms = std::array<std::string, case_names.size()>;

std::vector<Forms> surnames() {
  std::vector<Forms> all;
  for (const test::Row& row : test::rows("morphology/surnames.tsv")) {
    std::istringstream words(row.cells.at(1));
    for (std::string& form : all.emplace_back()) words >> form;
  }
  return all;
}

void add_names(const std::vector<FoundParty>& parties, std::vector<std::string>& names) {
  for (const FoundParty& found : parties) names.push_back(found.party.name);
}

/// The names that one of the readings finds in a sentence.
std::vector<std::string> names_in(const std::string& sentence, const std::string& reading) {
  const test::PreparedText text(sentence);
  const Passage passage = text.passage();
  std::vector<std::string> names;
  if (reading == "addressees") {
    add_names(find_addressees(passage, language()).parties, names);
  } else if (reading == "control") {
    for (const FoundControl& control : read_control(passage, language())) add_names(control.parties, names);
  } else if (reading == "responsible") {
    for (const FoundDuty& duty : find_duties(passage, language())) add_names(duty.parties, names);
  } else {
    REQUIRE(reading == "speakers");
    for (const FoundSpeaker& one : Speech(passage, language()).speakers(std::nullopt))
      names.push_back(one.party.name);
  }
  return names;
}

/// «Котов О. П.» or «Котов» is the surname «Котов», whatever is printed for ё.
bool names_surname(const std::string& name, const std::string& surname) {
  const auto folded = [](const std::string& text) { return to_utf8(prepare(text)); };
  const std::string found = folded(name), wanted = folded(surname);
  return found == wanted || found.starts_with(wanted + " ");
}

/// A sentence with a form of the surname in the place of «%».
std::string filled(const std::string& sentence, const std::string& form) {
  const std::size_t place = sentence.find('%');
  REQUIRE(place != std::string::npos);
  return sentence.substr(0, place) + form + sentence.substr(place + 1);
}

}  // namespace

TEST_CASE("surnames come back where only the sentence tells their case") {
  constexpr double floor_of_all = 0.975, floor_of_each = 0.85;
  const std::vector<Forms> people = surnames();
  std::size_t right = 0, all = 0;
  for (const test::Row& row : test::rows("record/surname_sentences.tsv")) {
    CAPTURE(row.line);
    REQUIRE(row.cells.size() == 3);
    const auto name = std::ranges::find(case_names, row.cells[1]);
    REQUIRE(name != case_names.end());
    const auto stands_in = static_cast<std::size_t>(name - case_names.begin());
    std::size_t found = 0;
    std::string lost;
    for (const Forms& forms : people) {
      const std::vector<std::string> names = names_in(filled(row.cells[2], forms[stands_in]), row.cells[0]);
      const bool back =
          std::ranges::any_of(names, [&](const std::string& one) { return names_surname(one, forms[0]); });
      found += back;
      if (!back)
        lost += " " + forms[stands_in] + "→" + (names.empty() ? std::string("nobody") : names.front());
    }
    const double share = static_cast<double>(found) / static_cast<double>(people.size());
    CHECK_MESSAGE(share >= floor_of_each, row.cells[2], " ", share, lost);
    right += found;
    all += people.size();
  }
  const double share = static_cast<double>(right) / static_cast<double>(all);
  MESSAGE("of all sentences ", share);
  CHECK(share >= floor_of_all);
}
