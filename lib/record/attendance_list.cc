// A list of those present, absent or invited, sentence by sentence: statements, and where the list ends.
#include "record/attendance_list.h"

#include <algorithm>
#include <utility>

#include "record/list_marks.h"
#include "record/noun_phrase.h"
#include "record/unbroken.h"

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

/// The last comma of a passage that it goes up to; where there is none, its start.
std::uint32_t last_comma(const Passage& passage) {
  std::uint32_t t = passage.tokens.to;
  while (t > passage.tokens.from && !is_sign(*passage.text, t, ",;")) --t;
  return t;
}

}  // namespace

Attendance status_of(const Mark& mark) {
  if (mark.value == "absent" || mark.kind == "away") return Attendance::absent;
  return mark.value == "invited" || mark.kind == "advisory" ? Attendance::invited : Attendance::present;
}

void AttendanceList::begin(const Passage& passage) {
  marks_ = list_marks(passage, "attendance", language_.grammar);
  people_ = find_names(passage, language_);
  role_ = lasting_role_;
}

void AttendanceList::read(const Passage& passage) {
  begin(passage);
  before_ = {};
  std::uint32_t from = passage.tokens.from;
  // «Котов И. И. – директор, зам. Председателя совета»
  std::vector<Span> kept = unbroken_phrases(passage, {}, language_);
  kept.insert(kept.end(), people_.begin(), people_.end());
  std::ranges::sort(kept, {}, &Span::from);
  for (std::uint32_t end : sentence_ends(passage, kept)) {
    read_sentence(passage.within({from, end}));
    before_ = passage.within({from, end});
    from = end;
  }
  list_follows_ = !passage.empty() && is_sign(*passage.text, passage.tokens.to - 1, ":");
}

void AttendanceList::come_from(const Passage& label) {
  marks_ = list_marks(label, "attendance", language_.grammar);
  const Mark* from = marks_.at(label.tokens.from);
  if (from && from->kind == "from") {
    std::uint32_t side = from->tokens.to;  // «От Заказчика – МКУ «Служба»»: its name stands behind the dash
    for (std::uint32_t t = side; t < label.tokens.to && !is_sign(*label.text, t, "\""); ++t) {
      if (is_sign(*label.text, t, "-") && label.token(t).space_before) side = t + 1;
    }
    lasting_role_ = name_of_represented(trimmed(label.within({side, label.tokens.to}), separators), language_);
  } else {
    lasting_role_ =
        is_plural(label, language_.dictionary) ? std::string() : wording(trimmed(label, separators));
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
      claims_.push_back(claim_of(sentence.within({mark.tokens.from, sentence.tokens.to}),
                                 std::string(language_.grammar.rule_name(mark.rule)), "attendees", {}));
      return;
    }
    const bool first = mark.tokens.from == sentence.tokens.from;
    const bool apart =
        first || !is_sign(*sentence.text, mark.tokens.from - 1, mark.kind == "away" ? "(-" : "(");
    const Span* person = mark.kind == "away" ? person_in({mark.tokens.to, sentence.tokens.to}) : nullptr;
    const bool names_one = person && person->from < mark.tokens.to + longest_post;
    const bool labels = mark.kind == "away" && first && is_sign(*sentence.text, mark.tokens.to, ":-");
    const bool turns = mark.kind == "status" || labels || (apart && (mark.kind == "advisory" || names_one));
    if (!turns) continue;
    if (status) close(mark.tokens.from);
    lead = sentence.within({status ? mark.tokens.from : from, mark.tokens.from});
    status = &mark;
    from = end_of_words(mark, *sentence.text);
  }
  close(sentence.tokens.to);
}

/// «секретарь совета», not «протокол вела».
bool AttendanceList::names_post(const Mark& mark, const TokenText& text) const {
  for (std::uint32_t t = mark.tokens.from; t < mark.tokens.to; ++t) {
    if (language_.people.in(PeopleTable::posts, text.at(t))) return true;
  }
  return false;
}

/// Does the list end before this sentence, because it is of the protocol's other fields or a narrative?
bool AttendanceList::closes(const Passage& sentence) {
  const TokenText& text = *sentence.text;
  if (!status_ || marks_.has("status", sentence.tokens)) return false;
  for (const Mark& mark : marks_.within(sentence.tokens)) {
    if (mark.kind == "stop") return true;
    bool office = mark.kind == "chair" || mark.kind == "secretary";
    // «Председательствовала Котова И. И.», «Вёл протокол Мышкин М. М.» behind the list.
    if (office && mark.tokens.from == sentence.tokens.from && !entries_.empty() && !names_post(mark, text))
      return true;
    // «Присутствуют 40 человек. / Председатель собрания Котов И. И., …» behind a mere count.
    const bool counted = !entries_.empty() && entries_.back().announced;
    if (office && counted && mark.tokens.from == sentence.tokens.from &&
        person_in({mark.tokens.to, mark.tokens.to + 1}))
      return true;
    std::uint32_t sign = is_sign(text, mark.tokens.to - 1, ":-") ? mark.tokens.to - 1 : mark.tokens.to;
    if (!office || mark.tokens.from != sentence.tokens.from || !is_sign(text, sign, ":-")) continue;
    if (status_ != Attendance::present) return true;
    // «Присутствовали: / Председатель: … / Члены: … / Секретарь: …»: the list says itself who holds an
    // office.
    labels_offices_ = labels_offices_ || entries_.empty();
    if (labels_offices_ || entries_.back().office != Office::none) continue;
    if ((entries_.back().announced && !list_follows_) || is_sign(text, sign, ":")) return true;
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
    // «зав. тер. отд. Котов И. И.»: what a full stop shortens is no verb.
    if (t + 2 < sentence.tokens.to && is_sign(*sentence.text, t + 1, ".")) continue;
    bool name = sentence.token(t).capital && t > sentence.tokens.from;
    if (depth == 0 && !name && is_word(*sentence.text, t) &&
        is_predicate(sentence.at(t), language_.dictionary))
      return true;
  }
  return false;
}

/// Either those who follow the words have this status, or, where nobody follows, those before them.
void AttendanceList::read_statement(const Passage& lead, const Mark& mark, const Passage& body) {
  claims_.push_back(claim_of(body.within(mark.tokens), std::string(language_.grammar.rule_name(mark.rule)),
                             "attendees", mark.value));
  if (remember_total(lead) && !status_ && !before_.empty() && marks_.has("chair", before_.tokens)) {
    status_ = status_of(mark);  // the composition of the body whose quorum is told
    read_clauses(without_title(before_));
    status_.reset();
  }
  if (lead.empty() && total_group_.empty() && !before_.empty()) remember_total(before_);
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
    const bool leads =
        mark.kind == "total" && mark.tokens.from == lead.tokens.from;  // «Всего членов комиссии – 9»
    if (opens || leads) from = mark.tokens.to;
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

const Span* AttendanceList::person_in(Span tokens) const {
  auto name = std::ranges::upper_bound(people_, tokens.from, {}, &Span::to);
  return name != people_.end() && name->from < tokens.to ? &*name : nullptr;
}

}  // namespace protokol
