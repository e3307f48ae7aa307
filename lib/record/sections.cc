// Headings as turnings of a machine that goes through the units once; the foot is found from the end.
#include "record/sections.h"

#include <algorithm>
#include <array>
#include <utility>

#include "record/actions.h"
#include "record/columns.h"
#include "record/foot.h"
#include "record/headless_decisions.h"
#include "record/lead_in.h"
#include "record/sentences.h"
#include "record/titles.h"
#include "record/votes.h"

namespace protokol {

namespace {

using enum SectionKind;

class Machine {
 public:
  Machine(const Outline& outline, const Language& language)
      : outline_(outline),
        language_(language),
        titles_(outline, language),
        foot_(foot_of(outline, language)) {}

  std::vector<Section> run() {
    for (std::uint32_t i = 0; i < outline_.units.size(); ++i) place(i);
    if (!decided_) find_headless_decisions(placed_, outline_, titles_, language_);
    find_lettered_groups(placed_, outline_);
    number_silent_questions();
    return sections();
  }

 private:
  // ---- one unit

  void place(std::uint32_t i) {
    const Unit& unit = outline_.units[i];
    now_.kind = kind_behind(i);
    if (annex_) {
      now_.kind = appendix;
    } else if (i >= foot_ && (talked_ || !is_attendance(now_.kind))) {
      now_.kind = now_.kind == appendix || unit.heading.section == appendix ? appendix : signatures;
    } else if (unit.kind == UnitKind::row) {
      place_row(unit);
    } else if (unit.heading.section) {
      turn(i, unit);
    } else if (unit.heading.names_question) {
      turn_to_question(i, unit);
    } else if (const std::string* answered = titles_.answer_to(i)) {
      ask({*answered});
      now_.kind = decisions;
    } else if (const std::string* number = titles_.question_of(i); number && !in_list(i)) {
      ask(number->empty() ? std::vector<std::string>() : std::vector<std::string>{*number});
      now_.kind = discussion;
      talked_ = true;
    } else if (now_.kind == discussion && decides_question(unit)) {
      now_.kind = decisions;
    } else if (now_.kind == agenda && stands_out(unit)) {
      now_.kind = discussion;
    } else if (now_.kind == decisions && leaves_list(unit)) {
      now_.kind = discussion;
    } else if (now_.kind == decisions && numbers_next_question(unit)) {
      ask({unit.marker.text});
      now_.kind = discussion;
    }
    if (now_.kind == decisions && follows_last_question(unit)) now_.questions.clear();
    note_number(unit);
    if (now_.kind == decisions && !unit.tokens.empty()) {
      fresh_ = false;
      marked_block_ = marked_block_ || unit.marker.kind != MarkerKind::none;
    }
    placed_.push_back(now_);
  }

  /// «3.1. Принять Котова К. К. в пайщики» under «3. Разное», where decisions have had numbers of two levels;
  /// «– купить дрова» right under a question's title.
  bool decides_question(const Unit& unit) const {
    const Marker& marker = unit.marker;
    const std::size_t i = placed_.size();
    if (marker.kind == MarkerKind::bullet && i > 0 && titles_.is_title(static_cast<std::uint32_t>(i - 1)))
      return decided_ && has_operative_verb(outline_.content(unit), Asked::nobody, language_);
    const bool nested =
        marker.kind == MarkerKind::number && marker.path.size() == 2 && marker.path.back() == 1;
    if (!nested || !decided_ || now_.questions.size() != 1 || first_number(marker) != now_.questions.front())
      return false;
    return has_operative_verb(outline_.content(unit), Asked::nobody, language_);
  }

  /// A bold line behind the agenda's plain items heads what follows. A speaker may stand in italics, in
  /// brackets.
  bool stands_out(const Unit& unit) const {
    if (!unit.emphasis || unit.marker.kind != MarkerKind::none || unit.tokens.empty() || placed_.empty())
      return false;
    if (is_sign(outline_.texts[unit.text], unit.tokens.from, "(")) return false;
    const Unit& before = outline_.units[placed_.size() - 1];
    return !before.emphasis && before.heading.section != agenda;
  }

  /// «8. Голосовали», «2.4. Дата составления» behind the items of «7. Комиссия решила:», «2.2. Содержание
  /// решений:»: the outer list goes on.
  bool leaves_list(const Unit& unit) const {
    const Marker& marker = unit.marker;
    if (marker.kind != MarkerKind::number || outer_.kind != MarkerKind::number) return false;
    const bool sibling =
        marker.path.size() == outer_.path.size() && marker.sign == outer_.sign && may_follow(outer_, marker);
    const bool deeper_before = listed_.path.size() > marker.path.size();
    const bool other_count = marker.path.size() > 1 && listed_.path.size() < marker.path.size();
    return sibling && (deeper_before ? outer_heads_ : other_count && !may_follow(listed_, marker));
  }

  /// «3. Выборы комитета.» behind «2. По второму вопросу … / Решение: …», where no decision has a number: the
  /// next question, which asks for nothing itself.
  bool numbers_next_question(const Unit& unit) const {
    const Marker& marker = unit.marker;
    if (marker.kind != MarkerKind::number || unit.heading.found() || marked_block_ || outer_heads_)
      return false;
    if (now_.questions.size() != 1 || now_.questions.front() != outer_.text) return false;
    const bool next = listed_.path == outer_.path && marker.path.size() == 1 && may_follow(outer_, marker);
    const Passage content = outline_.content(unit);
    if (!next || content.empty()) return false;
    const Passage first = content.within(sentences_of(content, language_.dictionary).front());
    return !find_action(first, Asked::nobody, language_) && !names_addressees_only(first, language_);
  }

  /// «3. Контроль возложить на …» behind «2.2. …» on the second question, the last one: on none of them.
  bool follows_last_question(const Unit& unit) const {
    const Marker& marker = unit.marker;
    if (marker.kind != MarkerKind::number || marker.path.size() != 1 || unit.heading.found()) return false;
    if (now_.questions.size() != 1 || now_.questions.front() != outer_.text || listed_.path.size() < 2 ||
        counts_from_one_)
      return false;
    return may_follow(outer_, marker) && first_number(listed_) == outer_.text;
  }

  void note_number(const Unit& unit) {
    if (unit.marker.kind != MarkerKind::number || now_.kind == vote) return;
    if (now_.kind != decisions || unit.heading.section == decisions) {
      outer_ = unit.marker;
      outer_heads_ = unit.heading.section == decisions;
    } else {
      counts_from_one_ = counts_from_one_ || unit.marker.path.size() == 1;
    }
    listed_ = unit.marker;
  }

  /// A vote is one unit long, then what it closed goes on; so is a decision under a heading of its own.
  SectionKind kind_behind(std::uint32_t i) {
    const Unit& unit = outline_.units[i];
    // «Решение № 1.» alone on its line, over «1.1. …», heads a list.
    const bool heads_list =
        i > 0 && outline_.units[i - 1].tokens.empty() && unit.marker.kind != MarkerKind::none;
    if (std::exchange(one_item_, unit.heading.one_item) && !heads_list && !unit.heading.found())
      return discussion;
    if (now_.kind != vote) return now_.kind;
    const bool listed = unit.marker.kind != MarkerKind::none || unit.kind == UnitKind::row;
    if (before_vote_ != decisions) return before_vote_;
    return listed || !marked_block_ ? decisions : discussion;
  }

  void place_row(const Unit& row) {
    if (const auto columns = columns_of(row, language_)) {
      table_ = row.table;
      if (has(*columns, Column::in_favour) && !has(*columns, Column::task)) {
        table_kind_ = vote;
      } else if (has(*columns, Column::task)) {
        table_kind_ = decisions;
      } else {
        table_kind_ = now_.kind;
      }
    }
    if (row.table != table_) return;
    if (table_kind_ == vote && now_.kind != vote) before_vote_ = now_.kind;
    if (table_kind_ == decisions && now_.kind != decisions) begin_decisions();
    now_.kind = table_kind_;
  }

  void turn(std::uint32_t i, const Unit& unit) {
    const Heading& heading = unit.heading;
    const SectionKind wanted = heads_decision(unit) ? decisions : *heading.section;
    if (now_.kind == head && (heading.inner || names_document(i))) {
      one_item_ = false;
      return;
    }
    if (heading.first && now_.kind != head) return;
    if (!is_open_to(wanted, i)) {
      if (wanted == agenda && (now_.kind == heard || now_.kind == spoke)) now_.kind = spoke;
      return;
    }
    if (wanted == vote) {
      if (now_.kind != vote) before_vote_ = now_.kind;
      if (!heading.questions.empty()) now_.questions = heading.questions;
      since_ = now_.questions;
      voted_ = true;
      now_.kind = vote;
      return;
    }
    if (heading.names_question && !heading.questions.empty()) {
      if (wanted != decisions) forget_listed(heading.questions);
      ask(heading.questions);
    } else if (wanted == discussion && titles_.is_title(i)) {
      ask({unit.marker.text});
    } else if (wanted == heard || wanted == spoke || wanted == decisions) {
      question_by_marker(unit, wanted);
    }
    if (wanted == decisions) {
      // «Решение» at the end, behind the talk on every question, answers none of them alone.
      if (!heading.names_question && since_.size() > 1 && !answered_) now_.questions.clear();
      begin_decisions();
      grouped_by_question_ = heading.groups;
    }
    if (wanted == heard || wanted == spoke) heard_ = true;
    // «РЕШЕНИЕ» on the first line is the document's kind, and those present may follow.
    const bool names_kind = i == 0 && unit.tokens.empty();
    if (!names_kind && (wanted == heard || wanted == spoke || wanted == decisions)) talked_ = true;
    now_.kind = wanted;
    annex_ = annex_ || (wanted == appendix && heading.annex);
  }

  /// «РЕШЕНИЕ № 4» alone on its line, the only one of its like: the document's kind and number.
  bool names_document(std::uint32_t i) const {
    if (!outline_.units[i].heading.one_item || !outline_.units[i].tokens.empty()) return false;
    return std::ranges::count_if(outline_.units, [](const Unit& unit) { return unit.heading.one_item; }) == 1;
  }

  /// Lists of those present stand before the talk; a distribution list behind it; the agenda once.
  bool is_open_to(SectionKind wanted, std::uint32_t i) const {
    switch (wanted) {
      case present:
      case absent:
      case invited:
        return !talked_;
      case agenda:
        return !asked_ && !heard_;
      case appendix:
        return i * 4 >= outline_.units.size() * 3 || (decided_ && outline_.units[i].heading.annex);
      case vote:
        return now_.kind != head && now_.kind != agenda;
      default:
        return true;
    }
  }

  void begin_decisions() {
    answered_ = answered_ || since_.size() == 1;
    since_.clear();
    decided_ = true;
    fresh_ = true;
    grouped_by_question_ = marked_block_ = counts_from_one_ = false;
  }

  void turn_to_question(std::uint32_t i, const Unit& unit) {
    const bool stays = now_.kind == decisions && (fresh_ || grouped_by_question_);
    if (now_.kind == agenda && !agenda_ends(i)) return;  // «Вопрос 1. Тема» within the agenda
    forget_listed(unit.heading.questions);
    ask(unit.heading.questions);
    if (stays) {
      grouped_by_question_ = true;
      return;
    }
    talked_ = true;
    now_.kind = discussion;
  }

  /// Within the agenda «Вопрос 2.» is an item, unless its number was there already.
  bool agenda_ends(std::uint32_t i) const {
    const Heading& heading = outline_.units[i].heading;
    if (heading.questions.empty()) return true;
    for (std::uint32_t before = i; before-- > 0 && placed_[before].kind == agenda;) {
      const Unit& unit = outline_.units[before];
      const bool same =
          unit.marker.text == heading.questions.front() || unit.heading.questions == heading.questions;
      if (same) return true;
    }
    const std::uint32_t next = i + 1;
    return next < outline_.units.size() && outline_.units[next].heading.section.has_value();
  }

  /// A question that is named again was only listed before; now it is talked of.
  void forget_listed(const std::vector<std::string>& questions) {
    if (!questions.empty() && std::ranges::find(since_, questions.front()) != since_.end()) since_.clear();
  }

  void ask(std::vector<std::string> questions) {
    // What was voted on is answered once another question is asked.
    if (std::exchange(voted_, false) && questions != now_.questions) since_.clear();
    now_.questions = std::move(questions);
    if (now_.questions.empty()) return;
    asked_ = true;
    for (const std::string& question : now_.questions) {
      if (std::ranges::find(since_, question) == since_.end()) since_.push_back(question);
    }
  }

  /// «4. СЛУШАЛИ:», «1.2. Решили:»: the first number is the question's.
  void question_by_marker(const Unit& unit, SectionKind wanted) {
    const Marker& marker = unit.marker;
    const bool counted = marker.kind == MarkerKind::number || marker.kind == MarkerKind::roman;
    if (!counted || goes_on_with_list(marker)) return;
    if (marker.path.size() == 1 && wanted != heard && now_.kind != agenda && asked_by_marker_ &&
        !is_next_question(marker))
      return;
    asked_by_marker_ = true;
    ask({first_number(marker)});
  }

  /// «4. Постановили: …» behind the talk on the third question of four.
  bool is_next_question(const Marker& marker) const {
    const std::vector<std::string>& numbers = titles_.agenda_numbers();
    const auto now =
        now_.questions.size() == 1 ? std::ranges::find(numbers, now_.questions.front()) : numbers.end();
    return now != numbers.end() && now + 1 != numbers.end() && *(now + 1) == marker.text;
  }

  /// «6. Заслушали …» behind «5. Поступило 4 заявки»: the number counts clauses, not questions.
  bool goes_on_with_list(const Marker& marker) const {
    if (marker.path.size() > 1 || now_.kind == agenda || now_.kind == decisions || now_.kind == vote)
      return false;
    return listed_.kind == marker.kind && marker.path.back() > 1 && may_follow(listed_, marker) &&
           !asked_by_marker_ && outer_.path == listed_.path;
  }

  bool in_list(std::uint32_t i) const {
    return now_.kind == decisions && outline_.units[i].marker.path.size() > 1;
  }

  // ---- the whole document

  /// «Решение принято: заключить договор …»: what was put to the vote stands behind its verdict.
  bool heads_decision(const Unit& unit) const {
    const Passage content = outline_.content(unit);
    const std::uint32_t sign = unit.heading.tokens.to;
    if (!unit.heading.verdict || content.empty() || !is_sign(*content.text, sign, ":")) return false;
    return has_operative_verb(content, Asked::nobody, language_) && !is_vote_line(content, language_);
  }

  /// «Слушали … Решили … Слушали … Решили …» without a word of questions: one after another, where there are
  /// as many as the agenda has items.
  void number_silent_questions() {
    if (asked_ || asked_by_marker_) return;
    const std::vector<std::string>& numbers = titles_.agenda_numbers();
    std::vector<std::uint32_t> starts;
    SectionKind last = head;
    for (std::uint32_t i = 0; i < placed_.size(); ++i) {
      const SectionKind kind = placed_[i].kind;
      const bool talk = kind == heard || kind == spoke || kind == discussion;
      const bool was_talk = last == heard || last == spoke || last == discussion;
      if (talk && !was_talk) starts.push_back(i);
      if (kind != last) last = kind;
    }
    if (starts.size() != numbers.size()) return;
    for (std::size_t n = 0; n < starts.size(); ++n) {
      const std::uint32_t end =
          n + 1 < starts.size() ? starts[n + 1] : static_cast<std::uint32_t>(placed_.size());
      for (std::uint32_t i = starts[n]; i < end; ++i) placed_[i].questions = {numbers[n]};
    }
  }

  std::vector<Section> sections() const {
    std::vector<Section> sections;
    for (std::uint32_t i = 0; i < placed_.size(); ++i) {
      const UnitPlace& place = placed_[i];
      const bool heads = outline_.units[i].heading.section == place.kind && place.kind != head;
      const bool same = !sections.empty() && sections.back().kind == place.kind &&
                        sections.back().questions == place.questions && !heads;
      if (same) {
        sections.back().to = i + 1;
      } else {
        sections.push_back({place.kind, place.questions, i, i + 1});
      }
    }
    return sections;
  }

  const Outline& outline_;
  const Language& language_;
  Titles titles_;
  std::uint32_t foot_;
  std::vector<UnitPlace> placed_;
  UnitPlace now_;
  SectionKind before_vote_ = head, table_kind_ = head;
  std::uint16_t table_ = 0;
  bool talked_ = false, heard_ = false, decided_ = false, asked_ = false, asked_by_marker_ = false;
  bool annex_ = false;                ///< an annex has begun: nothing behind it is the protocol's
  bool one_item_ = false;             ///< the last unit was a decision under a heading of its own
  bool outer_heads_ = false;          ///< `outer_` stands before the heading of the decisions
  Marker outer_;                      ///< the last number outside decisions, or of the heading over them
  Marker listed_;                     ///< the last number of all
  bool voted_ = false;                ///< behind the last question
  std::vector<std::string> since_;    ///< questions asked since the last decisions
  bool answered_ = false;             ///< decisions on one question were there
  bool fresh_ = false;                ///< nothing has been decided yet under the heading of decisions
  bool grouped_by_question_ = false;  ///< its decisions stand under names of questions
  bool counts_from_one_ = false;      ///< its items have numbers of one level
  bool marked_block_ = false;         ///< its decisions have numbers or bullets
};

std::string_view name_of(SectionKind kind) {
  constexpr std::array<std::string_view, 12> names{"head",      "present", "absent",     "invited",
                                                   "agenda",    "heard",   "spoke",      "discussion",
                                                   "decisions", "vote",    "signatures", "appendix"};
  return names[static_cast<std::size_t>(kind)];
}

}  // namespace

std::vector<Section> sections_of(const Outline& outline, const Language& language) {
  return Machine(outline, language).run();
}

std::string dump(const std::vector<Section>& sections, const Outline& outline) {
  std::string lines;
  for (const Section& section : sections) {
    lines += name_of(section.kind);
    for (const std::string& question : section.questions) lines += " " + question;
    lines += " " + std::to_string(section.to - section.from) + ": " +
             wording(outline.whole(outline.units[section.from])) + "\n";
  }
  return lines;
}

}  // namespace protokol
