// People in running text, and the post or body that begins at a token.
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
        marks_(all_names()),
        brackets_(brackets_in(text)) {}

  std::vector<FoundParty> read() {
    std::vector<FoundParty> found;
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
    std::vector<Case> cases = phrases_.cases_of_one(*role);
    return cases.empty() || std::ranges::find(cases, stands_in) != cases.end() ? role : std::nullopt;
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

/// A post or body that begins at a token, with its holder.
class PartyAt {
 public:
  PartyAt(const Passage& sentence, Case wanted, const Language& language)
      : passage_(sentence),
        text_(*sentence.text),
        wanted_(wanted),
        language_(language),
        phrases_(sentence, language),
        names_(sentence, PersonNames::Place::prose, language) {}

  std::vector<FoundParty> read(std::uint32_t from) const {
    if (from >= passage_.tokens.to) return {};
    if (auto name = names_.name_from(from)) return person(*name);
    std::uint32_t end = party_end(passage_, phrases_, names_, {from, passage_.tokens.to}, wanted_);
    if (end == from || (end == from + 1 && is_surname_of_adjective(from))) {
      auto surname = names_.bare_surname(from, end == from ? Likeness::good : Likeness::word);
      return surname ? person(*surname) : std::vector<FoundParty>();
    }
    Span phrase{from, end};
    PhraseReading reading = phrases_.read(phrase, wanted_);
    std::vector<Case> cases = phrases_.cases(phrase);
    bool thing = reading.kind == PhraseKind::body && !reading.listed &&
                 phrases_.reads_as(reading.head, PartOfSpeech::noun);
    if (thing) return {};  // «сведению», «исполнению»
    bool fits = wanted_ == Case::none || cases.empty() || std::ranges::find(cases, wanted_) != cases.end();
    if (!fits || reading.kind == PhraseKind::none || (cases.empty() && !reading.listed)) return {};
    if (auto holder = holder_behind(phrase, reading)) return {std::move(*holder)};
    return with_bracket(phrase, reading);
  }

 private:
  /// «Громовой подготовить»
  bool is_surname_of_adjective(std::uint32_t t) const {
    return text_.tokens[t].capital && language_.people.has_surname_ending(text_.at(t)) &&
           !phrases_.reads_as(t, PartOfSpeech::noun);
  }

  std::vector<FoundParty> person(const NameMark& name) const {
    PersonParts parts{name, {}, {}, std::nullopt, {}, name.tokens};
    if (is_sign(text_, name.tokens.to, "(")) {
      // «Сычу Н.Л. (МУП «Теплосеть»)»
      std::vector<FoundParty> with_role =
          find_persons(passage_.within({name.tokens.from, passage_.tokens.to}), wanted_, language_);
      if (!with_role.empty() && with_role[0].name == name.tokens) {
        with_role.resize(1);
        if (wanted_ != Case::none && with_role[0].stood_in != wanted_) return {};
        return with_role;
      }
    }
    FoundParty found = person_record(parts, phrases_, passage_, wanted_, language_);
    if (wanted_ != Case::none && found.stood_in != wanted_) return {};
    return {std::move(found)};
  }

  /// «Директору МУП «Водоканал» Иванову И. И.», «старосте Вахрушеву»
  std::optional<FoundParty> holder_behind(Span phrase, const PhraseReading& reading) const {
    if (reading.kind != PhraseKind::post) return std::nullopt;
    std::optional<NameMark> name = names_.name_from(phrase.to);
    std::uint32_t last = phrase.to - 1;
    if (!name && last == reading.head + 1 && is_surname_of_adjective(last)) {
      phrase.to = last;  // «завхозу Громовой»
      name = names_.bare_surname(last, Likeness::word);
    }
    if (!name) {
      name = names_.bare_surname(phrase.to, Likeness::fair);
      if (!name || !reading.listed) return std::nullopt;
      bool in_case = restore_name(language_.tables, name->printed, wanted_, Gender::none).stood_in == wanted_;
      if (wanted_ != Case::none && !in_case) return std::nullopt;
    }
    PersonParts parts{*name, {phrase}, {}, std::nullopt, {}, {phrase.from, name->tokens.to}};
    return person_record(parts, phrases_, passage_, wanted_, language_);
  }

  std::vector<FoundParty> with_bracket(Span phrase, const PhraseReading& reading) const {
    FoundParty party = nameless_record(phrase, reading, phrases_, passage_);
    Span bracket = bracket_at(phrase.to);
    if (bracket.empty()) return {std::move(party)};
    Span whole{phrase.from, bracket.to};
    // A list reading knows what a bracket means behind a post, and behind a body.
    std::vector<FoundParty> all = read_parties(passage_.within(with_joint(whole)), wanted_, language_);
    if (all.empty()) return {std::move(party)};
    return all;
  }

  /// «… (Сомова А.Р.) совместно с главами муниципальных районов»
  Span with_joint(Span whole) const {
    std::uint32_t next = whole.to;
    if (next >= passage_.tokens.to || !phrases_.in(PeopleTable::joint, next)) return whole;
    constexpr std::uint32_t behind_joint = 2;  // «совместно с»
    std::uint32_t from = next + behind_joint;
    if (from >= passage_.tokens.to) return whole;
    std::uint32_t end = party_end(passage_, phrases_, names_, {from, passage_.tokens.to}, Case::instrumental);
    if (end > from) whole.to = end;
    return whole;
  }

  Span bracket_at(std::uint32_t token) const {
    constexpr std::uint32_t longest = 40;
    if (!is_sign(text_, token, "(")) return {};
    Span near{token, std::min(passage_.tokens.to, token + longest)};
    std::vector<Span> brackets = brackets_in(passage_.within(near));
    return brackets.empty() || brackets[0].from != token ? Span{} : brackets[0];
  }

  const Passage passage_;
  const TokenText& text_;
  const Case wanted_;
  const Language& language_;
  PartyPhrases phrases_;
  PersonNames names_;
};

}  // namespace

std::vector<FoundParty> find_persons(const Passage& text, Case assumed, const Language& language) {
  return ProseReading(text, assumed, language).read();
}

std::vector<FoundParty> party_at(const Passage& sentence, std::uint32_t from, Case wanted,
                                 const Language& language) {
  return PartyAt(sentence, wanted, language).read(from);
}

}  // namespace protokol
