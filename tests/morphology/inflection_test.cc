#include "morphology/inflection.h"

#include <doctest/doctest.h>

#include <map>

#include "morphology/tables.h"
#include "morphology/words.h"
#include "rows.h"

namespace {

using namespace protokol;

const std::map<std::string, Case> cases = {{"nominative", Case::nominative},
                                           {"genitive", Case::genitive},
                                           {"dative", Case::dative},
                                           {"accusative", Case::accusative},
                                           {"instrumental", Case::instrumental},
                                           {"prepositional", Case::prepositional},
                                           {"none", Case::none}};

TEST_CASE("phrases.tsv: a phrase in the nominative") {
  const auto rows = test::rows("morphology/phrases.tsv");
  CHECK(rows.size() >= 330);
  for (const auto& [line, row] : rows) {
    REQUIRE(row.size() == 3);
    const test::Phrase phrase(row[1]);
    CHECK_MESSAGE(
        to_nominative(test::dictionary(), test::tables(), phrase.tokens, cases.at(row[0])) == row[2],
        "phrases.tsv:", line);
  }
}

TEST_CASE("the case of a phrase is told by agreement") {
  const auto told = [](const char* text) {
    std::string result;
    for (const Case c : phrase_case(test::dictionary(), test::tables(), test::Phrase(text).tokens)) {
      for (const auto& [name, value] : cases) {
        if (value == c) result += name + " ";
      }
    }
    return result;
  };
  CHECK(told("Отделу образования") == "dative ");
  CHECK(told("главной медицинской сестре") == "dative prepositional ");
  CHECK(told("главную медицинскую сестру") == "accusative ");
  CHECK(told("старшего специалиста") == "genitive accusative ");
  CHECK(told("председателем") == "instrumental ");
  CHECK(told("МКУ «Заря»") == "");
  CHECK(told("") == "");
}

}  // namespace
