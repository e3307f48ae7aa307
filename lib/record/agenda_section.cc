// The agenda's own section: items, their points, lines of speakers, rows.
#include <algorithm>
#include <optional>
#include <string>

#include "record/agenda_list.h"
#include "record/list_marks.h"
#include "record/parties.h"

namespace protokol {

namespace {

/// No longer post stands before the name in a line of speakers, in tokens.
constexpr std::uint32_t longest_post = 7;

/// No more titles are compared with a line of capitals.
constexpr std::size_t most_titles = 100;

bool is_numbered(const Marker& marker) {
  return marker.kind == MarkerKind::number || marker.kind == MarkerKind::letter ||
         marker.kind == MarkerKind::roman;
}

/// The units of one agenda section.
class SectionReading {
 public:
  SectionReading(const Outline& outline, const Section& section, const Language& language, AgendaList& list)
      : outline_(outline), section_(section), language_(language), list_(list) {
    for (std::uint32_t i = section.from; i < section.to; ++i) {
      numbered_ = numbered_ || is_numbered(outline.units[i].marker);
    }
  }

  void read() {
    for (std::uint32_t i = section_.from; i < section_.to; ++i) {
      const Unit& unit = outline_.units[i];
      Passage content = outline_.content(unit);
      if (unit.kind == UnitKind::row) {
        read_row(unit);
      } else if (i > section_.from && repeats_title(content)) {
        return;  // the minutes have begun
      } else {
        read_line(unit, content);
      }
    }
  }

 private:
  void read_line(const Unit& unit, const Passage& content) {
    if (content.empty() && !is_numbered(unit.marker)) return;
    if (unit.heading.section == SectionKind::vote) return;  // «За повестку – единогласно.»
    const MarkList marks = list_marks(content, "agenda", language_.grammar);
    if (has_kind(marks, "utter")) return;
    bool first = list_.empty();
    if (unit.heading.names_question && !unit.heading.questions.empty() && !content.empty()) {
      Passage words = outline_.whole(unit).within(unit.heading.tokens);
      return list_.add(content, unit.heading.questions.front(), source(words));
    }
    bool labelled = !marks.empty() && marks.front().kind == "reporter" && opens(content, marks.front());
    const bool bracket = !content.empty() && is_sign(*content.text, content.tokens.from, "(");
    const Passage people = bracket ? trimmed(content, "().") : content;  // «(Котов И. И., Рыжик А. А.)»
    bool speakers = !has_kind(marks, "misc") && names_speakers(people, is_numbered(unit.marker));
    labelled =
        labelled && (unit.marker.kind == MarkerKind::none || names_only_people(content, marks.front()));
    if (!first && !content.empty() && (labelled || speakers))
      return list_.add_line_of_speakers(labelled ? content : people);
    if (is_numbered(unit.marker)) {
      list_.add(content, unit.marker.text, place_of(unit));
      opened_ = ends_with_colon(content) || (has_kind(marks, "misc") && content.tokens.size() <= 2);
      return;
    }
    if (!first && list_.items().back().title.empty()) return list_.complete(content);
    if (numbered_ && unit.marker.kind == MarkerKind::none && (first || !opened_)) return;
    if (unit.marker.kind == MarkerKind::none && ends_with_colon(content) && first) return;
    list_.add(content, {}, {});
  }

  /// «(докладчик …)»; in «План. Докладчик …» a word stands before it.
  static bool opens(const Passage& content, const Mark& mark) {
    const std::uint32_t from = content.tokens.from;
    return mark.tokens.from == from || (mark.tokens.from == from + 1 && !is_word(*content.text, from));
  }

  Span place_of(const Unit& unit) const {
    return unit.marker.tokens.empty() ? Span{} : source(outline_.whole(unit).within(unit.marker.tokens));
  }

  /// A numbered line is one of speakers only where it begins with a name: «О чём – Котов И. И.» is none.
  bool names_speakers(const Passage& content, bool numbered) const {
    const std::vector<FoundParty> people = only_people(content, language_);
    if (people.empty() || is_short_title(content, people.front())) return false;
    const std::uint32_t before_name = people[0].name.empty() ? 0 : people[0].name.from - content.tokens.from;
    if (before_name > (numbered ? 0 : longest_post)) return false;
    for (std::uint32_t t = content.tokens.from; t < content.tokens.from + before_name; ++t) {
      if (is_sign(*content.text, t, "-") && content.token(t).space_before)
        return false;  // «Закупка дров – Котов»
    }
    return std::ranges::any_of(people, [](const FoundParty& one) { return one.kind == PartyKind::person; });
  }

  /// «2. Смета. Докладчик – Котов И. И.»: a thing alone, which might be a surname too.
  bool is_short_title(const Passage& content, const FoundParty& first) const {
    const std::string_view word = content.at(content.tokens.from);
    return first.name.size() <= 1 && is_word(*content.text, content.tokens.from) &&
           language_.dictionary.names_thing(word) &&
           !language_.people.in_any({PeopleTable::posts, PeopleTable::bodies}, word);
  }

  /// «2. Докладчик: Котов И. И., директор.»; «2. Отчёт директора Котова И. И.» is a title.
  bool names_only_people(const Passage& content, const Mark& label) const {
    if (label.value.starts_with("genitive") || label.tokens.to >= content.tokens.to) return false;
    return !only_people(content.within({label.tokens.to, content.tokens.to}), language_).empty();
  }

  bool ends_with_colon(const Passage& content) const {
    return !content.empty() && is_sign(*content.text, content.tokens.to - 1, ":");
  }

  /// An item's title, or its beginning, printed again in capitals.
  bool repeats_title(const Passage& content) const {
    if (content.empty() || list_.empty()) return false;
    if (!is_in_capitals(content)) return false;
    std::string again = prepare(wording(trimmed(content, " .:;")));
    const std::vector<AgendaItem>& items = list_.items();
    const auto last = items.begin() + static_cast<std::ptrdiff_t>(std::min(items.size(), most_titles));
    return std::any_of(items.begin(), last, [&again](const AgendaItem& item) {
      return prepare(item.title.value).starts_with(again);
    });
  }

  void read_row(const Unit& row) {
    std::optional<Passage> title, speaker;
    std::string number;
    Span number_span;
    for (const Passage& cell : row.cells) {
      if (cell.empty()) continue;
      if (has_kind(list_marks(cell, "agenda columns", language_.grammar), "column")) return;
      if (cell.tokens.size() <= 2 && cell.token(cell.tokens.from).kind == TokenKind::number) {
        if (!title && number.empty()) number = wording(trimmed(cell, " .)")), number_span = source(cell);
      } else if (!title) {
        title = cell;
      } else if (!speaker) {
        speaker = cell;
      }
    }
    if (!title) return;
    if (number.empty()) number = row.marker.text, number_span = place_of(row);
    list_.add(*title, number, number_span);
    if (speaker) list_.add_line_of_speakers(*speaker);
  }

  const Outline& outline_;
  const Section& section_;
  const Language& language_;
  AgendaList& list_;
  bool numbered_ = false;
  bool opened_ = false;  ///< «Разное:» came last: unnumbered lines are its points
};

}  // namespace

void read_agenda_section(const Outline& outline, const Section& section, const Language& language,
                         AgendaList& list) {
  SectionReading(outline, section, language, list).read();
}

}  // namespace protokol
