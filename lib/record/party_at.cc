// The post, body or person that begins at a token.
#include <algorithm>
#include <utility>

#include "record/parties.h"
#include "record/party_extent.h"
#include "record/party_records.h"
#include "record/quotes.h"

namespace protokol {

namespace {

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
    if (auto name = names_.name_from(from)) return person(*name);
    if (is_listed_surname(from)) {
      if (auto surname = names_.bare_surname(from, Likeness::fair)) return person(*surname);
    }
    std::uint32_t end = party_end(passage_, phrases_, names_, {from, passage_.tokens.to}, wanted_);
    if (end == from || (end == from + 1 && is_surname_of_adjective(from))) {
      auto surname = names_.bare_surname(from, end == from ? Likeness::good : Likeness::word);
      return surname ? person(*surname) : std::vector<FoundParty>();
    }
    Span phrase{from, end};
    PhraseReading reading = phrases_.read(phrase, wanted_);
    CaseSet cases = phrases_.cases(phrase);
    bool thing = reading.kind == PhraseKind::body && !reading.listed &&
                 phrases_.reads_as(reading.head, PartOfSpeech::noun);
    if (thing) return {};  // «сведению», «исполнению»
    bool fits = wanted_ == Case::none || cases.empty() || cases.has(wanted_);
    if (!fits || reading.kind == PhraseKind::none || (cases.empty() && !reading.listed)) return {};
    if (auto holder = holder_behind(phrase, reading)) return {std::move(*holder)};
    if (auto shared = with_shared_noun(phrase, reading); !shared.empty()) return shared;
    return with_bracket(phrase, reading);
  }

 private:
  /// «Козлюку и Пермитиной подготовить»: a word that is none, and another capital behind «и» or a comma.
  bool is_listed_surname(std::uint32_t t) const {
    const bool name =
        text_.tokens[t].capital && !text_.tokens[t].capitals &&
        (!language_.dictionary.knows(text_.at(t)) || language_.people.has_surname_ending(text_.at(t)));
    if (!name || t + 2 >= passage_.tokens.to || !text_.tokens[t + 2].capital) return false;
    return is_sign(text_, t + 1, ",") || language_.people.in(PeopleTable::conjunctions, text_.at(t + 1));
  }

  /// «Громовой подготовить»
  bool is_surname_of_adjective(std::uint32_t t) const {
    return text_.tokens[t].capital && language_.people.has_surname_ending(text_.at(t)) &&
           !phrases_.reads_as(t, PartOfSpeech::noun);
  }

  /// The only capital behind small words, in the case that the post stands in. «Главе посёлка Солнечного»
  /// names a place.
  bool is_surname_behind_genitive(std::uint32_t head, std::uint32_t last) const {
    if (last >= passage_.tokens.to || last <= head || !is_word(text_, last)) return false;
    if (!text_.tokens[last].capital || text_.tokens[last].capitals) return false;
    for (std::uint32_t t = head + 1; t < last; ++t) {
      if (!is_word(text_, t) || text_.tokens[t].capital) return false;
    }
    if (language_.people.in(PeopleTable::places, text_.at(last - 1))) return false;
    const auto readings = language_.dictionary.readings(text_.at(last));
    return std::ranges::any_of(readings, [this](const Reading& one) {
      return one.grammatical_case == wanted_ && one.number != Number::plural &&
             (one.part == PartOfSpeech::noun || one.part == PartOfSpeech::adjective);
    });
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
    const bool adjective = last == reading.head + 1 && is_surname_of_adjective(last);
    if (!name && (adjective || is_surname_behind_genitive(reading.head, last))) {
      phrase.to = last;  // «завхозу Громовой», «начальнику участка Калинину»
      name = names_.bare_surname(last, Likeness::word);
    }
    if (!name) {
      const bool known_word = reading.listed && is_surname_behind_genitive(reading.head, phrase.to);
      name = names_.bare_surname(phrase.to, known_word ? Likeness::word : Likeness::fair);
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

  /// «Главам Лесного (Котов К.К.), Речного (Рогов Р.Р.) районов»: the noun behind the last bracket is meant
  /// of every adjective; one group, and those in the brackets.
  std::vector<FoundParty> with_shared_noun(Span phrase, const PhraseReading& reading) const {
    std::vector<Span> brackets;
    std::string rest;
    std::uint32_t last = phrase.to - 1, t = phrase.to;
    while (last > phrase.from && is_name_of_place(last)) {
      if (const Span bracket = bracket_at(t); !bracket.empty()) {
        brackets.push_back(bracket);
        t = bracket.to;
      }
      const bool comma = is_sign(text_, t, ",");
      if (!comma && !phrases_.in(PeopleTable::conjunctions, t)) break;
      last = t + 1;
      while (is_sign(text_, last + 1, "-") && last + 2 < passage_.tokens.to) last += 2;
      rest += (comma ? "" : " ") + wording(passage_.within({t, last + 1}));
      t = last + 1;
    }
    const std::uint32_t end = end_of_shared_noun(t);
    if (rest.empty() || brackets.empty() || end == t) return {};
    FoundParty group = nameless_record(phrase, reading, phrases_, passage_);
    group.party.group += rest + ' ' + wording(passage_.within({t, end}));
    group.tokens.to = end;
    std::vector<FoundParty> all{std::move(group)};
    for (const Span bracket : brackets)
      std::ranges::move(find_persons(passage_.within(bracket), Case::nominative, language_),
                        std::back_inserter(all));
    return all;
  }

  /// «Лесного», «Усть-Нарского»: an adjective with a capital, in the genitive.
  bool is_name_of_place(std::uint32_t token) const {
    if (!is_word(text_, token) || !text_.tokens[token].capital) return false;
    return std::ranges::any_of(language_.dictionary.likely_readings(text_.at(token)), [](const Reading& one) {
      return one.part == PartOfSpeech::adjective && one.grammatical_case == Case::genitive &&
             one.number == Number::singular;
    });
  }

  /// Behind «муниципальных районов»; `from` where no such words stand there.
  std::uint32_t end_of_shared_noun(std::uint32_t from) const {
    constexpr std::uint32_t longest = 3;
    for (std::uint32_t t = from; t < std::min(passage_.tokens.to, from + longest) && is_word(text_, t); ++t) {
      for (const Reading& one : language_.dictionary.readings(text_.at(t))) {
        if (one.grammatical_case != Case::genitive || one.number != Number::plural) continue;
        if (one.part == PartOfSpeech::noun) return t + 1;
      }
    }
    return from;
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

std::vector<FoundParty> party_at(const Passage& sentence, std::uint32_t from, Case wanted,
                                 const Language& language) {
  // A party has few words; how the text is lettered, its neighbourhood tells.
  constexpr std::uint32_t before = 60, behind = 160;
  if (!sentence.tokens.contains(from)) return {};
  Span near{from - std::min(before, from - sentence.tokens.from),
            from + std::min(behind, sentence.tokens.to - from)};
  return PartyAt(sentence.within(near), wanted, language).read(from);
}

}  // namespace protokol
