// The first item that asks for something opens the list; headings and titles end it.
#include "record/headless_decisions.h"

#include "record/actions.h"
#include "record/lead_in.h"

namespace protokol {

namespace {

using enum SectionKind;

class HeadlessReading {
 public:
  HeadlessReading(std::vector<UnitPlace>& places, const Outline& outline, const Titles& titles,
                  const Language& language)
      : places_(places), outline_(outline), titles_(titles), language_(language) {}

  void find() {
    bool open = false;
    bool under_topics = false;  // the list began with a bullet under a number
    bool behind = false;        // the last question
    for (std::uint32_t i = 0; i < places_.size(); ++i) {
      const Unit& unit = outline_.units[i];
      SectionKind& kind = places_[i].kind;
      const bool possible = kind == head || kind == discussion || kind == vote ||
                            (is_attendance(kind) && (open || asks_somebody(i)));
      if (!possible || unit.heading.found()) {
        open = open && kind == vote;
        continue;
      }
      const bool item = unit.marker.kind == MarkerKind::number || unit.marker.kind == MarkerKind::roman ||
                        unit.marker.kind == MarkerKind::letter || unit.marker.kind == MarkerKind::bullet;
      if (!open && item && !titles_.is_title(i) && asks(unit)) {
        open = true;
        under_topics = unit.marker.kind == MarkerKind::bullet;
        if (i > 0 && leads_to(i)) places_[i - 1].kind = decisions;
      }
      if (titles_.is_title(i)) open = behind = false;
      if (!open) continue;
      if (under_topics && is_topic(i)) {
        kind = discussion;
        continue;
      }
      kind = decisions;
      behind = behind || is_behind_questions(i);
      if (behind) places_[i].questions.clear();
    }
  }

 private:
  /// «3. Контроль оставляю за собой» behind «2.1 …» and «2.2 …» on the second question.
  bool is_behind_questions(std::uint32_t i) const {
    const std::vector<std::string>& questions = places_[i].questions;
    const Marker& marker = outline_.units[i].marker;
    if (questions.size() != 1 || marker.kind != MarkerKind::number || marker.path.size() != 1) return false;
    std::uint32_t before = i;
    while (before > 0 && outline_.units[before - 1].marker.kind != MarkerKind::number) --before;
    if (before == 0) return false;
    const Marker& last = outline_.units[before - 1].marker;
    return last.path.size() > 1 && first_number(last) == questions.front() &&
           marker.path.front() == last.path.front() + 1;
  }

  /// «2. Замечания аудита.» over «– Котову К. К. ответить», where the first number, too, only named what the
  /// bullets decide.
  bool is_topic(std::uint32_t i) const {
    const Unit& unit = outline_.units[i];
    const Passage content = outline_.content(unit);
    const bool over_bullet =
        i + 1 < places_.size() && outline_.units[i + 1].marker.kind == MarkerKind::bullet;
    if (unit.marker.kind != MarkerKind::number || !over_bullet || content.empty()) return false;
    return !is_sign(*content.text, content.tokens.to - 1, ":") &&
           !names_addressees_only(content, language_) &&
           !has_operative_verb(content, Asked::nobody, language_);
  }

  /// «Главному инженеру» right over the first item.
  bool leads_to(std::uint32_t i) const {
    const Unit& before = outline_.units[i - 1];
    const bool plain = before.kind == UnitKind::paragraph && before.marker.kind == MarkerKind::none &&
                       !before.heading.found();
    return plain && places_[i - 1].kind == places_[i].kind &&
           names_addressees_only(outline_.content(before), language_);
  }

  /// «1. Котову К. К. – купить дрова.» right behind those present; «- купить дрова» behind a blank line or a
  /// number.
  bool asks_somebody(std::uint32_t i) const {
    const Unit& unit = outline_.units[i];
    const bool counted = i > 0 && outline_.units[i - 1].marker.kind == MarkerKind::number;
    const bool apart = unit.marker.kind == MarkerKind::bullet && (unit.blank_before > 0 || counted);
    if (unit.marker.kind != MarkerKind::number && !apart) return false;
    return has_operative_verb(outline_.content(unit), Asked::somebody, language_);
  }

  bool asks(const Unit& unit) const {
    const Passage content = outline_.content(unit);
    if (content.empty()) return false;
    return is_sign(*content.text, content.tokens.to - 1, ":") ||
           find_action(content, Asked::nobody, language_).has_value() ||
           names_addressees_only(content, language_);
  }

  std::vector<UnitPlace>& places_;
  const Outline& outline_;
  const Titles& titles_;
  const Language& language_;
};

}  // namespace

bool is_attendance(SectionKind kind) { return kind == present || kind == absent || kind == invited; }

void find_headless_decisions(std::vector<UnitPlace>& places, const Outline& outline, const Titles& titles,
                             const Language& language) {
  HeadlessReading(places, outline, titles, language).find();
}

void find_lettered_groups(std::vector<UnitPlace>& places, const Outline& outline) {
  const auto heads_group = [&outline](std::uint32_t i) { return outline.units[i].marker.sign == ']'; };
  std::uint32_t first = 0;
  while (first < places.size() && !heads_group(first)) ++first;
  bool decided = false;
  for (std::uint32_t i = first; i < places.size(); ++i)
    decided = decided || (heads_group(i) && places[i].kind == decisions);
  if (!decided) return;
  for (std::uint32_t i = first; i < places.size() && places[i].kind != decisions; ++i) {
    const SectionKind kind = places[i].kind;
    if (kind == head || kind == discussion || kind == present || kind == absent || kind == invited)
      places[i].kind = decisions;
  }
}

}  // namespace protokol
