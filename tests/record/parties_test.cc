// People, posts and bodies, row by row.
#include "record/parties.h"

#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "rows.h"

using namespace protokol;

namespace {

const Language& language() {
  static const Language once = [] {
    std::filesystem::path data = PROTOKOL_DATA_DIR;
    std::vector<std::filesystem::path> folders{data / "grammars"};
    return load_language(data / "dictionary.bin", folders);
  }();
  return once;
}

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
    std::vector<Span> pieces{{0, static_cast<std::uint32_t>(phrase.size())}};
    TokenText text = tokenize(prepare(phrase, pieces), phrase);
    Passage passage{&text, phrase, {0, text.size()}};
    std::vector<FoundParty> found = read(row.cells[0], case_called(row.cells[1]), passage);
    CHECK(on_one_line(found) == (row.cells.size() > 3 ? row.cells[3] : ""));
    for (const FoundParty& party : found) {
      CHECK(party.tokens.from < party.tokens.to);
      CHECK(party.tokens.to <= text.size());
      CHECK(party.party.span.to <= phrase.size());
    }
  }
}
