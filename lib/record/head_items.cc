// Cutting the head into items.
#include "record/head_items.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace protokol {

namespace {

constexpr std::uint32_t longest_head = 160;   // units
constexpr std::uint32_t longest_label = 7;    // tokens before the colon of a label that no rule knows
constexpr std::uint32_t misread_head = 4;     // units of a head that a section of another kind begins with
constexpr std::uint32_t longest_unit = 4000;  // tokens of one unit that are read

template <typename Value, std::size_t size>
Value named(const std::array<std::pair<std::string_view, Value>, size>& names, std::string_view name,
            Value otherwise) {
  auto found = std::ranges::find(names, name, &std::pair<std::string_view, Value>::first);
  return found == names.end() ? otherwise : found->second;
}

HeadMark mark_of(const Mark& mark) {
  using enum HeadMark;
  constexpr std::array<std::pair<std::string_view, HeadMark>, 17> names{{
      {"kind", kind},
      {"sheet", sheet},
      {"related", related},
      {"number", number},
      {"foreign", foreign},
      {"date", date},
      {"time", time},
      {"clock", clock},
      {"town", town},
      {"room", room},
      {"address", address},
      {"label", label},
      {"stamp", stamp},
      {"chair", office},
      {"secretary", office},
      {"other", office},
      {"void", nothing},
  }};
  return named(names, mark.kind, nothing);
}

HeadLabel label_of(std::string_view value) {
  using enum HeadLabel;
  constexpr std::array<std::pair<std::string_view, HeadLabel>, 7> names{{
      {"date", date},
      {"time", time},
      {"place", place},
      {"topic", topic},
      {"organization", organization},
      {"closing", closing},
      {"void", nothing},
  }};
  return named(names, value, other);
}

class Cutter {
 public:
  Cutter(const Outline& outline, const Language& language) : outline_(outline), language_(language) {}

  void unit(std::uint32_t index, bool core) {
    const Unit& unit = outline_.units[index];
    unit_ = index;
    core_ = core;
    listed_ = unit.heading.found() || unit.marker.kind != MarkerKind::none;
    first_gap_ = unit.inside ? Gap::space : unit.blank_before > 0 ? Gap::blank : Gap::line;
    std::vector<Passage> passages = unit.cells;
    if (passages.empty()) {
      std::uint32_t from = unit.heading.found() ? unit.heading.tokens.from : unit.tokens.from;
      passages.push_back(outline_.content(unit).within({from, unit.tokens.to}));
    }
    for (Passage& passage : passages) {
      passage.tokens.to = std::min(passage.tokens.to, passage.tokens.from + longest_unit);
      if (!passage.empty()) cut(passage);
      if (!passage.empty()) first_gap_ = Gap::wide;
    }
  }

  std::vector<HeadItem> take() { return std::move(items_); }

  bool knows_kind() const {
    return std::ranges::any_of(items_, [](const HeadItem& item) { return item.mark == HeadMark::kind; });
  }

 private:
  // ---- one passage

  void cut(const Passage& passage) {
    passage_ = passage;
    std::uint32_t cursor = passage.tokens.from;
    for (Mark& mark : marks()) {
      if (mark.kind == "foreign" && closes_with_year(mark.tokens.to)) mark = own_number(std::move(mark));
      if (mark.tokens.from < cursor || (mark.kind == "number" && label_ == HeadLabel::place)) continue;
      Span tokens = mark.tokens;
      if (mark.kind == "number") {
        std::optional<Span> number = number_at(mark.tokens.to, passage.tokens.to);
        if (!number) continue;
        tokens = *number;
      }
      if (mark.kind == "town") tokens.to = town_end(tokens);
      std::optional<Span> town = mark.kind == "date" ? town_behind(tokens) : std::nullopt;
      if (town) tokens.to = town->from;
      if (mark.kind == "void" && mark.value == "aside") tokens.to = bracket_end(tokens);
      wording_between(cursor, mark.tokens.from);
      add(mark_of(mark), tokens, std::string(value_of(mark, tokens)), mark.rule, mark.tokens.from);
      items_.back().governs = items_.back().mark == HeadMark::office && mark.value == "under";
      cursor = std::max(tokens.to, mark.tokens.to);
      if (town) {
        add(HeadMark::town, *town, {}, mark.rule, town->from);
        cursor = town->to;
      }
      if (mark.kind == "void" && mark.value == "line") cursor = line_end(cursor);
      if (mark.kind == "kind") cursor = bare_number(mark, cursor);
    }
    wording_between(cursor, passage.tokens.to);
  }

  /// The passage's marks of both groups that can be believed, in order, none inside another.
  std::vector<Mark> marks() const {
    const Grammar& grammar = language_.grammar;
    std::vector<Mark> marks = grammar.find(*passage_.text, passage_.tokens, head_group(grammar, "head"));
    std::vector<Mark> offices = grammar.find(*passage_.text, passage_.tokens, head_group(grammar, "office"));
    marks.insert(marks.end(), std::move_iterator(offices.begin()), std::move_iterator(offices.end()));
    std::erase_if(marks, [this](const Mark& mark) { return !believed(mark); });
    std::ranges::stable_sort(marks, [](const Mark& a, const Mark& b) {
      return a.tokens.from != b.tokens.from ? a.tokens.from < b.tokens.from : a.tokens.to > b.tokens.to;
    });
    std::uint32_t end = 0;
    std::erase_if(marks, [&end](const Mark& mark) {
      if (mark.tokens.from < end) return true;
      end = mark.tokens.to;
      return false;
    });
    return marks;
  }

  std::string value_of(const Mark& mark, Span tokens) const {
    if (mark.kind == "number") return wording(passage_.within(tokens));
    if (mark_of(mark) == HeadMark::office) return std::string(mark.kind);
    return mark.kind == "kind" && mark.value == "journal" ? "protocol" : mark.value;
  }

  bool in_quotes(std::uint32_t token) const {
    std::uint32_t quotes = 0;
    for (std::uint32_t t = token; t > passage_.tokens.from && gap(t) < Gap::line; --t) {
      if (is_sign(*passage_.text, t - 1, "\"")) ++quotes;
    }
    return quotes % 2 == 1;
  }

  /// Marks that other words around them refute.
  bool believed(const Mark& mark) const {
    std::uint32_t from = mark.tokens.from;
    if (mark.kind == "number") return !in_quotes(from);
    if (mark.kind == "town") return is_town(mark.tokens);
    if (mark.kind != "kind") return true;
    const Token& first = passage_.token(from);
    bool opens = starts_line(from) || gap(from) == Gap::wide;
    bool colon = is_sign(*passage_.text, mark.tokens.to, ":");
    if (mark.value == "journal") return opens && number_follows(mark.tokens.to);
    if (mark.value == "decision" || mark.value == "resolution") {
      return !colon &&
             (opens || first.capitals || (first.capital && is_sign(*passage_.text, from - 1, "\"")));
    }
    return opens || first.capitals || (first.capital && !is_word(*passage_.text, from - 1)) ||
           (first.capital && passage_.token(from - 1).capital);
  }

  /// The sign alone, of the mark of another thing's number: «№».
  static Mark own_number(Mark foreign) {
    foreign.kind = "number";
    foreign.tokens = {foreign.tokens.to - 2, foreign.tokens.to - 1};
    return foreign;
  }

  /// «ЗАСЕДАНИЯ СОВЕТА ДОМА № 6 | /24»: with the year behind a stroke, at the line's end, it is the
  /// document's number.
  bool closes_with_year(std::uint32_t token) const {
    if (token + 1 >= passage_.tokens.to || !is_sign(*passage_.text, token, "/")) return false;
    const Token& year = passage_.token(token + 1);
    const bool two_digits = year.kind == TokenKind::number && year.to - year.from == 2 && !year.space_before;
    return two_digits && (token + 2 >= passage_.tokens.to || gap(token + 2) != Gap::space);
  }

  /// «Усть-Талача», «Нижний Новгород»: the town's name goes on.
  std::uint32_t town_end(Span tokens) const {
    const TokenText& text = *passage_.text;
    std::uint32_t to = tokens.to, limit = passage_.tokens.to;
    auto glued = [&](std::uint32_t token) { return token < limit && !text.tokens[token].space_before; };
    bool compound = false;
    // «Усть-Талача», «Чусовой-3»
    while (is_sign(text, to, "-") && glued(to) && glued(to + 1) &&
           text.tokens[to + 1].kind != TokenKind::sign) {
      to += 2;
      compound = true;
    }
    if (compound || to >= limit || !text.tokens[to].capital || gap(to) != Gap::space) return to;
    const std::string_view word = text.at(to - 1);
    const auto names_quality = [](const Reading& reading) { return reading.part == PartOfSpeech::adjective; };
    // «Верхнетуломский Бор»: an unknown word that ends as adjectives do
    const bool adjective = std::ranges::any_of(language_.dictionary.readings(word), names_quality) ||
                           (!language_.dictionary.knows(word) &&
                            std::ranges::any_of(language_.dictionary.guess(word).readings, names_quality));
    return adjective ? to + 1 : to;
  }

  /// «19.03.2015 г. Вельск № 2»: the day's «г.» is the town's where a lone capitalised word follows it.
  std::optional<Span> town_behind(Span date) const {
    const TokenText& text = *passage_.text;
    std::uint32_t limit = passage_.tokens.to, next = date.to;
    if (date.size() < 3 || next >= limit || !is_sign(text, next - 1, ".") || text.at(next - 2).size() != 1)
      return std::nullopt;
    if (!is_word(text, next) || text.at(next).size() < 3 || !text.tokens[next].capital ||
        gap(next) != Gap::space)
      return std::nullopt;
    Span town{next - 2, town_end({next, next + 1})};
    bool lone = town.to >= limit || gap(town.to) != Gap::space ||
                (!is_word(text, town.to) && !is_sign(text, town.to, ":.-"));
    if (!lone) return std::nullopt;
    return town;
  }

  std::uint32_t bracket_end(Span tokens) const {
    std::uint32_t depth = 1, to = tokens.to;
    for (; to < passage_.tokens.to && depth > 0; ++to) {
      if (is_sign(*passage_.text, to, "(")) ++depth;
      if (is_sign(*passage_.text, to, ")")) --depth;
    }
    return to;
  }

  /// «С. Иванова», «П.С. Рогов» are people.
  bool is_town(Span tokens) const {
    const Token& last = passage_.token(tokens.to - 1);
    const Token& first = passage_.token(tokens.from);
    if (last.to - last.from < 2) return false;
    if (first.capital && first.to - first.from == 1 && !last.capitals) return false;
    bool behind_initial = tokens.from > passage_.tokens.from &&
                          is_sign(*passage_.text, tokens.from - 1, ".") && !first.space_before;
    return !behind_initial || !first.capital;
  }

  bool number_follows(std::uint32_t token) const {
    for (std::uint32_t t = token; t < passage_.tokens.to && t < token + 3; ++t) {
      if (number_at(t, passage_.tokens.to)) return true;
    }
    return false;
  }

  /// «3», «8-2018», «3/7-дсп», «АБ-12/34», «5 - П»: what stands behind the sign.
  std::optional<Span> number_at(std::uint32_t from, std::uint32_t limit) const {
    const TokenText& text = *passage_.text;
    if (from >= limit || text.tokens[from].kind == TokenKind::sign) return std::nullopt;
    std::uint32_t to = from + 1;
    while (to + 1 < limit && is_sign(text, to, "-/.") && text.tokens[to + 1].kind != TokenKind::sign) {
      bool glued = !text.tokens[to].space_before && !text.tokens[to + 1].space_before;
      bool letter = is_sign(text, to, "-") && text.tokens[to + 1].capital && text.at(to + 1).size() <= 2;
      if (!glued && !letter) break;
      to += 2;
      while (glued && to < limit && text.tokens[to].kind != TokenKind::sign && !text.tokens[to].space_before)
        ++to;
    }
    bool digits = false;
    for (std::uint32_t t = from; t < to; ++t) digits = digits || text.tokens[t].kind == TokenKind::number;
    if (!digits) return std::nullopt;
    return Span{from, to};
  }

  /// «Протокол 3», «ПРОТОКОЛ 1 заседания»: a number without its sign; not the day of a date.
  std::uint32_t bare_number(const Mark& kind, std::uint32_t cursor) {
    std::optional<Span> number = number_at(cursor, passage_.tokens.to);
    bool lone = number && passage_.token(number->from).kind == TokenKind::number &&
                passage_.at(number->from).size() <= 3 && gap(number->from) == Gap::space &&
                (number->to >= passage_.tokens.to || !is_sign(*passage_.text, number->to, ".:/,"));
    if (!lone || number->size() > 1) return cursor;
    for (const Mark& mark :
         language_.grammar.find(*passage_.text, {cursor, std::min(cursor + 8, passage_.tokens.to)},
                                head_group(language_.grammar, "head"))) {
      if (mark.tokens.contains(cursor)) return cursor;
    }
    add(HeadMark::number, *number, wording(passage_.within(*number)), kind.rule, number->from);
    return number->to;
  }

  /// Adds what no rule took, a piece for each field and line, without signs that only part fields.
  void wording_between(std::uint32_t from, std::uint32_t to) {
    while (from < to) {
      std::uint32_t end = from + 1;
      while (end < to && gap(end) == Gap::space) ++end;
      text_piece(from, end);
      from = end;
    }
  }

  /// «совещания / по объекту: «Школа»»
  bool goes_on_with_preposition(std::uint32_t token) const {
    if (passage_.token(token).capital) return false;
    return std::ranges::any_of(language_.dictionary.readings(passage_.at(token)),
                               [](const Reading& one) { return one.part == PartOfSpeech::preposition; });
  }

  void text_piece(std::uint32_t from, std::uint32_t to) {
    std::uint32_t colon = from;
    while (colon < to && colon < from + longest_label && !is_sign(*passage_.text, colon, ":.,;\"")) ++colon;
    bool label = colon > from && colon < to && is_sign(*passage_.text, colon, ":") &&
                 is_word(*passage_.text, from) && !goes_on_with_preposition(from) &&
                 (starts_line(from) || gap(from) != Gap::space || ends_sentence(from - 1));
    if (label) {
      add(HeadMark::label, {from, colon + 1}, {}, std::nullopt, from);
      from = colon + 1;
    }
    Passage piece = trimmed(passage_.within({from, to}), ",;|_:.*+=>/");
    // A final full stop and a bracket belong to the wording.
    if (piece.empty()) return;
    bool letters = false;
    for (std::uint32_t t = piece.tokens.from; t < piece.tokens.to; ++t) {
      letters = letters || passage_.token(t).kind != TokenKind::sign;
    }
    if (letters) add(HeadMark::text, piece.tokens, {}, std::nullopt, piece.tokens.from);
  }

  // ---- items

  /// `opening`: the first token of the words that announce the value («Номер: 3»).
  void add(HeadMark mark, Span tokens, std::string value, std::optional<std::uint32_t> rule,
           std::uint32_t opening) {
    HeadItem item;
    item.mark = mark;
    item.passage = passage_.within(tokens);
    item.before = place_in_line(opening);
    item.unit = unit_;
    item.core = core_;
    item.listed = listed_;
    if (rule) item.rule = std::string(language_.grammar.rule_name(*rule));
    if (item.before == Gap::line || item.before == Gap::blank) new_line();
    item.line = line_;
    if (mark == HeadMark::label) {
      label_ = item.label = label_of(value);
      label_line_ = line_;
    } else {
      item.label = label_;
      if (mark == HeadMark::text && ends_sentence(tokens.to)) label_ = HeadLabel::none;
    }
    item.value = std::move(value);
    items_.push_back(std::move(item));
  }

  /// A label at the end of its line governs the next line.
  void new_line() {
    bool carried = !items_.empty() && items_.back().mark == HeadMark::label &&
                   items_.back().label != HeadLabel::other && items_.back().label != HeadLabel::nothing;
    if (!carried) label_ = HeadLabel::none;
    if (!items_.empty()) ++line_;
  }

  bool ends_sentence(std::uint32_t token) const {
    if (token < passage_.tokens.from || token >= passage_.tokens.to) return false;
    if (is_sign(*passage_.text, token, ";!?")) return label_ != HeadLabel::place && label_ != HeadLabel::date;
    return is_sign(*passage_.text, token, ".") && token > passage_.tokens.from &&
           is_word(*passage_.text, token - 1) && passage_.at(token - 1).size() > 3;
  }

  // ---- lines

  /// Signs before the first word of a line do not part it from the line's start.
  std::uint32_t first_of_field(std::uint32_t token) const {
    while (token > passage_.tokens.from && gap(token) == Gap::space &&
           is_sign(*passage_.text, token - 1, "\"*_|,.;:-(>=+/\x95\x7F"))
      --token;
    return token;
  }

  bool starts_line(std::uint32_t token) const {
    std::uint32_t first = first_of_field(token);
    return first <= passage_.tokens.from || gap(first) >= Gap::line;
  }

  Gap gap(std::uint32_t token) const {
    if (token <= passage_.tokens.from) return first_gap_;
    return gap_before(*passage_.text, passage_.document, token);
  }

  Gap place_in_line(std::uint32_t token) const {
    std::uint32_t first = first_of_field(token);
    Gap here = gap(first);
    // An item's own gap counts too: «дата:      18 мая».
    return std::max(here, gap(token) == Gap::wide ? Gap::wide : Gap::space);
  }

  std::uint32_t line_end(std::uint32_t token) const {
    while (token < passage_.tokens.to && gap(token) < Gap::line) ++token;
    return token;
  }

  const Outline& outline_;
  const Language& language_;
  Passage passage_;
  std::uint32_t unit_ = 0, line_ = 0, label_line_ = 0;
  bool core_ = false, listed_ = false;
  Gap first_gap_ = Gap::line;
  HeadLabel label_ = HeadLabel::none;
  std::vector<HeadItem> items_;
};

bool ends_head(SectionKind kind) {
  return kind != SectionKind::head && kind != SectionKind::present && kind != SectionKind::absent &&
         kind != SectionKind::invited;
}

std::string_view name_of(HeadMark mark) {
  constexpr std::array<std::string_view, 16> names{"text",  "kind",  "sheet",  "related", "number", "foreign",
                                                   "date",  "time",  "clock",  "town",    "room",   "address",
                                                   "label", "stamp", "office", "nothing"};
  return names[static_cast<std::size_t>(mark)];
}

std::string_view name_of(HeadLabel label) {
  constexpr std::array<std::string_view, 8> names{"",      "date",         "time",    "place",
                                                  "topic", "organization", "nothing", "other"};
  return names[static_cast<std::size_t>(label)];
}

}  // namespace

std::string_view head_group(const Grammar& grammar, std::string_view place) {
  const Table* table = grammar.table("head.groups");
  if (!table) return {};
  for (const std::vector<std::string>& row : *table) {
    if (row.size() > 1 && row[0] == place) return row[1];
  }
  return {};
}

std::vector<HeadItem> head_items(const Outline& outline, const std::vector<Section>& sections,
                                 const Language& language) {
  Cutter cutter(outline, language);
  std::uint32_t budget = longest_head;
  bool begun = false;
  for (const Section& section : sections) {
    // «РЕШЕНИЕ» below the letterhead is the kind of the document, not the heading of its decisions.
    const bool may_head = !begun || (section.kind == SectionKind::decisions && !cutter.knows_kind());
    if (ends_head(section.kind) && !may_head) break;
    begun = true;
    // A head may be taken for something else: «РЕШЕНИЕ коллегии»; its first lines are always looked at.
    std::uint32_t to = section.to;
    if (ends_head(section.kind)) {
      to = std::min(to, section.from + misread_head);
      for (std::uint32_t unit = section.from + 1; unit < to; ++unit) {
        if (outline.units[unit].marker.kind != MarkerKind::none) to = unit;
      }
    }
    for (std::uint32_t unit = section.from; unit < to && budget > 0; ++unit, --budget) {
      cutter.unit(unit, section.kind == SectionKind::head || ends_head(section.kind));
    }
    if (ends_head(section.kind)) break;
  }
  return cutter.take();
}

std::vector<HeadItem> items_of(const Outline& outline, std::uint32_t from, std::uint32_t to,
                               const Language& language) {
  Cutter cutter(outline, language);
  for (std::uint32_t unit = from; unit < to; ++unit) cutter.unit(unit, true);
  return cutter.take();
}

std::string dump(const std::vector<HeadItem>& items) {
  std::string out;
  for (const HeadItem& item : items) {
    out += std::to_string(item.line);
    out += item.before == Gap::blank  ? "^ "
           : item.before == Gap::line ? "- "
           : item.before == Gap::wide ? "  "
                                      : "~ ";
    out += name_of(item.mark);
    if (item.label != HeadLabel::none) out += '[' + std::string(name_of(item.label)) + ']';
    if (!item.value.empty()) out += ' ' + item.value;
    out += " «" + wording(item.passage) + "»\n";
  }
  return out;
}

}  // namespace protokol
