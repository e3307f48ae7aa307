#include "record/list_markers.h"

#include <string>
#include <vector>

namespace protokol {

namespace {

/// «А. ПЛОЩАДКИ», and farther down «Б. ДЕНЬГИ»: headings in capitals that are counted by letters.
void keep_shouted_letters(const Outline& outline, std::vector<bool>& kept) {
  std::vector<std::size_t> counted;
  for (std::size_t i = 0; i < outline.units.size(); ++i) {
    const Unit& unit = outline.units[i];
    const bool letter = unit.marker.kind == MarkerKind::letter && unit.marker.capital;
    if (!letter || unit.tokens.empty() || unit.marker.path.front() != counted.size() + 1) continue;
    const bool word = outline.texts[unit.text].at(unit.tokens.from).size() > 1;
    if (word && is_in_capitals(outline.content(unit))) counted.push_back(i);
  }
  if (counted.size() < 2) return;
  for (const std::size_t i : counted) kept[i] = true;
}

/// «А. …» may be an initial, «г. …» a town: a letter with a full stop is a marker only beside its like.
void drop_lone_letters(Outline& outline) {
  std::vector<Unit>& units = outline.units;
  const auto doubtful = [](const Unit& unit) {
    return unit.marker.kind == MarkerKind::letter && unit.marker.sign == '.';
  };
  std::vector<bool> kept(units.size(), false);
  for (std::size_t i = 0; i + 1 < units.size(); ++i) {
    if (!doubtful(units[i]) || !doubtful(units[i + 1])) continue;
    if (may_follow(units[i].marker, units[i + 1].marker)) kept[i] = kept[i + 1] = true;
  }
  keep_shouted_letters(outline, kept);
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!doubtful(units[i]) || kept[i]) continue;
    units[i].marker = Marker();
    if (!units[i].heading.found()) units[i].tokens.from = units[i].whole.from;
  }
}

/// The number that a line begins with where a capitalised word follows; 0 where none does.
std::size_t bare_number(const Outline& outline, const Unit& unit) {
  if (unit.kind != UnitKind::paragraph || unit.inside || unit.marker.kind != MarkerKind::none ||
      unit.heading.found() || unit.tokens.size() < 2)
    return 0;
  const TokenText& text = outline.texts[unit.text];
  const std::uint32_t first = unit.tokens.from;
  const Token& next = text.tokens[first + 1];
  if (text.tokens[first].kind != TokenKind::number || text.at(first).size() > 2) return 0;
  if (next.kind != TokenKind::word || !next.capital || !next.space_before) return 0;
  std::size_t number = 0;
  for (const char digit : text.at(first)) number = number * 10 + static_cast<std::size_t>(digit - '0');
  return number;
}

void mark_bare_number(Unit& unit, std::uint32_t number) {
  unit.marker.kind = MarkerKind::number;
  unit.marker.path = {number};
  unit.marker.text = std::to_string(number);
  unit.marker.tokens = {unit.tokens.from, unit.tokens.from + 1};
  ++unit.tokens.from;
}

/// «1 Ремонт крыши / 2 Покупка дров»: lines that count from one, without a sign behind the number.
void number_bare_lists(Outline& outline) {
  std::vector<Unit>& units = outline.units;
  for (std::size_t from = 0; from < units.size(); ++from) {
    std::size_t to = from;
    while (to < units.size() && bare_number(outline, units[to]) == to - from + 1) ++to;
    if (to < from + 2) continue;
    for (std::size_t i = from; i < to; ++i)
      mark_bare_number(units[i], static_cast<std::uint32_t>(i - from + 1));
    from = to - 1;
  }
}

}  // namespace

void settle_markers(Outline& outline) {
  drop_lone_letters(outline);
  number_bare_lists(outline);
}

}  // namespace protokol
