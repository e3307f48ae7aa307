// Titles compared by their letters, and told from decisions by having no operative verb.
#include "record/titles.h"

#include <algorithm>

#include "record/actions.h"
#include "record/groups.h"

namespace protokol {

namespace {

constexpr std::size_t shortest_prefix = 24;
constexpr std::uint32_t longest_title = 60;  // tokens

/// The letters and digits of a passage, small, without what stands in brackets at its end.
std::string key_of(const Passage& passage) {
  std::string key;
  constexpr std::size_t longest = 160;
  for (std::uint32_t t = passage.tokens.from; t < passage.tokens.to && key.size() < longest; ++t) {
    if (is_sign(*passage.text, t, "(") && !key.empty()) break;
    if (passage.token(t).kind != TokenKind::sign) key += passage.at(t);
  }
  return key;
}

bool same_title(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return false;
  if (a == b) return true;
  const std::size_t common = std::min(a.size(), b.size());
  return common >= shortest_prefix && a.compare(0, common, b, 0, common) == 0;
}

bool ends_agenda(const Unit& unit) {
  if (!unit.heading.found()) return false;
  return unit.heading.section.has_value();
}

}  // namespace

Titles::Titles(const Outline& outline, const Language& language) {
  read_agenda(outline);
  find_titles(outline, language);
}

void Titles::read_agenda(const Outline& outline) {
  const auto& units = outline.units;
  auto unit = std::ranges::find_if(units, [](const Unit& one) { return one.heading.section == SectionKind::agenda; });
  if (unit == units.end()) return;
  for (++unit; unit != units.end() && !ends_agenda(*unit); ++unit) {
    const std::string key = key_of(outline.content(*unit));
    if (std::ranges::any_of(keys_, [&key](const std::string& known) { return same_title(known, key); })) break;
    const bool counted = unit->marker.kind != MarkerKind::none && !unit->marker.text.empty();
    const bool named = unit->heading.names_question && !unit->heading.questions.empty();
    std::string number = named ? unit->heading.questions.front() : counted ? unit->marker.text : std::string();
    if (number.empty() && unit->marker.kind != MarkerKind::bullet) continue;
    if (number.empty()) number = std::to_string(numbers_.size() + 1);
    if (std::ranges::find(numbers_, number) != numbers_.end()) break;
    numbers_.push_back(std::move(number));
    keys_.push_back(key);
  }
}

void Titles::find_titles(const Outline& outline, const Language& language) {
  const auto& units = outline.units;
  const auto agenda =
      std::ranges::find_if(units, [](const Unit& one) { return one.heading.section == SectionKind::agenda; });
  const auto behind = static_cast<std::uint32_t>(agenda == units.end() ? 0 : agenda - units.begin() + 1 + static_cast<std::ptrdiff_t>(numbers_.size()));
  const std::string_view titles = group_named(language.grammar, "title");
  for (std::uint32_t i = behind; i < units.size(); ++i) {
    const Unit& unit = units[i];
    const Passage content = outline.content(unit);
    if (unit.kind == UnitKind::row || content.empty() || content.tokens.size() > longest_title) continue;
    if (unit.heading.section) continue;
    if (!keys_.empty()) {
      const std::string key = key_of(content);
      const auto same = std::ranges::find_if(keys_, [&key](const std::string& known) { return same_title(known, key); });
      if (same != keys_.end()) questions_[i] = numbers_[static_cast<std::size_t>(same - keys_.begin())];
    } else if (unit.marker.path.size() == 1 && !titles.empty()) {
      const auto marks = language.grammar.find(*content.text, content.tokens, titles);
      const bool begins = !marks.empty() && marks.front().tokens.from == content.tokens.from;
      if (begins && !find_action(content, Asked::nobody, language)) questions_[i] = unit.marker.text;
    }
  }
}

const std::string* Titles::question_of(std::uint32_t unit) const {
  const auto question = questions_.find(unit);
  return question == questions_.end() ? nullptr : &question->second;
}

bool Titles::is_title(std::uint32_t unit) const { return questions_.contains(unit); }

}  // namespace protokol
