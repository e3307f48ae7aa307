// The agenda: from its own section, else from the headings of questions, else from titles that stand as headings.
#include "record/agenda.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "record/agenda_item.h"
#include "record/headings.h"
#include "record/list_marks.h"
#include "record/titles.h"

namespace protokol {

namespace {

/// No longer post stands before the name in a line of speakers, in tokens.
constexpr std::uint32_t longest_post = 7;

bool has_mark(const MarkList& marks, std::string_view kind) {
  return std::ranges::any_of(marks, [kind](const Mark& mark) { return mark.kind == kind; });
}

bool is_numbered(const Marker& marker) {
  return marker.kind == MarkerKind::number || marker.kind == MarkerKind::letter || marker.kind == MarkerKind::roman;
}

bool is_in_capitals(const Passage& content) {
  bool capitals = false;
  for (std::uint32_t t = content.tokens.from; t < content.tokens.to; ++t) {
    const Token& token = content.token(t);
    if (token.kind == TokenKind::word && !token.capitals && token.to - token.from > 1) return false;
    capitals = capitals || token.capitals;
  }
  return capitals;
}

/// Items as they are found; knows where each part was taken from.
class AgendaList {
 public:
  explicit AgendaList(const Language& language) : language_(language) {}

  bool empty() const { return items_.empty(); }
  std::vector<AgendaItem>& items() { return items_; }
  bool knows(std::string_view number) const {
    return std::ranges::any_of(items_, [number](const AgendaItem& item) { return item.number.value == number; });
  }

  void add(const Passage& content, std::string number, Span number_span) {
    ItemWording wording_found = read_item(content, language_);
    AgendaItem item;
    item.number = {std::move(number), number_span, "layout.number"};
    item.title = title_of(wording_found.title);
    item.span = source(content);
    if (!number_span.empty()) item.span.from = std::min(item.span.from, number_span.from);
    items_.push_back(std::move(item));
    add_speakers(std::move(wording_found));
  }

  /// The title that stands in the next line behind a bare number.
  void complete(const Passage& content) {
    ItemWording found = read_item(content, language_);
    items_.back().title = title_of(found.title);
    items_.back().span.to = source(content).to;
    add_speakers(std::move(found));
  }

  /// A line that names the speakers of the item before it.
  void add_line_of_speakers(const Passage& line) {
    items_.back().span.to = source(line).to;
    ItemWording found{line.within({line.tokens.from, line.tokens.from}), {}, {}};
    const MarkList marks = list_marks(line, "agenda", language_.grammar);
    std::uint32_t from = line.tokens.from;
    auto read_until = [&](std::uint32_t to) {
      Passage piece = trimmed_people(trimmed(line.within({from, to}), "()"));
      if (piece.empty()) return;
      for (const FoundParty& party : read_parties(piece, Case::nominative, language_)) {
        found.speakers.push_back(party.party);
        found.speaker_spans.push_back(source(piece.within(party.tokens)));
      }
    };
    for (const Mark& mark : marks) {
      if (mark.kind != "reporter") continue;
      read_until(mark.tokens.from);
      from = mark.tokens.to;
    }
    read_until(line.tokens.to);
    add_speakers(std::move(found));
  }

  std::vector<Claim> claims() const {
    std::vector<Claim> claims;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const AgendaItem& item = items_[i];
      std::string field = "agenda[" + std::to_string(i) + "]";
      if (!item.number.span.empty()) claims.push_back({item.number.span, item.number.rule, field + ".number", item.number.value});
      if (!item.title.span.empty()) claims.push_back({item.title.span, item.title.rule, field + ".title", item.title.value});
      for (const Party& party : item.speakers) claims.push_back({party.span, party.rule, field + ".speakers", dump(party)});
    }
    return claims;
  }

 private:
  static Field title_of(const Passage& title) {
    if (title.empty()) return {};
    return {wording(title), source(title), "agenda.title"};
  }

  void add_speakers(ItemWording found) {
    for (std::size_t i = 0; i < found.speakers.size(); ++i) {
      found.speakers[i].span = found.speaker_spans[i];
      items_.back().speakers.push_back(std::move(found.speakers[i]));
    }
  }

  const Language& language_;
  std::vector<AgendaItem> items_;
};

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
    const MarkList marks = list_marks(content, "agenda", language_.grammar);
    if (has_mark(marks, "utter")) return;
    bool first = list_.empty();
    if (unit.heading.names_question && !unit.heading.questions.empty() && !content.empty()) {
      Passage words = outline_.whole(unit).within(unit.heading.tokens);
      return list_.add(content, unit.heading.questions.front(), source(words));
    }
    bool labelled = !marks.empty() && marks.front().kind == "reporter" && marks.front().tokens.from <= content.tokens.from + 1;
    bool speakers = !has_mark(marks, "misc") && names_speakers(content, is_numbered(unit.marker));
    labelled = labelled && (unit.marker.kind == MarkerKind::none || names_only_people(content, marks.front()));
    if (!first && !content.empty() && (labelled || speakers)) {
      return list_.add_line_of_speakers(content);
    }
    if (is_numbered(unit.marker)) {
      list_.add(content, unit.marker.text, place_of(unit));
      opened_ = ends_with_colon(content) || (has_mark(marks, "misc") && content.tokens.size() <= 2);
      return;
    }
    if (!first && list_.items().back().title.empty()) return list_.complete(content);
    if (numbered_ && unit.marker.kind == MarkerKind::none && (first || !opened_)) return;
    if (unit.marker.kind == MarkerKind::none && ends_with_colon(content) && first) return;
    list_.add(content, {}, {});
  }

  Span place_of(const Unit& unit) const {
    return unit.marker.tokens.empty() ? Span{} : source(outline_.whole(unit).within(unit.marker.tokens));
  }

  /// A numbered line is one of speakers only where it begins with a name: «О чём – Котов И. И.» is none.
  bool names_speakers(const Passage& content, bool numbered) const {
    const std::vector<FoundParty> people = only_people(content, language_);
    if (people.empty()) return false;
    const std::uint32_t before_name = people[0].name.empty() ? 0 : people[0].name.from - content.tokens.from;
    if (before_name > (numbered ? 0 : longest_post)) return false;
    for (std::uint32_t t = content.tokens.from; t < content.tokens.from + before_name; ++t) {
      if (is_sign(*content.text, t, "-") && content.token(t).space_before) return false;  // «Закупка дров – Котов»
    }
    return std::ranges::any_of(people, [](const FoundParty& one) { return one.kind == PartyKind::person; });
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
    return std::ranges::any_of(list_.items(), [&again](const AgendaItem& item) {
      return prepare(item.title.value).starts_with(again);
    });
  }

  void read_row(const Unit& row) {
    std::optional<Passage> title, speaker;
    std::string number;
    Span number_span;
    for (const Passage& cell : row.cells) {
      if (cell.empty()) continue;
      if (has_mark(list_marks(cell, "agenda columns", language_.grammar), "column")) return;
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

// ---- without a section of its own

/// An agenda that stands where no section of it may begin, behind elections: from its heading to the next one.
void read_late_agenda(const Outline& outline, const Language& language, AgendaList& list) {
  const auto& units = outline.units;
  const auto heading = std::ranges::find_if(units, [](const Unit& unit) { return unit.heading.section == SectionKind::agenda && unit.tokens.empty(); });
  if (heading == units.end()) return;
  const auto end = std::find_if(std::next(heading), units.end(), [](const Unit& unit) { return unit.heading.section.has_value(); });
  Section section{SectionKind::agenda, {}, static_cast<std::uint32_t>(heading - units.begin()), static_cast<std::uint32_t>(end - units.begin())};
  SectionReading(outline, section, language, list).read();
}

/// «(Котов И. И., Мышкин П. П.)» on the line below a title.
void add_speakers_below(const Outline& outline, std::uint32_t i, const Language& language, AgendaList& list) {
  if (i + 1 >= outline.units.size()) return;
  const Unit& next = outline.units[i + 1];
  const Passage below = outline.content(next);
  const bool bracket = !next.heading.found() && !below.empty() && is_sign(*below.text, below.tokens.from, "(");
  if (bracket && !only_people(trimmed(below, "()."), language).empty()) list.add_line_of_speakers(below);
}

/// «Вопрос 1. Подготовка к ремонту» across the columns of a table.
void read_question_row(const Unit& row, const Language& language, AgendaList& list) {
  const auto filled = [](const Passage& cell) { return !cell.empty(); };
  if (std::ranges::count_if(row.cells, filled) != 1) return;
  const Passage& cell = *std::ranges::find_if(row.cells, filled);
  const std::vector<Heading> headings = find_headings(cell, language);
  if (headings.empty() || headings[0].tokens.from != cell.tokens.from || headings[0].questions.size() != 1) return;
  const Passage title = cell.within({headings[0].tokens.to, cell.tokens.to});
  if (!is_title(title, language) || list.knows(headings[0].questions[0])) return;
  list.add(title, headings[0].questions[0], source(cell.within(headings[0].tokens)));
}

/// «Вопрос 4. О …», «По первому вопросу: О …».
void read_question_headings(const Outline& outline, const Language& language, AgendaList& list) {
  for (std::size_t i = 0; i < outline.units.size(); ++i) {
    const Unit& unit = outline.units[i];
    if (unit.kind == UnitKind::row) {
      read_question_row(unit, language, list);
      continue;
    }
    const Heading& heading = unit.heading;
    if (!heading.names_question || heading.questions.size() > 1 || (heading.section && *heading.section != SectionKind::agenda)) continue;
    Passage content = outline.content(unit);
    if (content.empty() && i + 1 < outline.units.size()) {
      const Unit& next = outline.units[i + 1];
      Passage below = outline.content(next);
      bool titled = !next.heading.found() && next.marker.kind == MarkerKind::none && next.kind == UnitKind::paragraph &&
                    has_mark(list_marks(below, "agenda", language.grammar), "topic");
      if (titled) content = below;
    }
    std::string number = heading.questions.empty() ? std::string() : heading.questions.front();
    if (!is_title(content, language) || (!number.empty() && list.knows(number))) continue;
    Passage words = outline.whole(unit).within(heading.tokens);
    list.add(content, number, number.empty() ? Span{} : source(words));
    add_speakers_below(outline, static_cast<std::uint32_t>(i), language, list);
  }
}

/// A line of capitals with a number right above a heading: «1) ПЕРЕХОД НА ЭЛЕКТРОННЫЙ БИЛЕТ».
bool is_shouted_title(const Outline& outline, std::uint32_t i) {
  const Unit& unit = outline.units[i];
  const bool headed = i + 1 < outline.units.size() && outline.units[i + 1].heading.section &&
                      *outline.units[i + 1].heading.section != SectionKind::vote;
  if (!headed || unit.heading.found() || unit.marker.path.size() != 1) return false;
  return is_in_capitals(outline.content(unit));
}

/// «I. О подготовке к паводку / (Котов И. И.)»: titles that stand as headings.
void read_titles(const Outline& outline, const Language& language, AgendaList& list) {
  const Titles titles(outline, language);
  for (std::uint32_t i = 0; i < outline.units.size(); ++i) {
    const Unit& unit = outline.units[i];
    const Passage content = outline.content(unit);
    if (unit.kind == UnitKind::row || content.empty()) continue;
    if (!titles.is_title(i) && !is_shouted_title(outline, i)) continue;
    list.add(content, unit.marker.text, source(outline.whole(unit).within(unit.marker.tokens)));
    add_speakers_below(outline, i, language, list);
  }
}

/// «4. СЛУШАЛИ: / О ремонте крыши. Тема …», «СЛУШАЛИ: / 1. Котов И. И. – О ремонте крыши».
void read_heard_titles(const Outline& outline, const std::vector<Section>& sections, const Language& language,
                       AgendaList& list) {
  for (const Section& section : sections) {
    if (section.kind != SectionKind::heard) continue;
    for (std::uint32_t i = section.from; i < section.to; ++i) {
      const Unit& unit = outline.units[i];
      Passage content = outline.content(unit);
      if (content.empty() || unit.kind == UnitKind::row) continue;
      const bool topic = has_mark(list_marks(content, "agenda", language.grammar), "topic");
      if (topic && section.questions.size() == 1 && !list.knows(section.questions.front())) {
        content.tokens.to = sentence_ends(content, {}).front();
        list.add(content, section.questions.front(), {});
      } else if (!topic && unit.marker.kind == MarkerKind::number && unit.marker.path.size() == 1 && !unit.heading.found()) {
        ItemWording item = read_item(content, language);
        const bool reported = !item.speakers.empty() && item.title.tokens.to == trimmed_title(content).tokens.to;
        if (reported && !item.title.empty()) list.add(content, unit.marker.text, source(outline.whole(unit).within(unit.marker.tokens)));
      }
    }
  }
}

/// «Об итогах года» over a decision that stands alone.
void read_title_of_head(const Outline& outline, const std::vector<Section>& sections, const Language& language,
                        AgendaList& list) {
  const auto decided = std::ranges::any_of(sections, [](const Section& one) {
    return one.kind == SectionKind::heard || one.kind == SectionKind::decisions;
  });
  if (sections.empty() || sections.front().kind != SectionKind::head || !decided) return;
  for (std::uint32_t i = sections.front().from; i < sections.front().to; ++i) {
    const Passage content = outline.content(outline.units[i]);
    if (content.empty() || outline.units[i].kind == UnitKind::row || outline.units[i].inside) continue;
    if (!has_mark(list_marks(content, "agenda", language.grammar), "topic") || !is_title(content, language)) continue;
    return list.add(trimmed(content, "\""), {}, {});
  }
}

/// Bullets take the numbers of the questions that the minutes name: «По первому вопросу».
void number_by_headings(const Outline& outline, AgendaList& list) {
  std::vector<AgendaItem>& items = list.items();
  if (items.empty() || std::ranges::any_of(items, [](const AgendaItem& item) { return !item.number.empty(); })) return;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    const auto heading = std::ranges::find_if(outline.units, [&number](const Unit& unit) {
      return std::ranges::find(unit.heading.questions, number) != unit.heading.questions.end();
    });
    if (heading == outline.units.end()) return;
    items[i].number = {number, source(outline.whole(*heading).within(heading->heading.tokens)), "layout.question"};
  }
}

}  // namespace

FoundAgenda read_agenda(const Outline& outline, const std::vector<Section>& sections, const Language& language) {
  AgendaList list(language);
  for (const Section& section : sections) {
    if (section.kind == SectionKind::agenda) SectionReading(outline, section, language, list).read();
  }
  if (list.empty()) read_late_agenda(outline, language, list);
  number_by_headings(outline, list);
  if (list.empty()) read_question_headings(outline, language, list);
  if (list.empty()) read_titles(outline, language, list);
  if (list.empty()) read_heard_titles(outline, sections, language, list);
  if (list.empty()) read_title_of_head(outline, sections, language, list);
  FoundAgenda found;
  found.claims = list.claims();
  found.items = std::move(list.items());
  std::erase_if(found.items, [](const AgendaItem& item) { return item.title.empty(); });
  return found;
}

std::string dump(const FoundAgenda& found) {
  std::string text;
  for (const AgendaItem& item : found.items) {
    text += item.number.empty() ? "-" : item.number.value;
    text += " «" + item.title.value + "»";
    for (const Party& party : item.speakers) text += " | " + dump(party);
    text += '\n';
  }
  return text;
}

}  // namespace protokol
