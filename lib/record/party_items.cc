// Cutting a list of people, and joining again what a separator only seemed to part.
#include "record/party_items.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "record/quotes.h"

namespace protokol {

namespace {

using Kind = PartyItemKind;

class Cutter {
 public:
  Cutter(const Passage& place, const PartyPhrases& phrases, const PersonNames& names)
      : place_(place),
        text_(*place.text),
        phrases_(phrases),
        names_(names.find()),
        quotes_(quotes_in(place)),
        brackets_(brackets_in(place)) {}

  std::vector<PartyItem> cut() {
    for (std::uint32_t t = place_.tokens.from; t < place_.tokens.to;) t = next(t);
    return std::move(items_);
  }

 private:
  /// Takes what begins at `t`; gives where the next begins.
  std::uint32_t next(std::uint32_t t) {
    skip_before(t);
    if (bracket_ < brackets_.size() && brackets_[bracket_].from == t) {
      return add(Kind::bracket, brackets_[bracket_].to, t);
    }
    if (name_ < names_.size() && names_[name_].tokens.from == t) {
      add(Kind::name, names_[name_].tokens.to, t);
      items_.back().name = names_[name_];
      return items_.back().tokens.to;
    }
    if (quote_ < quotes_.size() && quotes_[quote_].from == t) return add_words(quotes_[quote_].to, t);
    switch (text_.tokens[t].kind) {
      case TokenKind::number:
        if (is_enumerator(t)) return add(Kind::end, t + 2, t);
        return add_words(t + 1, t);
      case TokenKind::word:
        return word(t);
      case TokenKind::sign:
        return sign(t);
    }
    return t + 1;
  }

  void skip_before(std::uint32_t t) {
    while (bracket_ < brackets_.size() && brackets_[bracket_].from < t) ++bracket_;
    while (name_ < names_.size() && names_[name_].tokens.from < t) ++name_;
    while (quote_ < quotes_.size() && quotes_[quote_].from < t) ++quote_;
  }

  std::uint32_t word(std::uint32_t t) {
    if (std::uint32_t end = phrases_.abbreviation_end(t); end > t && end <= place_.tokens.to)
      return add_words(end, t);
    if (phrases_.in(PeopleTable::conjunctions, t)) return add(Kind::conjunction, t + 1, t);
    if (phrases_.is_verb(t) || phrases_.is_relative(t)) return add(Kind::end, t + 1, t);
    return add_words(t + 1, t);
  }

  std::uint32_t sign(std::uint32_t t) {
    if (is_sign(text_, t, ",")) return add(Kind::comma, t + 1, t);
    if (is_sign(text_, t, ":")) return add(Kind::colon, t + 1, t);
    if (is_sign(text_, t, "/")) {
      bool letters = t > place_.tokens.from && is_word(text_, t - 1) && text_.at(t - 1).size() == 1;
      return letters ? add_words(t + 1, t) : add(Kind::slash, t + 1, t);
    }
    if (is_sign(text_, t, "-_")) {
      bool hyphen = !text_.tokens[t].space_before && t + 1 < place_.tokens.to &&
                    !text_.tokens[t + 1].space_before && !items_.empty() &&
                    items_.back().kind == Kind::words && !begins_name(t + 1);
      return hyphen ? add_words(t + 1, t) : add(Kind::dash, t + 1, t);
    }
    if (is_sign(text_, t, ".")) {
      return phrases_.is_abbreviating_stop(t) ? add_words(t + 1, t) : add(Kind::end, t + 1, t);
    }
    if (is_sign(text_, t, "\xB9")) return add_words(t + 1, t);
    if (is_sign(text_, t, "\"+")) return add_words(t + 1, t);
    return add(Kind::end, t + 1, t);
  }

  bool begins_name(std::uint32_t t) const {
    return std::ranges::any_of(
        names_.begin() + static_cast<std::ptrdiff_t>(name_),
        names_.begin() + static_cast<std::ptrdiff_t>(std::min(name_ + 1, names_.size())),
        [t](const NameMark& name) { return name.tokens.from == t; });
  }

  /// «1.», «2)» before a member; «гости – 2.» is a count.
  bool is_enumerator(std::uint32_t t) const {
    const bool count = t + 2 >= place_.tokens.to && !items_.empty() && items_.back().kind == Kind::dash;
    if (count || !is_sign(text_, t + 1, ".)") || text_.tokens[t + 1].space_before) return false;
    bool opens = items_.empty() || items_.back().kind != Kind::words;
    return opens || begins_name(t + 2);
  }

  std::uint32_t add(Kind kind, std::uint32_t end, std::uint32_t from) {
    end = std::min(end, place_.tokens.to);
    items_.push_back({kind, {from, end}, {}});
    return end;
  }

  std::uint32_t add_words(std::uint32_t end, std::uint32_t from) {
    if (items_.empty() || items_.back().kind != Kind::words || items_.back().tokens.to != from) {
      return add(Kind::words, end, from);
    }
    return items_.back().tokens.to = std::min(end, place_.tokens.to);
  }

  const Passage place_;
  const TokenText& text_;
  const PartyPhrases& phrases_;
  std::vector<NameMark> names_;
  std::vector<Span> quotes_, brackets_;
  std::size_t name_ = 0, quote_ = 0, bracket_ = 0;
  std::vector<PartyItem> items_;
};

/// Finds the bare surnames among the words.
class Surnames {
 public:
  Surnames(const Passage& place, const PartyPhrases& phrases, const PersonNames& names)
      : place_(place), text_(*place.text), phrases_(phrases), names_(names) {}

  std::vector<PartyItem> in(std::vector<PartyItem> items) const {
    std::vector<PartyItem> result;
    bool people = std::ranges::any_of(items, [](const PartyItem& one) { return one.kind == Kind::name; });
    for (std::size_t i = 0; i < items.size(); ++i) {
      bool before_name = i + 1 < items.size() && items[i + 1].kind == Kind::name;
      if (items[i].kind != Kind::words || before_name) {
        result.push_back(std::move(items[i]));
      } else {
        for (PartyItem& part : cut(items[i], people)) {
          people = people || part.kind == Kind::name;
          result.push_back(std::move(part));
        }
      }
    }
    return result;
  }

 private:
  std::vector<PartyItem> cut(const PartyItem& words, bool people) const {
    if (auto whole = names_.bare_surname(words.tokens.from, Likeness::word)) {
      if (whole->tokens.to == words.tokens.to && is_person(words.tokens.from, people))
        return {{Kind::name, words.tokens, *whole}};
    }
    std::uint32_t last = words.tokens.to - 1;
    for (int parts = 1; parts < 3 && last > words.tokens.from + 1 && is_sign(text_, last - 1, "-") &&
                        !text_.tokens[last].space_before;
         ++parts) {
      last -= 2;
    }
    if (last <= words.tokens.from || !is_word(text_, last)) return {words};
    // «сторож Пак», «завхозу Громовой»: a word of the dictionary must stand right behind the post.
    bool mixed = names_.lettering() == Lettering::mixed;
    auto behind = names_.bare_surname(last, mixed ? Likeness::word : Likeness::good);
    if (!behind || behind->tokens.to != words.tokens.to || is_sign(text_, last - 1, "\xB9\"-"))
      return {words};
    Span role{words.tokens.from, last};
    PhraseReading reading = phrases_.read(role, Case::none);
    if (reading.kind != PhraseKind::post || !reading.listed) return {words};
    if (names_.likeness(last) == Likeness::word && reading.head + 1 != last) return {words};
    return {{Kind::words, role, {}}, {Kind::name, behind->tokens, *behind}};
  }

  /// A word alone that the dictionary knows may be a post or a body; words that end as such are none.
  bool is_person(std::uint32_t token, bool people) const {
    Likeness likeness = names_.likeness(token);
    if (names_.lettering() == Lettering::small) {
      return likeness == Likeness::good &&
             (people || !phrases_.is_known(token) || names_.is_form_of_surname(token));
    }
    if (likeness == Likeness::good) return true;
    PhraseReading reading = phrases_.read({token, token + 1}, Case::none);
    if (likeness == Likeness::fair)
      return !(reading.kind == PhraseKind::body && reading.listed) && !is_compound(token);
    if (people && names_.ends_as_surname(token)) return true;  // «Мохов, Белых»
    if (reading.listed || !phrases_.may_stand_in(token, Case::nominative) || is_plural(token)) return false;
    bool bracket = token > 0 && token == place_.tokens.from && is_sign(text_, token - 1, "([");
    return reading.kind == PhraseKind::post || bracket || people;
  }

  /// «Юротдел», «Финслужба»: a known word with letters before it.
  bool is_compound(std::uint32_t token) const {
    return !phrases_.is_known(token) && phrases_.reads_as(token, PartOfSpeech::noun);
  }
  bool is_plural(std::uint32_t token) const {
    return phrases_.read({token, token + 1}, Case::nominative).kind == PhraseKind::posts;
  }

  const Passage place_;
  const TokenText& text_;
  const PartyPhrases& phrases_;
  const PersonNames& names_;
};

/// Joins words over separators that part nothing.
class Joiner {
 public:
  Joiner(const Passage& place, Case assumed, const PartyPhrases& phrases)
      : text_(*place.text), assumed_(assumed), phrases_(phrases) {}

  std::vector<PartyItem> join(std::vector<PartyItem> items) const {
    std::vector<PartyItem> result;
    for (std::size_t i = 0; i < items.size(); ++i) {
      bool between = i > 0 && i + 1 < items.size() && !result.empty() && result.back().kind == Kind::words &&
                     items[i + 1].kind == Kind::words;
      if (between && parts_nothing(result, items, i)) {
        result.back().tokens.to = items[i + 1].tokens.to;
        ++i;
      } else {
        result.push_back(std::move(items[i]));
      }
    }
    return result;
  }

 private:
  bool parts_nothing(const std::vector<PartyItem>& done, const std::vector<PartyItem>& items,
                     std::size_t i) const {
    constexpr std::uint32_t longest = 60;
    Span before = done.back().tokens, behind = items[i + 1].tokens;
    if (behind.to - before.from > longest) return false;
    switch (items[i].kind) {
      case Kind::dash:
        return !is_label(before);
      case Kind::comma:
        return goes_on(before, behind, items[i].kind);
      case Kind::conjunction:
        return goes_on(before, behind, items[i].kind) || share_words(before, behind) ||
               ends_with_acronym(before, behind);
      default:
        return false;
    }
  }

  bool is_label(Span words) const {
    for (std::uint32_t t = words.from; t < words.to; ++t) {
      if (is_word(text_, t) && !phrases_.in(PeopleTable::labels, t)) return false;
    }
    return true;
  }

  /// «отдел строительства и ЖКХ», but «ПТО и ОМТС»
  bool ends_with_acronym(Span before, Span behind) const {
    return before.size() > 1 && behind.size() == 1 && phrases_.is_acronym(behind.from) &&
           !phrases_.is_acronym(before.from);
  }

  /// What stands behind begins in another case than what stands before, or with a participle or preposition.
  bool goes_on(Span before, Span behind, Kind separator) const {
    std::uint32_t first = behind.from;
    if (!is_word(text_, first))
      return text_.tokens[first].kind == TokenKind::number || is_sign(text_, first, "\xB9");
    if (phrases_.in(PeopleTable::modifiers, first) || phrases_.abbreviation_end(first) > first) return false;
    if (phrases_.reads_as(first, PartOfSpeech::preposition) && !phrases_.in(PeopleTable::sides, first)) {
      return true;
    }
    if (separator == Kind::comma && phrases_.is_participle(first) && !phrases_.in(PeopleTable::posts, first))
      return true;
    if (separator == Kind::conjunction && text_.tokens[first].capital && !phrases_.is_acronym(first) &&
        names_place(before)) {
      return true;
    }
    if (separator == Kind::conjunction && is_governed_too(before, behind)) return true;
    CaseSet own = phrases_.cases(behind);
    if (!own.has(Case::genitive)) return false;
    // «отдел архитектуры, земельных отношений и экологии»: no body of its own.
    PhraseReading other = phrases_.read(behind, assumed_);
    if (other.kind == PhraseKind::body && !other.listed) return true;
    PhraseReading reading = phrases_.read(before, assumed_);
    Case stands_in = reading.stands_in;
    if (stands_in == Case::none || stands_in == Case::genitive) {
      CaseSet possible = phrases_.cases(before);
      return !possible.empty() && (own & possible).empty();
    }
    return !own.has(stands_in);
  }

  /// «комитету по физической культуре и спорту»: the preposition governs what is no post and no known body.
  bool is_governed_too(Span before, Span behind) const {
    bool governed = false;
    for (std::uint32_t t = before.from + 1; t < before.to; ++t)
      governed = governed || phrases_.in(PeopleTable::prepositions, t);
    if (!governed) return false;
    const PhraseReading reading = phrases_.read(behind, assumed_);
    return !reading.listed && reading.kind != PhraseKind::post && reading.kind != PhraseKind::posts;
  }

  /// «главы округов Кедровск» … «и Усть-Нара»
  bool names_place(Span before) const {
    std::uint32_t last = before.to - 1;
    return last > before.from && is_word(text_, last) && text_.tokens[last].capital &&
           !phrases_.is_acronym(last) && is_word(text_, last - 1) &&
           phrases_.in(PeopleTable::places, last - 1);
  }

  /// «директора и заместители по УВР»: one bare word, and one whose words are meant of both.
  bool share_words(Span before, Span behind) const {
    if (before.size() != 1 || behind.size() < 2) return false;
    return phrases_.read(before, assumed_).kind == PhraseKind::posts &&
           phrases_.read(behind, assumed_).kind == PhraseKind::posts;
  }

  const TokenText& text_;
  Case assumed_;
  const PartyPhrases& phrases_;
};

}  // namespace

std::vector<PartyItem> party_items(const Passage& place, Case assumed, const PartyPhrases& phrases,
                                   const Language& language) {
  PersonNames names(place, PersonNames::Place::list, language);
  std::vector<PartyItem> items = Cutter(place, phrases, names).cut();
  return Joiner(place, assumed, phrases).join(Surnames(place, phrases, names).in(std::move(items)));
}

}  // namespace protokol
