// Who is marked as responsible or controlling in a decision's wording: behind labels, in brackets and behind
// the last dash.
#include "record/duties.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "record/deadline_sentence.h"
#include "record/duty_marks.h"
#include "record/unbroken.h"

namespace protokol {

namespace {

bool has_word(std::string_view value, std::string_view word) {
  std::size_t at = value.find(word);
  return at != std::string_view::npos && (at == 0 || value[at - 1] == ' ') &&
         (at + word.size() == value.size() || value[at + word.size()] == ' ');
}

/// The outermost brackets, in order.
std::vector<Span> brackets_of(const Passage& passage) {
  std::vector<Span> brackets;
  std::uint32_t depth = 0, from = 0;
  for (std::uint32_t t = passage.tokens.from; t < passage.tokens.to; ++t) {
    if (is_sign(*passage.text, t, "([") && depth++ == 0) from = t;
    if (is_sign(*passage.text, t, ")]") && depth > 0 && --depth == 0) brackets.push_back({from, t + 1});
  }
  return brackets;
}

std::vector<Span> labels_of(const MarkList& marks) {
  std::vector<Span> spans;
  for (const Mark& mark : marks) {
    if (mark.kind == "label") spans.push_back(mark.tokens);
  }
  return spans;
}

MarkList of_kind(std::string_view kind, const MarkList& marks) {
  std::vector<Mark> chosen;
  std::ranges::copy_if(marks, std::back_inserter(chosen),
                       [kind](const Mark& mark) { return mark.kind == kind; });
  return MarkList(std::move(chosen));
}

class DutyReading {
 public:
  DutyReading(const Passage& wording, const Language& language)
      : wording_(wording),
        text_(*wording.text),
        language_(language),
        marks_(duty_marks("label", wording, language)),
        choices_(of_kind("none", marks_)),
        times_(time_marks(wording, language)),
        sentences_(text_, wording.document, wording.tokens, times_.spans(),
                   unbroken_phrases(wording, labels_of(marks_), language)),
        words_(text_, language.dictionary),
        brackets_(brackets_of(wording)),
        claimed_(wording.tokens.size()) {}

  std::vector<FoundDuty> read() {
    read_control_sentences();
    for (const Mark& mark : marks_) {
      if (mark.kind == "label") read_label(mark);
    }
    read_brackets();
    for (Span tail : sentences_.tails()) read_tail(tail);
    read_name_sentences();
    std::ranges::stable_sort(found_, {}, [](const FoundDuty& duty) { return duty.tokens.from; });
    for (FoundDuty& duty : found_) set_removal(duty);
    return std::move(found_);
  }

 private:
  // ---- sentences that only tell who controls

  void read_control_sentences() {
    for (std::uint32_t from = wording_.tokens.from; from < wording_.tokens.to;) {
      Span sentence = sentences_.around(from);
      read_control_sentence(sentence);
      from = sentence.to;
    }
  }

  /// The wording's first sentence is the decision itself, unless it is only a label.
  void read_control_sentence(Span sentence) {
    std::vector<FoundControl> parts = read_control(wording_.within(sentence), language_);
    if (parts.empty()) return;
    FoundDuty duty;
    duty.kind = DutyKind::control;
    duty.rule = "control.sentence";
    duty.tokens = {sentence.from, parts.back().tokens.to};
    for (FoundControl& part : parts) {
      duty.signer = duty.signer || part.signer;
      std::ranges::move(part.parties, std::back_inserter(duty.parties));
    }
    bool decision = sentence.from == wording_.tokens.from && parts[0].reach != ControlReach::itself;
    if (!decision) duty.removal = duty.tokens;
    claim(std::move(duty));
  }

  // ---- labels

  void read_label(const Mark& label) {
    std::uint32_t at = label.tokens.to;
    if (is_claimed(label.tokens) || sentences_.is_quoted(label.tokens.from)) return;
    bool signed_label = is_sign(text_, at, ":-");
    bool apart = stands_apart(label.tokens.from);
    if (!apart && (!signed_label || has_word(label.value, "strict"))) return;
    FoundDuty duty;
    duty.kind = label.value.starts_with("control") ? DutyKind::control : DutyKind::responsible;
    duty.rule = std::string(language_.grammar.rule_name(label.rule));
    Case stood_in = case_named(std::string_view(label.value).substr(label.value.rfind(' ') + 1));
    at = past_signs(at);
    const Mark* mark = marks_.at(at);
    bool governed = mark && mark->kind == "case";
    if (governed) {
      stood_in = case_named(mark->value);
      at = mark->tokens.to;
    }
    duty.signer = mark && mark->kind == "self";
    bool control = duty.kind == DutyKind::control;
    if (has_word(label.value, "strict") && !signed_label && !(governed && control) && !duty.signer) return;
    std::uint32_t end = duty.signer ? mark->tokens.to : people_end(at);
    if (!duty.signer) duty.parties = people_in({at, end}, stood_in);
    bool direct = signed_label || label_ends_in_stop(label) || starts_with_name(duty.parties, at);
    bool opens_bracket = is_sign(text_, label.tokens.from - 1, "([");
    bool filled = signed_label || opens_bracket || is_filled({at, end}, duty.parties);
    if (!duty.signer && (duty.parties.empty() || !direct || !filled)) return;
    duty.items = items_in(label.tokens);
    duty.tokens = {label.tokens.from, trim_end({at, end})};
    duty.removal = duty.tokens;
    claim(std::move(duty));
  }

  /// «Отв. по пп. | 1 - 3, 6»
  std::string items_in(Span label) const {
    while (!label.empty() && text_.tokens[label.from].kind != TokenKind::number) ++label.from;
    return label.empty() ? std::string() : wording(wording_.within(label));
  }

  /// Behind initials nothing tells whether the sentence has ended.
  bool stands_apart(std::uint32_t token) const {
    return sentences_.opens(token) || is_sign(text_, token - 1, ".");
  }

  bool label_ends_in_stop(const Mark& label) const {
    return is_sign(text_, label.tokens.to - 1, ".") || is_sign(text_, label.tokens.to, ".");
  }

  static bool starts_with_name(const std::vector<FoundParty>& parties, std::uint32_t at) {
    return !parties.empty() && parties[0].kind == PartyKind::person && parties[0].name.from == at;
  }

  std::uint32_t past_signs(std::uint32_t at) const {
    while (at < wording_.tokens.to && is_sign(text_, at, ":-.,;*")) ++at;
    return at;
  }

  /// Where the people that begin at `from` end: with their piece, before the next label, or before a sentence
  /// that follows initials.
  std::uint32_t people_end(std::uint32_t from) const {
    std::uint32_t end = from, limit = sentences_.around(from).to;
    bool bracket = sentences_.in_bracket(from);
    while (end < limit && !sentences_.is_taken(end) && !(bracket && is_sign(text_, end, ")]")) &&
           !(end > from && is_label(end))) {
      ++end;
    }
    return sentence_behind_name(wording_.within({from, end}), language_);
  }

  bool is_mark(std::uint32_t token, std::string_view kind) const {
    const Mark* mark = marks_.at(token);
    return mark && mark->kind == kind;
  }

  bool is_label(std::uint32_t token) const {
    const Mark* mark = marks_.at(token);
    return mark && mark->kind == "label" && stands_apart(token);
  }

  // ---- brackets and tails without a label

  /// «… (Иванов И. И., к 1 ноября)» at the end of a task.
  void read_brackets() {
    for (Span bracket : brackets_) {
      if (sentences_.closes(bracket.to)) read_bracket(bracket);
    }
  }

  void read_bracket(Span bracket) {
    Span inner{bracket.from + 1, bracket.to - 1};
    // «[Рогова Р. Р., к 1 марта; контр. – Котов К. К.]»: up to what a label has taken.
    if (is_claimed(bracket)) {
      inner.to = inner.from;
      while (!is_claimed({inner.to, inner.to + 1})) ++inner.to;
    }
    if (bracket.from == wording_.tokens.from || inner.empty() || is_mark(inner.from, "other")) return;
    Span place = before_times(wording_.within(behind_times(inner)), times_);
    if (place.empty() || !names_task_before(bracket.from - 1)) return;
    // «в отделе (Котов К. К.)» names the head of the department, «(Котов К. К., до мая)» who does it.
    if (follows_its_body(bracket) && !time_beside(place)) return;
    accept_people(place, "duty.bracket");
  }

  /// Behind the last dash, colon or, with a time phrase behind it, comma: «… – Иванов, до 15 марта».
  void read_tail(Span tail) {
    if (is_claimed(tail) || sentences_.in_bracket(tail.from) || sentences_.is_quoted(tail.from)) return;
    if (text_.at(tail.to - 1).size() == 1 && is_sign(text_, tail.to, ".")) ++tail.to;  // an initial
    std::uint32_t start = sentences_.around(tail.from).from;
    std::uint32_t dash = tail.from;
    while (dash > start && !is_dash(dash - 1)) --dash;
    bool timed = sentences_.is_taken(std::min(past_signs(tail.to), wording_.tokens.to - 1));
    if (dash > start) {
      Span place = behind_times({dash, tail.to});
      const bool behind_time = dash >= start + 2 && sentences_.is_taken(dash - 2);
      timed = timed || place.from > dash || behind_time;
      if (names_task_before(dash - 1) || timed) accept_people(place, "duty.tail");
    } else if (timed && names_task_before(tail.from - 1)) {
      accept_people(tail, "duty.tail");
    }
  }

  /// «Снять качели. Мирзоев. Срочно», «Подать заявку. Лещук, бухгалтерия, до 20 мая»: a sentence of names
  /// alone.
  void read_name_sentences() {
    for (std::uint32_t from = sentences_.around(wording_.tokens.from).to; from < wording_.tokens.to;) {
      const Span sentence = sentences_.around(from);
      from = sentence.to;
      if (is_claimed(sentence) || sentences_.in_bracket(sentence.from)) continue;
      Span place = before_times(wording_.within(sentence), times_);
      place = without_stop(wording_.within(place)).tokens;
      if (place.empty() || !text_.tokens[place.from].capital ||
          (!time_beside(place) && !time_beside({place.from, std::max(place.to, sentence.to - 1)})))
        continue;
      std::vector<FoundParty> people = people_in(place, Case::nominative);
      if (people.empty() || people.front().kind != PartyKind::person || !is_filled(place, people)) continue;
      FoundDuty duty;
      duty.rule = "duty.sentence";
      duty.parties = std::move(people);
      duty.tokens = duty.removal = place;
      claim(std::move(duty));
    }
  }

  /// What stands behind the time phrases that `place` begins with.
  Span behind_times(Span place) const {
    while (place.from < place.to) {
      std::uint32_t at = past_signs(place.from);
      const Mark* time = times_.at(at);
      if (!time) return {place.from, place.to};
      place.from = past_signs(time->tokens.to);
    }
    return place;
  }

  bool is_dash(std::uint32_t token) const {
    if (is_sign(text_, token, ":")) return true;
    return is_sign(text_, token, "-") && (text_.tokens[token].space_before ||
                                          (token + 1 < text_.size() && text_.tokens[token + 1].space_before));
  }

  /// Does the sentence up to `token`, with it, ask for something, and not for a choice of people?
  bool names_task_before(std::uint32_t token) const {
    Span sentence = sentences_.around(token);
    return !choices_.has("none", sentence) && words_.verb_before(token + 1, sentence);
  }

  /// «в отдел архитектуры (Иванов И. И.)», «с директором (Петров П. П.)»: the name belongs to the words
  /// before it; not so «на сайте школы (Иванов И. И.)».
  bool follows_its_body(Span bracket) const {
    constexpr std::uint32_t longest = 12;
    std::uint32_t start = sentences_.around(bracket.from - 1).from;
    for (std::uint32_t t = bracket.from; t > start && t + longest > bracket.from; --t) {
      std::uint32_t word = t - 1;
      if (words_.is_infinitive(word) || words_.is_preposition(word) || sentences_.is_taken(word))
        return false;
      if (!is_word(text_, word)) continue;
      bool governed = word == start || words_.is_preposition(word - 1) || words_.is_infinitive(word - 1);
      if (governed && text_.tokens[word].capitals) return true;
      bool named = language_.people.in(PeopleTable::bodies, text_.at(word)) ||
                   language_.people.in(PeopleTable::posts, text_.at(word));
      if (named && (governed || !may_be_genitive(word))) return true;
    }
    return false;
  }

  bool may_be_genitive(std::uint32_t token) const {
    return std::ranges::any_of(language_.dictionary.readings(text_.at(token)),
                               [](const Reading& one) { return one.grammatical_case == Case::genitive; });
  }

  /// The place is a duty where persons fill it.
  void accept_people(Span place, std::string_view rule) {
    Span removal = place;
    while (!place.empty() && marks_.at(place.from) && marks_.at(place.from)->kind == "joint")
      place.from = marks_.at(place.from)->tokens.to;
    if (words_.is_infinitive(place.from)) return;  // «Котову К. К. – подать списки детей, срок – май»
    std::vector<FoundParty> people = people_in(place, Case::nominative);
    if (people.empty() || !is_filled(place, people)) return;
    bool timed = time_beside(removal);
    // «… – учителя-предметники, до 1 марта»: several by their post only where a time phrase or
    // square brackets show what they are.
    bool charged = removal.from > 0 && ((timed && is_sign(text_, removal.from - 1, "-(")) ||
                                        is_sign(text_, removal.from - 1, "["));
    bool named = std::ranges::all_of(people, [this, timed, charged](const FoundParty& one) {
      if (charged && one.kind != PartyKind::person) return one.stood_in == Case::nominative;
      // A surname alone may be a village.
      bool full = timed || one.name.size() > 1 || is_surname_behind_dash(one.name.from);
      return one.kind == PartyKind::person && one.stood_in == Case::nominative && full && !is_matter_of(one);
    });
    if (!named) return;
    FoundDuty duty;
    duty.rule = std::string(rule);
    duty.parties = std::move(people);
    duty.tokens = place;
    duty.removal = removal;
    claim(std::move(duty));
  }

  /// «(смета Фишмана Б. И.)»: what stands before the name is a thing.
  bool is_matter_of(const FoundParty& person) const {
    if (person.tokens.from == person.name.from || !is_word(text_, person.tokens.from)) return false;
    const std::string_view first = text_.at(person.tokens.from);
    return !language_.people.in_any({PeopleTable::posts, PeopleTable::bodies}, first) &&
           language_.dictionary.names_thing(first);
  }

  /// «Сверить подписи – Лаптева»; «дорога Слобода – Кедрова» is a way.
  bool is_surname_behind_dash(std::uint32_t token) const {
    if (token < wording_.tokens.from + 2 || !is_sign(text_, token - 1, "-") ||
        !text_.tokens[token - 1].space_before)
      return false;
    const bool behind_name = text_.tokens[token - 2].capital;
    return !behind_name && language_.people.has_surname_ending(text_.at(token)) &&
           !language_.dictionary.knows(text_.at(token));
  }

  bool time_beside(Span place) const {
    std::uint32_t before = place.from, after = past_signs(place.to);
    while (before > wording_.tokens.from && is_sign(text_, before - 1, ":-.,;([")) --before;
    return sentences_.is_taken(after) || (before > wording_.tokens.from && sentences_.is_taken(before - 1));
  }

  bool is_filled(Span place, const std::vector<FoundParty>& people) const {
    auto next = people.begin();
    std::uint32_t filled_to = place.from;
    for (std::uint32_t t = place.from; t < place.to; ++t) {
      for (; next != people.end() && next->tokens.from <= t; ++next)
        filled_to = std::max(filled_to, next->tokens.to);
      if (t < filled_to || text_.tokens[t].kind == TokenKind::sign || words_.is_conjunction(t)) continue;
      return false;
    }
    return true;
  }

  // ---- what leaves the wording

  /// The bracket goes as a whole where the duty opens it or only time phrases and duties stand in it.
  void set_removal(FoundDuty& duty) const {
    if (duty.removal.empty()) return;
    std::optional<Span> bracket = bracket_around(duty.tokens);
    if (bracket && (bracket->from + 1 == duty.tokens.from || holds_only_claims(*bracket)))
      duty.removal = *bracket;
    duty.removal = sentences_.with_separators(duty.removal, sentences_.closes(duty.removal.to));
  }

  std::optional<Span> bracket_around(Span inner) const {
    auto after = std::ranges::upper_bound(brackets_, inner.from, {}, &Span::from);
    if (after == brackets_.begin()) return std::nullopt;
    Span bracket = *(after - 1);
    return inner.to <= bracket.to ? std::optional(bracket) : std::nullopt;
  }

  bool holds_only_claims(Span bracket) const {
    constexpr std::uint32_t longest = 400;
    if (bracket.size() > longest) return false;
    for (std::uint32_t t = bracket.from; t < bracket.to; ++t) {
      if (text_.tokens[t].kind == TokenKind::sign || sentences_.is_taken(t)) continue;
      if (!is_claimed({t, t + 1})) return false;
    }
    return true;
  }

  // ---- small questions

  bool is_claimed(Span span) const {
    for (std::uint32_t t = span.from; t < span.to; ++t) {
      if (claimed_[t - wording_.tokens.from]) return true;
    }
    return false;
  }

  void claim(FoundDuty duty) {
    for (std::uint32_t t = duty.tokens.from; t < duty.tokens.to; ++t)
      claimed_[t - wording_.tokens.from] = true;
    found_.push_back(std::move(duty));
  }

  std::vector<FoundParty> people_in(Span place, Case stood_in) const {
    place.from = past_signs(place.from);
    place.to = trim_end(place);
    std::vector<FoundParty> people = read_parties(without_stop(wording_.within(place)), stood_in, language_);
    std::erase_if(people, [this](const FoundParty& one) { return !is_known(one, wording_, language_); });
    return people;
  }

  std::uint32_t trim_end(Span place) const {
    while (!place.empty() && is_sign(text_, place.to - 1, ",;:-([")) --place.to;
    return place.to;
  }

  const Passage& wording_;
  const TokenText& text_;
  const Language& language_;
  MarkList marks_;
  MarkList choices_;  ///< those that speak of a choice of people
  MarkList times_;
  Sentences sentences_;
  SentenceWords words_;
  std::vector<Span> brackets_;
  std::vector<bool> claimed_;  ///< by token
  std::vector<FoundDuty> found_;
};

}  // namespace

std::vector<FoundDuty> find_duties(const Passage& wording, const Language& language) {
  return DutyReading(wording, language).read();
}

std::string dump(const std::vector<FoundDuty>& duties) {
  std::string text;
  for (const FoundDuty& duty : duties) {
    if (!text.empty()) text += " | ";
    text += duty.kind == DutyKind::control ? "control" : "responsible";
    if (!duty.items.empty()) text += " " + duty.items;
    text += ": " + dump_people(duty.parties, duty.signer);
  }
  return text;
}

}  // namespace protokol
