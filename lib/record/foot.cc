// The foot is found from the end: short lines of offices and names, and what is written behind them.
#include "record/foot.h"

#include <algorithm>

#include "record/groups.h"

namespace protokol {

namespace {

constexpr std::uint32_t longest_line = 32;  // tokens

/// An office («Председатель») at the start, or initials beside a surname and little else.
class Foot {
 public:
  Foot(const Outline& outline, const Language& language)
      : outline_(outline), grammar_(language.grammar), offices_(group_named(language.grammar, "office")) {}

  std::uint32_t find() const {
    const auto& units = outline_.units;
    auto begin = static_cast<std::uint32_t>(units.size());
    std::uint32_t passed = 0;  // units that may stand in a foot, but open none
    for (auto i = begin; i-- > 0;) {
      const Unit& unit = units[i];
      if (opens(unit)) {
        begin = i;
        passed = 0;
      } else if (!may_stand(unit) || ++passed > 6) {
        break;
      }
    }
    return begin;
  }

 private:
  bool begins_with_office(const Passage& passage) const {
    if (passage.empty() || offices_.empty()) return false;
    const std::vector<Mark> marks = grammar_.find(*passage.text, passage.tokens, offices_);
    return std::ranges::any_of(
        marks, [&passage](const Mark& mark) { return mark.tokens.from == passage.tokens.from; });
  }

  bool opens(const Unit& unit) const {
    if (unit.kind == UnitKind::row) return false;
    // «Члены комиссии:» heads a list of those present only in the head.
    const bool heads = unit.heading.found() && unit.heading.section != SectionKind::present;
    if (heads || unit.marker.kind == MarkerKind::number) return false;
    const Passage whole = outline_.whole(unit);
    return is_short(whole) && begins_with_office(whole);
  }

  bool may_stand(const Unit& unit) const {
    if (unit.kind == UnitKind::row) return false;
    if (unit.heading.section == SectionKind::appendix) return true;
    if (unit.heading.found()) return false;
    return unit.marker.kind == MarkerKind::none && is_short(outline_.whole(unit));
  }

  /// The places for two signatures beside each other are no words.
  static bool is_short(const Passage& line) {
    constexpr std::uint32_t longest_blanks = 200;
    std::uint32_t words = 0;
    if (line.tokens.size() > longest_blanks) return false;
    for (std::uint32_t t = line.tokens.from; t < line.tokens.to; ++t) words += is_sign(*line.text, t, "_") ? 0 : 1;
    return words <= longest_line;
  }

  const Outline& outline_;
  const Grammar& grammar_;
  std::string_view offices_;
};

}  // namespace

std::uint32_t foot_of(const Outline& outline, const Language& language) {
  return Foot(outline, language).find();
}

}  // namespace protokol
