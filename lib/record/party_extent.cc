// Walking along a phrase of posts and bodies, word by word.
#include "record/party_extent.h"

#include <algorithm>
#include <array>

#include "record/quotes.h"

namespace protokol {

namespace {

constexpr std::uint32_t longest_phrase = 60;  // tokens

class Forward {
 public:
  Forward(const Passage& passage, const PartyPhrases& phrases, const PersonNames& names, Span range,
          Case wanted)
      : passage_(passage),
        text_(*passage.text),
        phrases_(phrases),
        names_(names),
        range_(range),
        wanted_(wanted) {}

  std::uint32_t end() {
    range_.to = std::min(range_.to, range_.from + longest_phrase);
    PhraseReading reading = phrases_.read(range_, wanted_);
    if (reading.kind == PhraseKind::none) return range_.from;
    head_ = reading.head;
    std::uint32_t t = std::min(head_ + 1, range_.to);
    if (std::uint32_t abbreviation = phrases_.abbreviation_end(head_); abbreviation > head_) t = abbreviation;
    if (phrases_.is_acronym(head_) || is_sign(text_, head_, "\"")) t = head_;
    while (t < range_.to) {
      std::uint32_t next = step(t);
      if (next == t) break;
      t = next;
    }
    while (t > head_ + 1 && is_word(text_, t - 1) &&
           (phrases_.reads_as(t - 1, PartOfSpeech::preposition) ||
            phrases_.in(PeopleTable::conjunctions, t - 1)) &&
           text_.at(t - 1).size() < 4 && !phrases_.is_acronym(t - 1)) {
      --t;
    }
    return t;
  }

 private:
  /// Behind the token or the quotation at `t` where it belongs to the phrase; `t` where it does not.
  std::uint32_t step(std::uint32_t t) {
    switch (text_.tokens[t].kind) {
      case TokenKind::number:
        if (!number_goes_on(t)) return t;
        return is_word(text_, t + 1) && text_.at(t + 1).size() == 1 && !text_.tokens[t + 1].space_before
                   ? std::min(t + 2, range_.to)
                   : t + 1;
      case TokenKind::word:
        return word(t);
      case TokenKind::sign:
        return sign(t);
    }
    return t;
  }

  std::uint32_t sign(std::uint32_t t) {
    if (is_sign(text_, t, "\"")) {
      return std::min(phrases_.quote_end(t), range_.to);
    }
    if (is_sign(text_, t, "\xB9/")) return t + 1;
    if (is_sign(text_, t, ".")) return phrases_.is_abbreviating_stop(t) ? t + 1 : t;
    if (is_sign(text_, t, "-")) {
      if (is_hyphen(t)) return std::min(t + 2, range_.to);
      return dash_goes_on(t) ? t + 1 : t;
    }
    if (is_sign(text_, t, ",")) return comma_goes_on(t) ? t + 1 : t;
    return t;
  }

  bool is_hyphen(std::uint32_t t) const {
    return t + 1 < range_.to && is_sign(text_, t, "-") && !text_.tokens[t].space_before &&
           !text_.tokens[t + 1].space_before;
  }

  /// «заместитель главы – начальник управления»
  bool dash_goes_on(std::uint32_t t) const {
    if (t + 1 >= range_.to) return false;
    PhraseReading reading = phrases_.read({t + 1, range_.to}, wanted_);
    return reading.kind == PhraseKind::post && reading.listed && stands_as_wanted(reading);
  }

  bool stands_as_wanted(const PhraseReading& reading) const {
    return wanted_ == Case::none || reading.stands_in == wanted_;
  }

  /// «заместителю главы, начальнику управления» are one only where a name follows: the caller's business;
  /// here go on clauses («организаций, набравших менее 60 баллов») and lists in the genitive.
  bool comma_goes_on(std::uint32_t t) {
    std::uint32_t next = t + 1;
    if (next >= range_.to) return false;
    if (text_.tokens[next].kind == TokenKind::number) return text_.tokens[t - 1].kind == TokenKind::number;
    if (!is_word(text_, next)) return false;
    if (phrases_.reads_as(next, PartOfSpeech::particle) && next + 1 < range_.to) ++next;
    if (phrases_.is_participle(next) && !phrases_.in(PeopleTable::posts, next)) {
      in_clause_ = true;
      return true;
    }
    if (in_clause_) return false;
    bool another = phrases_.may_stand_in(next, wanted_) || phrases_.may_stand_in(next, Case::nominative);
    return !another && phrases_.may_stand_in(next, Case::genitive) && t > head_ + 1;
  }

  /// «школы № 5», «5-9 классов», «1 разряда»; not «Директору 5 марта …»
  bool number_goes_on(std::uint32_t t) const {
    if (in_clause_ || is_sign(text_, t - 1, "\xB9/-")) return true;
    if (is_sign(text_, t - 1, ",") && text_.tokens[t - 2].kind == TokenKind::number) return true;  // «№ 2, 4»
    std::uint32_t next = t + 1;
    if (is_sign(text_, next, "-,") && next + 1 < range_.to &&
        text_.tokens[next + 1].kind == TokenKind::number)
      next += 2;
    if (is_sign(text_, next, "-") && next + 1 < range_.to && is_word(text_, next + 1)) next += 2;
    if (is_word(text_, next) && text_.at(next).size() == 1 && !text_.tokens[next].space_before)
      return true;  // «5Б»
    if (phrases_.in(PeopleTable::conjunctions, t - 1) && t > 1 &&
        text_.tokens[t - 2].kind == TokenKind::number)
      return true;
    if (phrases_.in(PeopleTable::conjunctions, next) && text_.tokens[next].kind == TokenKind::word) ++next;
    return next < range_.to && phrases_.in(PeopleTable::numbered, next);
  }

  std::uint32_t word(std::uint32_t t) {
    if (names_.begins_at(t)) return t;
    if (std::uint32_t end = phrases_.abbreviation_end(t); end > t) return std::min(end, range_.to);
    if (phrases_.is_acronym(t)) return t + 1;
    if (is_hyphen(t + 1)) {  // the last word of a compound tells
      bool place = text_.tokens[t].capital && t + 2 < range_.to && text_.tokens[t + 2].capital;
      return std::min(t + (place ? 3 : 2), range_.to);
    }
    if (phrases_.in(PeopleTable::joint, t)) {
      joint_ = true;
      return t + 1;
    }
    if (phrases_.is_verb(t) || phrases_.is_relative(t)) return t;
    if (in_clause_) return t + 1;
    if (phrases_.in(PeopleTable::conjunctions, t)) {
      if (joins_places(t)) return t + 2;
      return conjunction_goes_on(t) ? t + 1 : t;
    }
    if (phrases_.reads_as(t, PartOfSpeech::preposition)) return preposition_goes_on(t) ? t + 1 : t;
    return belongs(t) ? t + 1 : t;
  }

  bool preposition_goes_on(std::uint32_t t) {
    std::uint32_t next = t + 1;
    if (next >= range_.to || phrases_.in(PeopleTable::circumstances, next)) return false;
    if (phrases_.in(PeopleTable::hosted_prepositions, t) && !is_host(next)) return false;
    bool after_joint = phrases_.in(PeopleTable::joint, t - 1);
    bool with = governed_from_ != 0 && phrases_.may_stand_in(next, Case::instrumental);  // «по связям с»
    bool free = phrases_.in(PeopleTable::free_prepositions, t) || after_joint ||
                (with && phrases_.in(PeopleTable::prepositions, t));
    bool bound = phrases_.in(PeopleTable::prepositions, t) &&
                 (t == head_ + 1 || is_place(next) || phrases_.is_participle(t - 1) || wants_object(t - 1));
    if (!free && !bound) return false;
    if (text_.tokens[next].kind != TokenKind::word) return free && is_sign(text_, next, "\"\xB9");
    if (!after_joint && !free && !is_place(next) && !wants_object(t - 1)) return false;
    governed_from_ = t;
    return true;
  }

  /// «комиссия при областной администрации»; not «при снижении давления».
  bool is_host(std::uint32_t t) const {
    if (!is_word(text_, t) || text_.tokens[t].capital || phrases_.is_acronym(t)) return true;
    if (t + 1 < range_.to && lacks_noun(t)) return is_host(t + 1);
    return phrases_.in(PeopleTable::bodies, t) || phrases_.in(PeopleTable::posts, t) || is_unknown(t);
  }

  bool is_place(std::uint32_t t) const {
    return is_word(text_, t) && (text_.tokens[t].capital || phrases_.in(PeopleTable::places, t));
  }

  /// «ответственному за», «депутату от»
  bool wants_object(std::uint32_t t) const {
    return is_word(text_, t) && phrases_.in(PeopleTable::labels, t);
  }

  /// «городских округов Кедровск и Усть-Нара»
  bool joins_places(std::uint32_t t) const {
    std::uint32_t next = t + 1;
    return next < range_.to && text_.tokens[next].capital && text_.tokens[t - 1].capital &&
           !phrases_.is_acronym(next) && !is_hyphen(next + 1) && !phrases_.may_stand_in(next, wanted_) &&
           !names_.begins_at(next);
  }

  bool conjunction_goes_on(std::uint32_t t) {
    std::uint32_t next = t + 1;
    if (next >= range_.to) return false;
    if (is_sign(text_, next, "\xB9")) return true;
    if (text_.tokens[next].capital && text_.tokens[t - 1].capital && is_hyphen(next + 1)) return true;
    if (text_.tokens[next].kind == TokenKind::number) return text_.tokens[t - 1].kind == TokenKind::number;
    if (!is_word(text_, next) || names_.begins_at(next)) return false;
    if (adds_acronym(t)) return true;
    if (t > head_ + 1 && lacks_noun(t - 1) && lacks_noun(next))
      return true;  // «директорам Дубской и Зорской школ»
    PhraseReading reading = phrases_.read({next, range_.to}, wanted_);
    if (reading.kind == PhraseKind::none) return false;
    bool known = phrases_.may_stand_in(next, wanted_) || phrases_.abbreviation_end(next) > next ||
                 phrases_.is_acronym(next);
    if (!known || (governed_from_ != 0 && !reading.listed)) return true;
    bool only = wanted_ != Case::genitive && !phrases_.may_stand_in(next, Case::genitive);
    // «отделу образования и постоянной комиссии»: as the form is two cases, the head decides.
    return !only && !reading.listed;
  }

  /// «отделу ГО и ЧС»: letters behind letters; a body of its own stands in the tables or has a name.
  bool adds_acronym(std::uint32_t t) const {
    const std::uint32_t next = t + 1;
    if (t - 1 <= head_ || !phrases_.is_acronym(t - 1) || !phrases_.is_acronym(next)) return false;
    const bool named =
        is_sign(text_, next + 1, "\"-") || (next + 1 < range_.to && text_.tokens[next + 1].capital);
    return !named && !phrases_.in(PeopleTable::bodies, next);
  }

  bool lacks_noun(std::uint32_t t) const {
    return phrases_.reads_as(t, PartOfSpeech::adjective) && !phrases_.reads_as(t, PartOfSpeech::noun);
  }

  /// May the word stand behind the head: a genitive, or what a preposition or the head governs?
  bool belongs(std::uint32_t t) const {
    constexpr std::array governed{Case::dative, Case::instrumental, Case::prepositional, Case::accusative};
    if (phrases_.may_stand_in(t, Case::genitive) || phrases_.may_stand_in(t, Case::none)) return true;
    if (governed_from_ == 0 && !joint_ && agrees_behind(t)) return true;
    if (governed_from_ != 0 || joint_) {
      return std::ranges::any_of(governed, [&](Case c) { return phrases_.may_stand_in(t, c); }) ||
             is_unknown(t);
    }
    if (phrases_.may_stand_in(t, Case::instrumental) && takes_instrumental()) return true;
    return is_unknown(t) && (text_.tokens[t].capital || names_.likeness(t) != Likeness::none);
  }

  /// «участковому уполномоченному», «врачам-терапевтам участковым»
  bool agrees_behind(std::uint32_t t) const {
    const bool adjective = phrases_.reads_as(t, PartOfSpeech::adjective) || phrases_.is_participle(t);
    return wanted_ == Case::dative && adjective && phrases_.may_stand_in(t, wanted_) &&
           is_word(text_, t - 1) && phrases_.may_stand_in(t - 1, wanted_) &&
           (t - 1 == head_ || is_sign(text_, t - 2, "-"));
  }

  bool takes_instrumental() const {
    return phrases_.is_participle(head_) || phrases_.in(PeopleTable::heading, head_);
  }

  bool is_unknown(std::uint32_t t) const {
    return !phrases_.reads_as(t, PartOfSpeech::noun) && !phrases_.reads_as(t, PartOfSpeech::adverb) &&
           !phrases_.reads_as(t, PartOfSpeech::particle) && !phrases_.reads_as(t, PartOfSpeech::adjective) &&
           !phrases_.reads_as(t, PartOfSpeech::pronoun) && !phrases_.reads_as(t, PartOfSpeech::infinitive);
  }

  const Passage passage_;
  const TokenText& text_;
  const PartyPhrases& phrases_;
  const PersonNames& names_;
  Span range_;
  Case wanted_;
  std::uint32_t head_ = 0;
  std::uint32_t governed_from_ = 0;  ///< a preposition in the phrase
  bool joint_ = false;
  bool in_clause_ = false;
};

/// Reads from a name backwards.
class Backward {
 public:
  Backward(const Passage& passage, const PartyPhrases& phrases)
      : passage_(passage), text_(*passage.text), phrases_(phrases) {}

  std::optional<Span> role(std::uint32_t name, std::uint32_t from) const {
    std::uint32_t start = name;
    while (start > from && name - start < longest_phrase && reaches_over(start - 1, name)) --start;
    for (std::uint32_t t = start; t < name; ++t) {
      if (!is_head(t)) continue;
      std::uint32_t first = with_modifiers(t, start);
      std::uint32_t end = name;
      if (is_sign(text_, end - 1, "-")) --end;
      if (end > first) return Span{first, end};
    }
    return std::nullopt;
  }

 private:
  bool reaches_over(std::uint32_t t, std::uint32_t name) const {
    const Token& token = text_.tokens[t];
    if (token.kind == TokenKind::number) return true;
    if (token.kind == TokenKind::sign) {
      if (is_sign(text_, t, ".")) return phrases_.is_abbreviating_stop(t) && t + 1 <= name;
      if (is_sign(text_, t, "-")) return true;
      return is_sign(text_, t, "\"\xB9/");
    }
    if (phrases_.is_verb(t) || phrases_.is_relative(t)) return false;
    if (phrases_.reads_as(t, PartOfSpeech::preposition) && !phrases_.is_acronym(t)) {
      return phrases_.in(PeopleTable::prepositions, t);
    }
    return true;
  }

  bool is_head(std::uint32_t t) const {
    if (std::uint32_t end = phrases_.abbreviation_end(t); end > t)
      return phrases_.is_post_abbreviation({t, end});
    return phrases_.in(PeopleTable::posts, t) || phrases_.in(PeopleTable::clergy, t);
  }

  /// «главного врача», «гл. врача», «первого заместителя»
  std::uint32_t with_modifiers(std::uint32_t head, std::uint32_t start) const {
    std::uint32_t first = head;
    while (first > start) {
      std::uint32_t before = first - 1;
      if (is_sign(text_, before, ".") && before > start && phrases_.in(PeopleTable::modifiers, before - 1)) {
        first = before - 1;
      } else if (is_sign(text_, before, "-") && before > start && !text_.tokens[before].space_before &&
                 !text_.tokens[first].space_before) {
        first = before - 1;
      } else if (is_word(text_, before) && agrees(before, head)) {
        first = before;
      } else {
        break;
      }
    }
    return first;
  }

  bool agrees(std::uint32_t modifier, std::uint32_t head) const {
    if (phrases_.in(PeopleTable::conjunctions, modifier)) return false;
    constexpr std::array cases{Case::nominative, Case::genitive,     Case::dative,
                               Case::accusative, Case::instrumental, Case::prepositional};
    bool adjective = phrases_.reads_as(modifier, PartOfSpeech::adjective) ||
                     phrases_.is_participle(modifier) ||
                     phrases_.reads_as(modifier, PartOfSpeech::numeral);  // «первый проректор»
    bool abbreviation = phrases_.abbreviation_end(head) > head;
    return adjective && (abbreviation || std::ranges::any_of(cases, [&](Case c) {
                           return phrases_.may_stand_in(modifier, c) && phrases_.may_stand_in(head, c);
                         }));
  }

  const Passage passage_;
  const TokenText& text_;
  const PartyPhrases& phrases_;
};

}  // namespace

std::uint32_t party_end(const Passage& passage, const PartyPhrases& phrases, const PersonNames& names,
                        Span range, Case wanted) {
  return Forward(passage, phrases, names, range, wanted).end();
}

std::optional<Span> role_before(const Passage& passage, const PartyPhrases& phrases, std::uint32_t name,
                                std::uint32_t from) {
  return Backward(passage, phrases).role(name, from);
}

}  // namespace protokol
