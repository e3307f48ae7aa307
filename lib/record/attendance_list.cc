// A list of those present, absent or invited: statements, counts, labels, and the people behind them.
#include "record/attendance_list.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "record/list_marks.h"
#include "record/noun_phrase.h"

namespace protokol {

namespace {

/// No longer post stands between «в отпуске» and the name, in tokens.
constexpr std::uint32_t longest_post = 8;
constexpr std::string_view separators = " ,;:.-*";

/// The number that a mark has taken with it («пришло 59») belongs to what follows.
std::uint32_t end_of_words(const Mark& mark, const TokenText& text) {
  std::uint32_t end = mark.tokens.to;
  if (end - mark.tokens.from < 2) return end;
  for (std::uint32_t t = mark.tokens.from; t < end; ++t) {
    if (text.tokens[t].kind == TokenKind::number) return t;
  }
  return end;
}

std::optional<int> number_at(const TokenText& text, std::uint32_t token) {
  int value = 0;
  std::string_view digits = text.at(token);
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() ? std::optional(value) : std::nullopt;
}

/// The last comma of a passage that it goes up to; where there is none, its start.
std::uint32_t last_comma(const Passage& passage) {
  std::uint32_t t = passage.tokens.to;
  while (t > passage.tokens.from && !is_sign(*passage.text, t, ",;")) --t;
  return t;
}

Attendance status_of(const Mark& mark) {
  if (mark.value == "absent" || mark.kind == "away") return Attendance::absent;
  return mark.value == "invited" || mark.kind == "advisory" ? Attendance::invited : Attendance::present;
}

bool is_aside(const Mark& mark) {
  return mark.kind == "aside" || mark.kind == "away" || mark.kind == "advisory" || mark.kind == "of";
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

void AttendanceList::begin(const Passage& passage) {
  marks_ = list_marks(passage, "attendance", language_.grammar);
  people_.clear();
  for (const FoundParty& person : find_persons(passage, Case::nominative, language_)) {
    people_.push_back(person.name);
  }
  role_ = lasting_role_;
}

void AttendanceList::read(const Passage& passage) {
  begin(passage);
  before_ = {};
  std::uint32_t from = passage.tokens.from;
  for (std::uint32_t end : sentence_ends(passage, people_)) {
    read_sentence(passage.within({from, end}));
    before_ = passage.within({from, end});
    from = end;
  }
}

void AttendanceList::come_from(const Passage& label) {
  marks_ = list_marks(label, "attendance", language_.grammar);
  const Mark* from = marks_.at(label.tokens.from);
  if (from && from->kind == "from") {
    lasting_role_ = name_of_represented(trimmed(label.within({from->tokens.to, label.tokens.to}), separators), language_);
  } else {
    lasting_role_ = is_plural(label, language_.dictionary) ? std::string() : wording(trimmed(label, separators));
  }
  claims_.push_back(claim_of(label, "attendance.label", "attendees", wording(label)));
}

// ---- sentences

void AttendanceList::read_sentence(const Passage& sentence) {
  if (closes(sentence)) {
    status_.reset();
    return;
  }
  Passage lead = sentence.within({sentence.tokens.from, sentence.tokens.from});
  const Mark* status = nullptr;
  std::uint32_t from = sentence.tokens.from;
  auto close = [&](std::uint32_t end) {
    Passage body = sentence.within({from, end});
    if (status) {
      read_statement(lead, *status, body);
    } else if (status_) {
      read_clauses(body);
    }
  };
  for (const Mark& mark : marks_.within(sentence.tokens)) {
    if (mark.kind == "void") {
      close(status ? mark.tokens.from : last_comma(sentence.within({from, mark.tokens.from})));
      claims_.push_back(claim_of(sentence.within({mark.tokens.from, sentence.tokens.to}), std::string(language_.grammar.rule_name(mark.rule)), "attendees", {}));
      return;
    }
    const bool first = mark.tokens.from == sentence.tokens.from;
    const bool apart = first || !is_sign(*sentence.text, mark.tokens.from - 1, mark.kind == "away" ? "(-" : "(");
    const Span* person = mark.kind == "away" ? person_in({mark.tokens.to, sentence.tokens.to}) : nullptr;
    const bool names_one = person && person->from < mark.tokens.to + longest_post;
    const bool turns = mark.kind == "status" || (apart && (mark.kind == "advisory" || names_one));
    if (!turns) continue;
    if (status) close(mark.tokens.from);
    lead = sentence.within({status ? mark.tokens.from : from, mark.tokens.from});
    status = &mark;
    from = end_of_words(mark, *sentence.text);
  }
  close(sentence.tokens.to);
}

/// Does the list end before this sentence, because it is of the protocol's other fields or a narrative?
bool AttendanceList::closes(const Passage& sentence) const {
  const TokenText& text = *sentence.text;
  if (!status_ || marks_.has("status", sentence.tokens)) return false;
  for (const Mark& mark : marks_.within(sentence.tokens)) {
    if (mark.kind == "stop") return true;
    bool office = mark.kind == "chair" || mark.kind == "secretary";
    std::uint32_t sign = is_sign(text, mark.tokens.to - 1, ":-") ? mark.tokens.to - 1 : mark.tokens.to;
    if (!office || mark.tokens.from != sentence.tokens.from || !is_sign(text, sign, ":-")) continue;
    if (status_ != Attendance::present) return true;
    if (entries_.empty() || entries_.back().office != Office::none) continue;
    if (entries_.back().announced || is_sign(text, sign, ":")) return true;
  }
  return tells(sentence);
}

/// Is it a narrative: does a word that can only be a finite verb stand outside brackets and marks?
bool AttendanceList::tells(const Passage& sentence) const {
  int depth = 0;
  for (std::uint32_t t = sentence.tokens.from; t < sentence.tokens.to; ++t) {
    if (const Mark* mark = marks_.at(t); mark && mark->kind != "from") {
      t = mark->tokens.to - 1;
      continue;
    }
    if (is_sign(*sentence.text, t, "([")) ++depth;
    if (is_sign(*sentence.text, t, ")]") && depth > 0) --depth;
    bool name = sentence.token(t).capital && t > sentence.tokens.from;
    if (depth == 0 && !name && is_word(*sentence.text, t) && is_predicate(sentence.at(t), language_.dictionary)) return true;
  }
  return false;
}

/// Either those who follow the words have this status, or, where nobody follows, those before them.
void AttendanceList::read_statement(const Passage& lead, const Mark& mark, const Passage& body) {
  claims_.push_back(claim_of(body.within(mark.tokens), std::string(language_.grammar.rule_name(mark.rule)), "attendees", mark.value));
  if (remember_total(lead) && !status_ && !before_.empty() && marks_.has("chair", before_.tokens)) {
    status_ = status_of(mark);  // the composition of the body whose quorum is told
    read_clauses(without_title(before_));
    status_.reset();
  }
  std::optional<Attendance> outer = std::exchange(status_, status_of(mark));
  bool list_follows = is_sign(*body.text, mark.tokens.to - 1, ":");
  if (list_follows && outer) {
    Attendance status = *std::exchange(status_, outer);
    read_clauses(lead);
    status_ = status;
  } else if (trimmed(body, separators).empty() && !trimmed(lead, separators).empty() && !list_follows) {
    read_clauses(lead);
    status_ = outer;
    return;
  }
  lasting_role_.clear();
  role_.clear();
  read_clauses(body);
}

void AttendanceList::announce(const Passage& passage) {
  marks_ = list_marks(passage, "attendance", language_.grammar);
  remember_total(passage);
}

/// «Членов правления всего – 11», «Из 6 членов комиссии»: whose head count may follow.
bool AttendanceList::remember_total(const Passage& lead) {
  std::uint32_t from = lead.tokens.from;
  bool total = false;
  for (const Mark& mark : marks_.within(lead.tokens)) {
    bool opens = mark.kind == "of" && mark.tokens.from == lead.tokens.from;
    if (opens) from = mark.tokens.to;
    total = total || opens || mark.kind == "total";
  }
  if (!total) return false;
  Passage phrase = lead;
  for (const Mark& mark : marks_.within({from + 1, lead.tokens.to})) {
    phrase.tokens.to = std::min(phrase.tokens.to, mark.tokens.from);
  }
  while (from < lead.tokens.to && is_sign(*lead.text, from, ":-,")) ++from;
  for (const FoundParty& found : party_at(phrase, from, Case::genitive, language_)) {
    total_group_ = found.party.group;
    break;
  }
  return true;
}

/// «Комиссия (утв. приказом № 4): председатель – …» from the first office on.
Passage AttendanceList::without_title(const Passage& composition) const {
  for (const Mark& mark : marks_.within(composition.tokens)) {
    if (mark.kind == "chair") return composition.within({mark.tokens.from, composition.tokens.to});
  }
  return composition;
}

/// Sides of a «;», and of «, от …».
void AttendanceList::read_clauses(const Passage& passage) {
  std::uint32_t from = passage.tokens.from;
  for (std::uint32_t t = from; t < passage.tokens.to; ++t) {
    bool parts = is_sign(*passage.text, t, ";");
    if (is_sign(*passage.text, t, ",")) {
      const Mark* next = marks_.at(t + 1);
      parts = next && next->kind == "from";
    }
    if (!parts) continue;
    read_piece(passage.within({from, t}));
    role_ = lasting_role_;
    from = t + 1;
  }
  read_piece(passage.within({from, passage.tokens.to}));
  role_ = lasting_role_;
}

// ---- pieces

void AttendanceList::read_piece(Passage piece) {
  piece = trimmed_people(piece);
  if (piece.empty()) return;
  if (std::optional<std::uint32_t> end = read_count(piece)) {
    piece.tokens.from = *end;
    bool goes_on = !piece.empty() && (is_sign(*piece.text, *end, ":") || marks_.has("including", piece.tokens) || person_in(piece.tokens));
    if (!goes_on) return;
    for (const Mark& mark : marks_.within(piece.tokens)) {
      if (mark.kind == "including") piece.tokens.from = mark.tokens.to;
    }
    piece = trimmed_people(piece);
  }
  read_people(without_label(piece));
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
  if (t >= end || text.tokens[t].kind != TokenKind::number) return std::nullopt;
  std::optional<int> number = number_at(text, t++);
  if (!number || (t < end && (text.tokens[t].kind == TokenKind::number || is_sign(text, t, "%.)")) && t + 1 < end)) return std::nullopt;
  if (t < end && is_sign(text, t, "(")) t = behind_bracket(text, t, end).value_or(t);
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

/// Takes «от прокуратуры –», «Члены комиссии:» off; remembers whom people come from.
Passage AttendanceList::without_label(const Passage& piece) {
  const Span* first = person_in(piece.tokens);
  std::uint32_t people = first ? first->from : piece.tokens.to;
  std::optional<std::uint32_t> sign = find_sign(piece.within({piece.tokens.from, people}), ":-");
  const Mark* represented = marks_.at(piece.tokens.from);
  if (represented && represented->kind == "from") {
    std::uint32_t from = represented->tokens.to;
    if (!sign || *sign + 1 == piece.tokens.to) return piece.within({from, piece.tokens.to});
    role_ = name_of_represented(piece.within({from, *sign}), language_);
    return piece.within({*sign + 1, piece.tokens.to});
  }
  if (!sign || !first) return piece;
  Passage label = piece.within({piece.tokens.from, *sign});
  return is_plural(label, language_.dictionary) ? piece.within({*sign + 1, piece.tokens.to}) : piece;
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
    if (mark.tokens.from < from || !is_aside(mark)) continue;
    std::uint32_t at = mark.tokens.from, to = mark.tokens.to;
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
  if (!number || entries_.empty() || entries_.back().attendee.count || !entries_.back().attendee.party.name.empty()) return false;
  entries_.back().attendee.count = number_at(*place.text, place.tokens.from);
  return true;
}

void AttendanceList::add(const FoundParty& found, const Passage& place) {
  AttendanceEntry entry{{*status_, found.party, found.count}, source(place.within(found.tokens)), Office::none, false};
  Party& party = entry.attendee.party;
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

// ---- rows

void AttendanceList::read_row(const std::vector<Passage>& cells) {
  struct Filled {
    Passage passage;
    bool people = false;
  };
  std::vector<Filled> filled;
  std::optional<Attendance> status = status_;
  for (const Passage& cell : cells) {
    begin(cell);
    bool number = cell.tokens.size() <= 2 && !cell.empty() && cell.token(cell.tokens.from).kind == TokenKind::number;
    if (!list_marks(cell, "attendance columns", language_.grammar).empty()) return;
    const Mark* only = cell.empty() ? nullptr : marks_.at(cell.tokens.from);
    bool told = only && only->kind == "status" && trimmed(cell.within({only->tokens.to, cell.tokens.to}), separators).empty();
    if (told) status = status_of(*only);
    if (!told && !trimmed(cell, separators).empty() && !(number && filled.empty())) filled.push_back({cell, !people_.empty()});
  }
  std::optional<Attendance> outer = std::exchange(status_, status);
  auto people = std::ranges::find_if(filled, &Filled::people);
  if (people == filled.end()) {
    if (filled.size() == 1 && status == outer && cells.size() > 1) come_from(filled[0].passage);
    if (filled.size() > 1 || status != outer) read_unnamed(filled[0].passage, filled.back().passage);
  } else {
    lasting_role_.clear();
    for (auto cell = filled.begin(); cell != people; ++cell) come_from(cell->passage);
    begin(people->passage);
    std::size_t before = entries_.size();
    read_clauses(people->passage);
    auto role = std::next(people);
    for (std::size_t i = before; role != filled.end() && i < entries_.size(); ++i) describe(entries_[i], role->passage);
  }
  status_ = outer;
}

/// A row without names: «стройконтроль | отсутствовал», «Родители | 13».
void AttendanceList::read_unnamed(const Passage& label, const Passage& last) {
  std::size_t before = entries_.size();
  begin(label);
  read_clauses(label);
  bool number = last.tokens.from != label.tokens.from && last.token(last.tokens.from).kind == TokenKind::number;
  if (number && entries_.size() == before + 1) entries_.back().attendee.count = number_at(*last.text, last.tokens.from);
}

void AttendanceList::describe_last(const Passage& role) {
  if (!entries_.empty()) describe(entries_.back(), role);
}

void AttendanceList::describe(AttendanceEntry& entry, const Passage& role) {
  std::string& known = entry.attendee.party.role;
  std::string text = wording(trimmed(role, separators));
  known = known.empty() ? text : known + ", " + text;
  entry.source.to = std::max(entry.source.to, source(role).to);
}

// ---- marks

const Span* AttendanceList::person_in(Span tokens) const {
  auto name = std::ranges::upper_bound(people_, tokens.from, {}, &Span::to);
  return name != people_.end() && name->from < tokens.to ? &*name : nullptr;
}

}  // namespace protokol
