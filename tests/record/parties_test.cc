// People, posts and bodies, row by row.
#include "record/parties.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "record/readings.h"
#include "rows.h"

using namespace protokol;
using test::language;

namespace {

Case case_called(const std::string& name) {
  constexpr std::array<std::pair<const char*, Case>, 6> names{{{"nom", Case::nominative},
                                                               {"gen", Case::genitive},
                                                               {"dat", Case::dative},
                                                               {"acc", Case::accusative},
                                                               {"ins", Case::instrumental},
                                                               {"none", Case::none}}};
  for (auto [known, value] : names) {
    if (name == known) return value;
  }
  FAIL("no case of this name: " << name);
  return Case::none;
}

std::vector<FoundParty> read(const std::string& how, Case assumed, const Passage& passage) {
  if (how == "list") return read_parties(passage, assumed, language());
  if (how == "prose") return find_persons(passage, assumed, language());
  REQUIRE(how == "at");
  return party_at(passage, passage.tokens.from, assumed, language());
}

/// The dump on one line.
std::string on_one_line(const std::vector<FoundParty>& parties) {
  std::string result;
  for (char c : dump(parties)) {
    if (c == '\n') {
      result += " ; ";
    } else {
      result += c;
    }
  }
  if (!result.empty()) result.resize(result.size() - 3);
  return result;
}

}  // namespace

TEST_CASE("parties") {
  for (const test::Row& row : test::rows("record/parties.tsv")) {
    CAPTURE(row.line);
    REQUIRE(row.cells.size() >= 3);
    const std::string& phrase = row.cells[2];
    CAPTURE(phrase);
    test::PreparedText prepared(phrase);
    Passage passage = prepared.passage();
    std::vector<FoundParty> found = read(row.cells[0], case_called(row.cells[1]), passage);
    CHECK(on_one_line(found) == (row.cells.size() > 3 ? row.cells[3] : ""));
    for (const FoundParty& party : found) {
      CHECK(party.tokens.from < party.tokens.to);
      CHECK(party.tokens.to <= passage.tokens.to);
      CHECK(party.party.span.to <= phrase.size());
    }
  }
}

TEST_CASE("parties of endless texts") {
  for (const char* piece :
       {"(", "\"", "«", "Громова ", "А. ", "Тер-", "директор, ", "отдел и ", "МКУ ", "(Громова А. А.) ",
        "Громова А. А., директор школы, ", "директор – ", "№ 5, ", "от "}) {
    CAPTURE(piece);
    std::string phrase;
    while (phrase.size() < 200'000) phrase += piece;
    test::PreparedText prepared(phrase);
    Passage passage = prepared.passage();
    for (const char* how : {"list", "prose", "at"}) {
      for (const FoundParty& party : read(how, Case::none, passage))
        CHECK(party.tokens.to <= passage.tokens.to);
    }
  }
}
