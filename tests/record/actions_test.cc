// Actions, row by row.
#include "record/actions.h"

#include <doctest/doctest.h>

#include "record/readings.h"
#include "rows.h"

using namespace protokol;

namespace {

std::optional<FoundAction> action_of(const std::string& wording, Asked asked = Asked::nobody) {
  return find_action(test::PreparedText(wording).passage(), asked, test::language());
}

}  // namespace

TEST_CASE("actions") {
  for (const test::Row& row : test::rows("record/actions.tsv")) {
    CAPTURE(row.line);
    REQUIRE(row.cells.size() == 3);
    Asked asked = row.cells[0] == "somebody" ? Asked::somebody : Asked::nobody;
    test::PreparedText phrase(row.cells[1]);
    CHECK(dump(find_action(phrase.passage(), asked, test::language()), phrase.passage()) == row.cells[2]);
  }
}

TEST_CASE("a leaf's action under its lead-in") {
  auto recommend = action_of("Рекомендовать главам поселений:");
  auto approve = action_of("Утвердить:");
  CHECK(action_of_leaf(recommend, action_of("провести анализ")) == Action::recommend);
  CHECK(action_of_leaf(recommend, action_of("утвердить графики")) == Action::recommend);
  CHECK(action_of_leaf(recommend, action_of("просить область о помощи")) == Action::request);
  CHECK(action_of_leaf(approve, action_of("положение о кассе")) == Action::approve);
  CHECK(action_of_leaf(approve, action_of("порядок дежурств")) == Action::approve);
  CHECK(action_of_leaf(std::nullopt, action_of("списки – в архив")) == Action::assign);
  CHECK(action_of_leaf(std::nullopt, std::nullopt) == Action::assign);
}
