// Votes, row by row: what is found, and what remains of the wording.
#include "record/votes.h"

#include <doctest/doctest.h>

#include <vector>

#include "record/readings.h"
#include "record/vote_atoms.h"
#include "rows.h"

using namespace protokol;

namespace {

/// The wording without the removals, pieces parted by a tilde.
std::string remaining(const Passage& passage, const std::vector<FoundVote>& votes) {
  std::string rest;
  std::uint32_t from = passage.tokens.from;
  auto add = [&](std::uint32_t to) {
    if (from >= to) return;
    if (!rest.empty()) rest += '~';
    rest += wording(passage.within({from, to}));
  };
  for (const FoundVote& vote : votes) {
    if (vote.removal.empty()) continue;
    add(vote.removal.from);
    from = vote.removal.to;
  }
  add(passage.tokens.to);
  return rest;
}

std::vector<test::PreparedText> cells_of(const std::string& row) {
  std::vector<test::PreparedText> cells;
  std::size_t from = 0;
  for (std::size_t bar; (bar = row.find('|', from)) != std::string::npos; from = bar + 1) {
    cells.emplace_back(row.substr(from, bar - from));
  }
  cells.emplace_back(row.substr(from));
  return cells;
}

std::vector<Passage> passages_of(const std::vector<test::PreparedText>& cells) {
  std::vector<Passage> passages;
  for (const test::PreparedText& cell : cells) passages.push_back(cell.passage());
  return passages;
}

}  // namespace

TEST_CASE("votes") {
  for (const test::Row& row : test::rows("record/votes.tsv")) {
    CAPTURE(row.line);
    REQUIRE(row.cells.size() == 4);
    test::PreparedText phrase(row.cells[0]);
    Passage passage = phrase.passage();
    std::vector<FoundVote> votes = find_votes(passage, test::language());
    CHECK(dump(votes, passage) == row.cells[1]);
    CHECK(remaining(passage, votes) == row.cells[2]);
    CHECK((is_vote_line(passage, test::language()) ? "line" : "part") == row.cells[3]);
  }
}

TEST_CASE("rows of votes") {
  std::vector<test::PreparedText> head = cells_of("Член правления|За|Против|Возд.");
  std::optional<VoteColumns> columns = vote_columns(passages_of(head), test::language());
  REQUIRE(columns.has_value());
  std::vector<test::PreparedText> total = cells_of("ИТОГО|5|нет|1");
  CHECK(is_total_row(passages_of(total), test::language()));
  std::optional<Vote> vote = vote_of_row(*columns, passages_of(total), test::language());
  REQUIRE(vote.has_value());
  CHECK(vote->in_favour == 5);
  CHECK(vote->against == 0);
  CHECK(vote->abstained == 1);

  std::vector<test::PreparedText> member = cells_of("Котова А. А.|+||");
  CHECK_FALSE(is_total_row(passages_of(member), test::language()));
  CHECK_FALSE(vote_of_row(*columns, passages_of(member), test::language()).has_value());
  std::vector<test::PreparedText> tasks = cells_of("№|Решение|Срок");
  CHECK_FALSE(vote_columns(passages_of(tasks), test::language()).has_value());
}

TEST_CASE("item numbers spelled out") {
  CHECK(spelled_out("2, 3") == std::vector<std::string>{"2", "3"});
  CHECK(spelled_out("6 - 8 и 10") == std::vector<std::string>{"6", "7", "8", "10"});
  CHECK(spelled_out("1.1-1.3") == std::vector<std::string>{"1.1", "1.2", "1.3"});
  CHECK(spelled_out("3-1") == std::vector<std::string>{"3", "1"});
  CHECK(spelled_out("\"а\" - \"в\"") == std::vector<std::string>{"а", "б", "в"});
  CHECK(spelled_out("1-99999999").size() == 2);
  CHECK(spelled_out("").empty());
}

TEST_CASE("long texts are read in time") {
  std::string text;
  for (int i = 0; i < 100000; ++i)
    text += i % 3 == 0 ? "(за 5 " : i % 3 == 1 ? "5 чел. против " : "п. 5, принято ";
  test::PreparedText phrase(text);
  CHECK(find_votes(phrase.passage(), test::language()).size() < 100000);
}
