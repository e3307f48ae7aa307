// Whole lists of decisions, from the lines of a protocol to what each decision says.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>

#include "emit/names.h"
#include "input/plain_text.h"
#include "parser.h"
#include "readings.h"
#include "rows.h"

using namespace protokol;

namespace {

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size()) {
    text.replace(at, what.size(), by);
  }
}

std::string party(const Party& one) {
  if (one.name.empty()) return one.group.empty() ? one.role : one.group;
  return one.role.empty() ? one.name : one.name + " (" + one.role + ")";
}

/// «unanimous», «5-0-1»: for, against, abstained; what nobody told is «?».
std::string vote_line(const Vote& vote) {
  if (vote.unanimous) return "unanimous";
  const auto figure = [](std::optional<double> count) { return count ? fmt::format("{}", *count) : "?"; };
  return figure(vote.in_favour) + "-" + figure(vote.against) + "-" + figure(vote.abstained);
}

std::string line_of(const Decision& decision) {
  std::string line = decision.number.value + (decision.number.empty() ? "" : " ");
  for (const std::string& question : decision.agenda) line += "(" + question + ") ";
  line += std::string(name_of(decision.action)) + " «" + decision.text.value + "»";
  for (const Party& one : decision.addressees) line += " > " + party(one);
  for (const Party& one : decision.responsible) line += " = " + party(one);
  for (const Party& one : decision.control) line += " % " + party(one);
  for (const Deadline& one : decision.deadlines) line += " ! " + one.text;
  if (!decision.vote.empty()) line += " + " + vote_line(decision.vote);
  return line;
}

std::string decisions_of(std::string snippet) {
  replace_all(snippet, " / ", "\n");
  Document document;
  document.text = "Протокол № 1\nзаседания совета дома\n01.02.2024\n\n" + snippet + "\n";
  document.blocks = split_blocks(document.text);
  std::string lines;
  for (const Decision& decision : parse(document, test::language()).decisions) {
    lines += (lines.empty() ? "" : " / ") + line_of(decision);
  }
  return lines;
}

}  // namespace

TEST_CASE("decisions of whole lists") {
  for (const test::Row& row : test::rows("record/decisions.tsv")) {
    CAPTURE(row.line);
    REQUIRE(row.cells.size() == 2);
    CHECK(decisions_of(row.cells[0]) == row.cells[1]);
  }
}

TEST_CASE("whatever heads them, bullets are decisions") {
  const std::vector<test::Row> bullets = test::rows("record/decision_bullets.tsv");
  REQUIRE(bullets.size() == 1);
  for (const test::Row& heading : test::rows("record/decision_headings.tsv")) {
    CAPTURE(heading.cells[0]);
    CHECK(decisions_of(heading.cells[0] + " / " + bullets[0].cells[0]) == bullets[0].cells[1]);
  }
}
