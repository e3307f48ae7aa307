// One piece of a list of those present: a head count, or people with whom they come from.
#include <algorithm>

#include "record/attendance_list.h"
#include "record/list_marks.h"
#include "record/noun_phrase.h"

namespace protokol {

namespace {

bool is_aside(const Mark& mark) {
  return mark.kind == "aside" || mark.kind == "away" || mark.kind == "advisory" || mark.kind == "of";
}

/// «заведующие, медсёстры, | всего 42 человека»
bool sums_up(const Mark& mark, const Passage& piece) {
  const std::uint32_t from = mark.tokens.from, to = mark.tokens.to;
  return mark.kind == "total" && from > piece.tokens.from && is_sign(*piece.text, from - 1, ",") &&
         to < piece.tokens.to && piece.token(to).kind == TokenKind::number;
}

/// The first sign of `signs` in tokens that no bracket or quotation holds.
std::optional<std::uint32_t> find_sign(const Passage& passage, std::string_view signs) {
  int depth = 0;
  for (std::uint32_t t = passage.tokens.from; t < passage.tokens.to; ++t) {
    if (is_sign(*passage.text, t, "([")) ++depth;
    if (is_sign(*passage.text, t, ")]") && depth > 0) --depth;
    bool in_compound = is_sign(*passage.text, t, "-") && !passage.token(t).space_before &&
                       t + 1 < passage.tokens.to && !passage.token(t + 1).space_before;
    if (depth == 0 && !in_compound && is_sign(*passage.text, t, signs)) return t;
  }
  return std::nullopt;
}

}  // namespace

void AttendanceList::read_piece(Passage piece) {
  piece = trimmed_people(piece);
  if (piece.empty()) return;
  if (std::optional<std::uint32_t> end = read_count(piece)) {
    piece.tokens.from = *end;
    bool goes_on =
        !piece.empty() && (is_sign(*piece.text, *end, ":") || marks_.has("including", piece.tokens) ||
                           person_in(piece.tokens) || names_more(piece) || lists_surnames(piece));
    if (!goes_on) return;
    for (const Mark& mark : marks_.within(piece.tokens)) {
      if (mark.kind == "including") piece.tokens.from = mark.tokens.to;
    }
    piece = in_bracket(piece) ? trimmed(piece, "()") : trimmed_people(piece);
  }
  // «Присутствовали депутаты:» over a list names nobody.
  if (!person_in(piece.tokens) && is_sign(*piece.text, piece.tokens.to, ":") &&
      is_plural(piece, language_.dictionary)) {
    claims_.push_back(claim_of(piece, "attendance.label", "attendees", wording(piece)));
    return;
  }
  read_people(without_label(piece));
}

/// «8 чел. | (Котов, Мышкин, Рыжик)»: nothing but capitalised words and commas in the bracket.
bool AttendanceList::lists_surnames(const Passage& behind_count) {
  const TokenText& text = *behind_count.text;
  const std::uint32_t from = behind_count.tokens.from;
  if (!is_sign(text, from, "(")) return false;
  std::uint32_t to = from + 1;
  while (to < behind_count.tokens.to && !is_sign(text, to, ")")) ++to;
  return holds_capitals(behind_count.within({from + 1, to}));
}

/// «10 | (Котов И. И., Мышкин М. М.)»: nothing but the bracket is left.
bool AttendanceList::in_bracket(const Passage& behind_count) {
  const Passage piece = trimmed_people(behind_count);
  if (piece.empty() || !is_sign(*piece.text, piece.tokens.from, "(")) return false;
  return behind_bracket(*piece.text, piece.tokens.from, piece.tokens.to) == piece.tokens.to;
}

/// «Котов, Мышкин, Рыжик»
bool AttendanceList::holds_capitals(const Passage& piece) {
  const TokenText& text = *piece.text;
  for (std::uint32_t t = piece.tokens.from; t < piece.tokens.to; t += 2) {
    const bool surname = is_word(text, t) && text.tokens[t].capital && text.at(t).size() > 1;
    if (!surname || (t + 1 < piece.tokens.to && !is_sign(text, t + 1, ","))) return false;
  }
  return piece.tokens.size() > 2;
}

/// «27 жителей | , депутаты совета – 6 чел., представители школ»
bool AttendanceList::names_more(const Passage& behind_count) const {
  if (!is_sign(*behind_count.text, behind_count.tokens.from, ",")) return false;
  return is_plural(behind_count.within({behind_count.tokens.from + 1, behind_count.tokens.to}),
                   language_.dictionary);
}

/// «депутатов: | 9», «членов совета – | 7 чел.»: a plural in the genitive alone, a sign and its count.
std::optional<std::uint32_t> AttendanceList::number_behind_genitive(const Passage& piece) const {
  const std::optional<std::uint32_t> sign = find_sign(piece, ":-");
  constexpr std::uint32_t longest = 3;  // «жителей с правом голоса: 112» are those who may come
  if (!sign || *sign == piece.tokens.from || *sign + 1 >= piece.tokens.to) return std::nullopt;
  if (*sign - piece.tokens.from > longest) return std::nullopt;
  if (piece.token(*sign + 1).kind != TokenKind::number) return std::nullopt;
  const Passage words = piece.within({piece.tokens.from, *sign});
  const std::vector<FoundParty> group = party_at(words, words.tokens.from, Case::genitive, language_);
  const bool whole = group.size() == 1 && group[0].tokens == words.tokens && group[0].kind == PartyKind::body;
  return whole && !is_plural(words, language_.dictionary) ? std::optional(*sign + 1) : std::nullopt;
}

/// «11 членов комиссии из 15», «9 (девять) человек», «14 из 17 членов кафедры»: an entry, and where it ends.
std::optional<std::uint32_t> AttendanceList::read_count(const Passage& piece) {
  const TokenText& text = *piece.text;
  std::uint32_t t = piece.tokens.from, end = piece.tokens.to;
  auto marked = [&](std::string_view kind) {
    const Mark* mark = marks_.at(t);
    return mark && mark->kind == kind ? mark->tokens.to : t;
  };
  t = marked("total");
  while (t < end && is_sign(text, t, ":-")) ++t;
  if (const std::optional<std::uint32_t> number = number_behind_genitive(piece)) {
    constexpr int many = 5;
    const auto group = counted_group(piece.within({t, *number - 1}), many, language_);
    if (group) total_group_ = group->party.group;
    t = *number;
  }
  if (t >= end || text.tokens[t].kind != TokenKind::number) return std::nullopt;
  std::optional<int> number = number_at(text, t++);
  if (!number ||
      (t < end && (text.tokens[t].kind == TokenKind::number || is_sign(text, t, "%.)")) && t + 1 < end))
    return std::nullopt;
  // «9 (девять)», not «9 (Котов И. И., …)»
  const auto bracket = t < end && is_sign(text, t, "(") ? behind_bracket(text, t, end) : std::nullopt;
  if (bracket && !person_in({t, *bracket}) && !lists_surnames(piece.within({t, *bracket}))) t = *bracket;
  t = marked("of");
  Attendee attendee{*status_, {}, number};
  std::uint32_t behind = marked("people");
  if (behind == t && t < end && is_word(text, t)) {
    std::uint32_t limit = end;
    for (const Mark& mark : marks_.within({t, end})) {
      if (mark.kind == "from") continue;
      limit = mark.tokens.from;
      break;
    }
    if (std::optional<CountedGroup> group = counted_group(piece.within({t, limit}), *number, language_)) {
      attendee.party = group->party;
      behind = group->end;
    }
  }
  t = behind;
  t = marked("of");
  if (attendee.party.group.empty() && attendee.party.role.empty()) attendee.party.group = total_group_;
  total_group_.clear();
  Passage taken = piece.within({piece.tokens.from, t});
  attendee.party.span = source(taken);
  attendee.party.rule = "attendance.count";
  entries_.push_back({attendee, source(taken), Office::none, true});
  return t;
}

/// «члены коллегии | Аношин, Берг, …»; the piece's start where no bare surname follows a plural.
std::uint32_t AttendanceList::surname_behind_plural(const Passage& piece) const {
  constexpr std::uint32_t longest = 6;
  const TokenText& text = *piece.text;
  for (std::uint32_t t = piece.tokens.from + 1; t < std::min(piece.tokens.to, piece.tokens.from + longest);
       ++t) {
    if (!is_word(text, t)) break;
    if (!text.tokens[t].capital) continue;
    const bool alone = t + 1 == piece.tokens.to || is_sign(text, t + 1, ",;");
    const bool surname = alone && !text.tokens[t].capitals &&
                         language_.people.has_surname_ending(text.at(t)) &&
                         !language_.dictionary.knows(text.at(t));
    return surname && is_plural(piece.within({piece.tokens.from, t}), language_.dictionary)
               ? t
               : piece.tokens.from;
  }
  return piece.tokens.from;
}

/// «Заказчик: Котов И. И., мастер Рыжик А. А.»: one word for a body, and a colon.
bool AttendanceList::names_side(const Passage& label) const {
  if (label.tokens.size() != 1 || !is_word(*label.text, label.tokens.from)) return false;
  const std::string_view word = label.at(label.tokens.from);
  if (!is_sign(*label.text, label.tokens.to, ":") || !language_.people.in(PeopleTable::bodies, word))
    return false;
  const Readings readings = language_.dictionary.likely_readings(word);  // «члены Правления: …» is no side
  return readings.empty() || std::ranges::any_of(readings, [](const Reading& one) {
           return one.grammatical_case == Case::nominative && one.number == Number::singular;
         });
}

/// Takes «от прокуратуры –», «Члены комиссии:» off; remembers whom people come from.
Passage AttendanceList::without_label(const Passage& piece) {
  const Span* first = person_in(piece.tokens);
  std::uint32_t people = first ? first->from : piece.tokens.to;
  std::optional<std::uint32_t> sign = find_sign(piece.within({piece.tokens.from, people}), ":-");
  const Mark* represented = marks_.at(piece.tokens.from);
  if (represented && represented->kind == "from") {
    const Passage behind = piece.within({represented->tokens.to, piece.tokens.to});
    std::uint32_t end = sign.value_or(people);
    if (!sign || *sign + 1 == piece.tokens.to) {
      const std::vector<FoundParty> side = party_at(behind, behind.tokens.from, Case::genitive, language_);
      if (!first || side.empty() || side.back().tokens.to != people) return behind;
      end = people;
    }
    role_ = name_of_represented(piece.within({behind.tokens.from, end}), language_);
    const Passage label = piece.within({piece.tokens.from, end});
    claims_.push_back(claim_of(label, "attendance.label", "attendees", wording(label)));
    return piece.within({end < people ? end + 1 : end, piece.tokens.to});
  }
  if (const std::uint32_t surname = surname_behind_plural(piece); surname > piece.tokens.from) {
    return piece.within({surname, piece.tokens.to});
  }
  // «члены правления (5 из 7): Котов, Мышкин, Рыжик»
  if (sign && !first && holds_capitals(piece.within({*sign + 1, piece.tokens.to})) &&
      is_plural(piece.within({piece.tokens.from, *sign}), language_.dictionary))
    return piece.within({*sign + 1, piece.tokens.to});
  if (!sign || !first) return piece;
  // «заведующие отделениями – 9 чел., заместители Котов И. И. и …»: a count, and no label of those behind it.
  if (*sign + 1 < piece.tokens.to && piece.token(*sign + 1).kind == TokenKind::number) return piece;
  Passage label = piece.within({piece.tokens.from, *sign});
  const Passage behind = piece.within({*sign + 1, piece.tokens.to});
  if (names_side(label)) {
    role_ = wording(label);
    claims_.push_back(claim_of(label, "attendance.label", "attendees", role_));
    return behind;
  }
  return is_plural(label, language_.dictionary) ? behind : piece;
}

/// Everything in `piece` is people; what is said aside («(отпуск)», «по списку») parts them.
void AttendanceList::read_people(const Passage& piece) {
  const TokenText& text = *piece.text;
  std::uint32_t from = piece.tokens.from, end = piece.tokens.to;
  auto read_until = [&](std::uint32_t to) {
    Passage place = trimmed_people(piece.within({from, to}));
    if (place.empty() || takes_count(place)) return;
    for (const FoundParty& found : read_parties(place, Case::nominative, language_)) add(found, place);
  };
  for (const Mark& mark : marks_.within(piece.tokens)) {
    if (sums_up(mark, piece)) {
      read_until(mark.tokens.from - 1);
      if (read_count(piece.within({mark.tokens.to, end}))) return;
      from = mark.tokens.to;
    }
    if (mark.tokens.from < from || !is_aside(mark)) continue;
    std::uint32_t at = mark.tokens.from, to = mark.tokens.to;
    if (at == from && is_sign(text, to, ":-")) {  // «по ВКС – главы территорий»
      from = to + 1;
      continue;
    }
    if (at > from && is_sign(text, at - 1, "(")) {
      to = behind_bracket(text, --at, end).value_or(end);
    } else {
      while (to < end && !is_sign(text, to, ",;.")) ++to;
    }
    read_until(at);
    from = to;
  }
  read_until(end);
}

/// «начальники отделов (по ВКС) – 6 чел.»: the count of the group before it.
bool AttendanceList::takes_count(const Passage& place) {
  bool number = place.token(place.tokens.from).kind == TokenKind::number;
  if (!number || entries_.empty() || entries_.back().attendee.count ||
      !entries_.back().attendee.party.name.empty())
    return false;
  entries_.back().attendee.count = number_at(*place.text, place.tokens.from);
  return true;
}

void AttendanceList::add(const FoundParty& found, const Passage& place) {
  AttendanceEntry entry{
      {*status_, found.party, found.count}, source(place.within(found.tokens)), Office::none, false};
  Party& party = entry.attendee.party;
  // «…, прорабы Дыдышко, Обухов»: a plural post before a bare surname is nobody's name.
  const Passage words = place.within(found.tokens);
  const std::uint32_t surname =
      found.kind == PartyKind::body ? surname_behind_plural(words) : words.tokens.from;
  if (surname > words.tokens.from) {
    party = Party();
    party.name = wording(words.within({surname, words.tokens.to}));
    party.span = source(words.within({surname, words.tokens.to}));
    party.rule = found.party.rule;
  }
  if (!found.name.empty()) {
    Passage role = place.within({found.tokens.from, std::max(found.tokens.from, found.name.from)});
    if (is_plural(role, language_.dictionary)) party.role.clear();
    if (!role_.empty()) party.role = party.role.empty() ? role_ : role_ + ", " + party.role;
  }
  for (const Mark& mark : marks_.within(found.tokens)) {
    if (mark.kind == "chair") entry.office = Office::chair;
    if (mark.kind == "secretary") entry.office = Office::secretary;
  }
  const std::string& named = party.name.empty() ? party.role.empty() ? party.group : party.role : party.name;
  if (named.empty() || (named[0] >= '0' && named[0] <= '9')) return;
  entries_.push_back(std::move(entry));
}

}  // namespace protokol
