// Restoring names and roles together: each tells the case of the other.
#include "record/party_records.h"

#include <algorithm>
#include <utility>

#include "morphology/letters.h"

namespace protokol {

namespace {

/// A finite verb of the past tells whether a woman or a man acts: «выступила», «доложил».
Gender gender_of_verb(const Passage& passage, const PartyPhrases& phrases, std::uint32_t token,
                      const Language& language) {
  if (token < passage.tokens.from || token >= passage.tokens.to || !is_word(*passage.text, token)) {
    return Gender::none;
  }
  bool which = phrases.is_relative(token);
  for (const Reading& r : language.dictionary.readings(passage.at(token))) {
    bool past = r.part == PartOfSpeech::verb && r.tense == Tense::past;
    bool relative = which && r.part == PartOfSpeech::pronoun && r.grammatical_case == Case::nominative;
    bool he_or_she = r.part == PartOfSpeech::pronoun && r.grammatical_case == Case::nominative &&
                     passage.token(token).capital && passage.at(token).size() <= 3;  // «Она отметила»
    if ((past || relative || he_or_she) && r.number != Number::plural && r.gender != Gender::neuter)
      return r.gender;
  }
  return Gender::none;
}

Gender gender_around(const PersonParts& parts, const PartyPhrases& phrases, const Passage& passage,
                     const Language& language) {
  std::uint32_t behind = parts.tokens.to;
  if (is_sign(*passage.text, behind, ",")) ++behind;
  Gender gender = gender_of_verb(passage, phrases, behind, language);
  if (gender == Gender::none && parts.tokens.from > passage.tokens.from) {
    gender = gender_of_verb(passage, phrases, parts.tokens.from - 1, language);
  }
  return gender;
}

/// The phrases of one role, each in the nominative, with what is printed between them.
std::string joined_role(const std::vector<Span>& phrases, Case stands_in, const PartyPhrases& reader,
                        const Passage& passage) {
  std::string role;
  std::uint32_t end = 0;
  for (Span phrase : phrases) {
    if (!role.empty()) {
      bool neighbours = phrase.from == end + 1 && is_sign(*passage.text, end, ",-");
      bool dash = neighbours && is_sign(*passage.text, end, "-");
      if (dash) {
        role += " " + wording(passage.within({end, phrase.from})) + " ";
      } else {
        role += neighbours && !passage.token(phrase.from).space_before ? "," : ", ";
      }
    }
    CaseSet possible = reader.cases_of_one(phrase);
    bool fits = possible.empty() || possible.has(stands_in);
    role += reader.nominative(phrase, fits ? stands_in : possible.front());
    end = phrase.to;
  }
  return role;
}

std::string joined_name(const PersonName& name) {
  std::string result = name.surname;
  for (const std::string& given : name.given) result += (result.empty() ? "" : " ") + given;
  return result;
}

/// The name in the likeliest case of those that its role may stand in; failing that, in the assumed one.
RestoredName restored(const NameMark& name, CaseSet of_role, Case assumed, Gender gender,
                      const Language& language) {
  auto restore = [&](Case c) { return restore_name(language.tables, name.printed, c, gender); };
  if (assumed == Case::nominative) {
    // «выступил директор школы Кардановым Т. Х.»: a slip, but no nominative.
    if (Case plain = language.people.plain_case(letters::prepare(name.printed.surname));
        plain != Case::none) {
      return restore(plain);
    }
  }
  bool role_fits = of_role.empty() || of_role.has(assumed);
  if (assumed != Case::none && role_fits) return restore(assumed);
  for (Case c : of_role) {
    RestoredName result = restore(c);
    if (result.stood_in == c) return result;
  }
  return restore(assumed);
}

}  // namespace

FoundParty person_record(const PersonParts& parts, const PartyPhrases& phrases, const Passage& passage,
                         Case assumed, const Language& language) {
  std::vector<Span> role = parts.before.empty() ? parts.behind : parts.before;
  CaseSet of_role;
  Gender gender = Gender::none;
  Span telling = parts.shared ? *parts.shared : role.empty() ? Span{} : role.back();
  if (parts.before.empty() && !role.empty()) telling = role.front();
  if (!telling.empty()) {
    PhraseReading reading = phrases.read(telling, assumed);
    if (reading.kind != PhraseKind::body)
      of_role = parts.shared ? phrases.cases(telling) : phrases.cases_of_one(telling);
    gender = reading.gender;
  }
  if (gender == Gender::none) gender = gender_around(parts, phrases, passage, language);
  RestoredName name = restored(parts.name, of_role, assumed, gender, language);
  FoundParty found;
  found.kind = PartyKind::person;
  found.party.name = joined_name(name.name);
  found.stood_in = name.stood_in;
  found.tokens = parts.tokens;
  found.name = parts.name.tokens;
  bool own_case = of_role.has(name.stood_in);
  Case role_case = own_case ? name.stood_in : of_role.empty() ? Case::none : of_role.front();
  std::vector<std::string> pieces;
  if (!parts.side.empty()) pieces.push_back(parts.side);
  if (parts.shared) pieces.push_back(phrases.nominative_of_one(*parts.shared, role_case));
  if (!parts.before.empty()) pieces.push_back(joined_role(parts.before, role_case, phrases, passage));
  if (!parts.behind.empty()) pieces.push_back(joined_role(parts.behind, name.stood_in, phrases, passage));
  for (const std::string& piece : pieces) found.party.role += (found.party.role.empty() ? "" : ", ") + piece;
  found.party.span = passage.text->source(found.tokens);
  found.party.rule = "people.person";
  return found;
}

FoundParty nameless_record(Span phrase, const PhraseReading& reading, const PartyPhrases& phrases,
                           const Passage& passage) {
  FoundParty found;
  found.kind = reading.kind == PhraseKind::post ? PartyKind::post : PartyKind::body;
  std::string text = phrases.nominative(phrase, reading.stands_in);
  (found.kind == PartyKind::post ? found.party.role : found.party.group) = std::move(text);
  found.tokens = phrase;
  found.stood_in = reading.stands_in;
  found.party.span = passage.text->source(phrase);
  found.party.rule = found.kind == PartyKind::post ? "people.post" : "people.body";
  return found;
}

}  // namespace protokol
