// People in running text: their names, and the roles around them.
#include <algorithm>
#include <utility>

#include "record/parties.h"
#include "record/party_extent.h"
#include "record/party_records.h"
#include "record/quotes.h"

namespace protokol {

namespace {

/// A stretch that is read for the roles around names.
class ProseReading {
 public:
  ProseReading(const Passage& text, Case assumed, const Language& language)
      : passage_(text),
        text_(*text.text),
        assumed_(assumed),
        language_(language),
        phrases_(text, language),
        names_(text, PersonNames::Place::prose, language),
        marks_(all_names()) {}

  std::vector<Span> names() const {
    std::vector<Span> names;
    for (const NameMark& mark : marks_) names.push_back(mark.tokens);
    return names;
  }

  std::vector<FoundParty> read() {
    std::vector<FoundParty> found;
    if (!marks_.empty()) brackets_ = brackets_in(passage_);
    std::uint32_t free_from = passage_.tokens.from;
    std::optional<Span> shared;
    Case before = assumed_;  // the case of the one before
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      PersonParts parts{marks_[i], {}, {}, std::nullopt, {}, marks_[i].tokens};
      take_before(parts, i, free_from, shared);
      std::uint32_t next = i + 1 < marks_.size() ? marks_[i + 1].tokens.from : passage_.tokens.to;
      take_behind(parts, next);
      Case assumed = governed_case(parts);
      if (assumed == assumed_ && i > 0 && joined_to(free_from, parts.tokens.from)) assumed = before;
      free_from = parts.tokens.to;
      before = assumed;
      found.push_back(person_record(parts, phrases_, passage_, assumed, language_));
    }
    return found;
  }

 private:
  /// «отчёт Громовой А. С.», «за Громовой А. С.»: what stands before tells the case where the name allows it.
  Case governed_case(const PersonParts& parts) const {
    if (parts.tokens.from == passage_.tokens.from) return assumed_;
    for (Case c : phrases_.governed_by(parts.tokens.from - 1)) {
      if (restore_name(language_.tables, parts.name.printed, c, Gender::none).stood_in == c) return c;
    }
    return assumed_;
  }

  /// Names of several words, and bare surnames behind a post: «кладовщик Цыпкина».
  std::vector<NameMark> all_names() const {
    std::vector<NameMark> several = names_.find();
    std::vector<NameMark> all;
    std::uint32_t from = passage_.tokens.from;
    for (std::size_t i = 0; i <= several.size(); ++i) {
      std::uint32_t to = i < several.size() ? several[i].tokens.from : passage_.tokens.to;
      for (std::uint32_t t = from; t < to; ++t) {
        if (auto surname = surname_behind_post(t, from, to)) {
          t = surname->tokens.to - 1;
          all.push_back(std::move(*surname));
        }
      }
      if (i == several.size()) break;
      from = several[i].tokens.to;
      all.push_back(std::move(several[i]));
    }
    return all;
  }

  std::optional<NameMark> surname_behind_post(std::uint32_t t, std::uint32_t from, std::uint32_t to) const {
    if (t == from || !is_word(text_, t) || !text_.tokens[t].capital || !is_word(text_, t - 1))
      return std::nullopt;
    auto mark = names_.bare_surname(t, Likeness::fair);
    if (!mark || mark->tokens.to > to) return std::nullopt;
    std::uint32_t next = mark->tokens.to;
    bool goes_on = next < passage_.tokens.to && is_word(text_, next) && !phrases_.is_verb(next) &&
                   !phrases_.reads_as(next, PartOfSpeech::preposition) &&
                   !phrases_.in(PeopleTable::conjunctions, next);
    if (goes_on) return std::nullopt;  // «глава Каменского поселения»
    std::optional<Span> role = role_before(passage_, phrases_, t, from);
    if (!role || phrases_.read(*role, Case::none).kind != PhraseKind::post) return std::nullopt;
    return mark;
  }

  void take_before(PersonParts& parts, std::size_t index, std::uint32_t free_from,
                   std::optional<Span>& shared) const {
    std::uint32_t name = parts.name.tokens.from;
    std::optional<Span> role = role_before(passage_, phrases_, name, free_from);
    if (!role) role = role_before_comma(parts.name, free_from);
    if (!role) {
      if (!joined_to(free_from, name)) shared.reset();
      parts.shared = shared;
      return;
    }
    bool several = phrases_.read(*role, assumed_).kind == PhraseKind::posts;
    bool one = several && assumed_ == Case::none && !phrases_.cases_of_one(*role).empty();
    PhraseReading reading = phrases_.read(*role, one ? phrases_.cases_of_one(*role).front() : assumed_);
    shared.reset();
    if (reading.kind == PhraseKind::posts) {
      bool over_several =
          index + 1 < marks_.size() && joined_to(marks_[index].tokens.to, marks_[index + 1].tokens.from);
      if (!over_several) return;  // «награждение участников – Громова А. С.»
      if (reading.stands_in != Case::nominative) parts.shared = shared = *role;
    } else if (reading.kind == PhraseKind::post) {
      parts.before.push_back(*role);
    } else {
      return;
    }
    parts.tokens.from = role->from;
  }

  /// «слушали психолога, Атабиеву Л.И.»: post and name in one case.
  std::optional<Span> role_before_comma(const NameMark& name, std::uint32_t free_from) const {
    std::uint32_t comma = name.tokens.from - 1;
    if (name.tokens.from <= free_from + 1 || !is_sign(text_, comma, ",")) return std::nullopt;
    std::optional<Span> role = role_before(passage_, phrases_, comma, free_from);
    if (!role || phrases_.read(*role, assumed_).kind != PhraseKind::post) return std::nullopt;
    if (role->from > free_from && !opens_clause(role->from - 1)) return std::nullopt;
    Case stands_in = assumed_;
    if (stands_in == Case::none) {
      stands_in = restore_name(language_.tables, name.printed, Case::none, Gender::none).stood_in;
    }
    CaseSet cases = phrases_.cases_of_one(*role);
    return cases.empty() || cases.has(stands_in) ? role : std::nullopt;
  }

  bool opens_clause(std::uint32_t t) const {
    return text_.tokens[t].kind == TokenKind::sign || phrases_.is_verb(t);
  }

  /// Only a comma or «и» parts this name from the one before.
  bool joined_to(std::uint32_t from, std::uint32_t name) const {
    for (std::uint32_t t = from; t < name; ++t) {
      if (!is_sign(text_, t, ",") && !phrases_.in(PeopleTable::conjunctions, t)) return false;
    }
    return from > passage_.tokens.from;
  }

  void take_behind(PersonParts& parts, std::uint32_t limit) const {
    std::uint32_t t = parts.tokens.to;
    if (is_sign(text_, t, "(")) {
      take_bracket(parts, t);
      return;
    }
    if (is_sign(text_, t, ",-")) ++t;
    if (t < limit && phrases_.in(PeopleTable::conjunctions, t)) return;
    for (bool first = true; t < limit; first = false) {
      PhraseReading reading = phrases_.read({t, std::min(limit, t + longest_role)}, assumed_);
      if (reading.kind != PhraseKind::post || !reading.listed || reading.head > t + furthest_head) return;
      std::uint32_t end = party_end(passage_, phrases_, names_, {t, limit}, reading.stands_in);
      bool leads = end == limit || (end + 1 == limit && is_sign(text_, end, "-"));
      bool another = leads && limit < passage_.tokens.to && (!first || parts.tokens.to != t);
      if (end <= t || another) return;  // «…, учитель Петров П. П.»
      parts.behind.push_back({t, end});
      parts.tokens.to = end;
      if (!is_sign(text_, end, ",")) return;
      t = end + 1;
    }
  }

  void take_bracket(PersonParts& parts, std::uint32_t t) const {
    auto bracket = std::ranges::lower_bound(brackets_, t, {}, [](Span one) { return one.from; });
    if (bracket == brackets_.end() || bracket->from != t || bracket->size() > longest_role) return;
    Span inside{t + 1, bracket->to - 1};
    for (std::uint32_t i = inside.from; i < inside.to; ++i) {
      if (phrases_.is_verb(i)) return;
    }
    PhraseReading reading = phrases_.read(inside, Case::nominative);
    if (reading.kind == PhraseKind::none || !reading.listed) return;
    parts.behind.push_back(inside);
    parts.tokens.to = bracket->to;
  }

  static constexpr std::uint32_t longest_role = 40, furthest_head = 6;

  const Passage passage_;
  const TokenText& text_;
  const Case assumed_;
  const Language& language_;
  PartyPhrases phrases_;
  PersonNames names_;
  std::vector<NameMark> marks_;
  std::vector<Span> brackets_;
};

}  // namespace

std::vector<FoundParty> find_persons(const Passage& text, Case assumed, const Language& language) {
  return ProseReading(text, assumed, language).read();
}

std::vector<Span> find_names(const Passage& text, const Language& language) {
  return ProseReading(text, Case::none, language).names();
}

}  // namespace protokol
