// Reading lists of those who must act.
#include "record/addressee_list.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "record/duty_marks.h"

namespace protokol {

namespace {

/// Without the bracket that closes it.
Span without_bracket(Span tokens, const TokenText& text) {
  if (tokens.empty() || !is_sign(text, tokens.to - 1, ")]")) return tokens;
  std::uint32_t open = tokens.to - 1, depth = 1;
  while (open > tokens.from && depth > 0) {
    --open;
    if (is_sign(text, open, ")]")) ++depth;
    if (is_sign(text, open, "([")) --depth;
  }
  return depth == 0 && open > tokens.from ? Span{tokens.from, open} : tokens;
}

/// A person from a bracket is printed as it stands there, a body without the bracket behind it.
void fill_text(FoundParty& found, const Passage& passage) {
  Span tokens = found.tokens;
  if (found.kind == PartyKind::body) tokens = without_bracket(tokens, *passage.text);
  while (!tokens.empty() && is_sign(*passage.text, tokens.from, "([")) ++tokens.from;
  bool opened = false;
  for (std::uint32_t t = tokens.from; t < tokens.to; ++t) opened = opened || is_sign(*passage.text, t, "([");
  while (!opened && !tokens.empty() && is_sign(*passage.text, tokens.to - 1, ")]")) --tokens.to;
  while (!tokens.empty() && is_sign(*passage.text, tokens.to - 1, ",;:-")) --tokens.to;
  found.party.text = wording(passage.within(tokens));
}

}  // namespace

MarkList addressee_marks(const Passage& passage, const Language& language) {
  const Table* groups = language.grammar.table("addressee.groups");
  if (!groups || groups->empty() || groups->front().size() < 2) return {};
  return MarkList(language.grammar.find(*passage.text, passage.tokens, groups->front()[1]));
}

PartyLists::PartyLists(const Passage& passage, const MarkList& marks, const MarkList& times,
                       const std::vector<std::uint32_t>& verbs, const Language& language)
    : passage_(passage), marks_(marks), language_(language) {
  stops_ = verbs;
  for (const Mark& time : times) stops_.push_back(time.tokens.from);
  for (const Mark& mark : marks) {
    bool ends = mark.kind == "with" || mark.kind == "must" || mark.kind == "ask";
    if (ends) stops_.push_back(mark.tokens.from);
  }
  std::ranges::sort(stops_);
}

std::optional<PartyList> PartyLists::at(std::uint32_t from, Case wanted) {
  std::optional<PartyList> list = item_at(from, wanted);
  if (!list) return std::nullopt;
  while (true) {
    join_others(*list);
    take_clause(*list);
    std::uint32_t next = past_separator(list->tokens.to);
    std::optional<PartyList> item;
    if (next != list->tokens.to) item = item_at(next, wanted);
    if (!item) {
      drop_plural_label(*list);
      return list;
    }
    list->tokens.to = item->tokens.to;
    std::ranges::move(item->parties, std::back_inserter(list->parties));
  }
}

/// One party with those in its brackets.
std::optional<PartyList> PartyLists::item_at(std::uint32_t from, Case wanted) {
  if (from >= passage_.tokens.to) return std::nullopt;
  PartyList item;
  if (const FoundParty* person = person_at(from, wanted)) item.parties.push_back(*person);
  auto stop = std::ranges::upper_bound(stops_, from);
  constexpr std::uint32_t context = 30, longest = 300;
  std::uint32_t end = stop == stops_.end() ? passage_.tokens.to : *stop;
  Passage reach =
      passage_.within({from - std::min(context, from - passage_.tokens.from), std::min(end, from + longest)});
  if (item.parties.empty()) item.parties = party_at(reach, from, wanted, language_);
  if (item.parties.empty()) return std::nullopt;
  if (may_be_surname(item.parties[0])) {
    // «Бражнику составить график»: a surname alone.
    std::vector<FoundParty> people = read_parties(passage_.within(item.parties[0].tokens), wanted, language_);
    if (people.size() == 1 && people[0].kind == PartyKind::person) item.parties[0] = people[0];
  }
  Case stood_in = item.parties[0].stood_in;
  if (stood_in != wanted && stood_in != Case::none) return std::nullopt;
  item.tokens = {from, from};
  for (FoundParty& party : item.parties) {
    item.tokens.to = std::max(item.tokens.to, party.tokens.to);
    fill_text(party, passage_);
  }
  if (is_sign(*passage_.text, item.tokens.to, ")]")) ++item.tokens.to;
  return item;
}

/// A word alone with a capital and a surname's ending, that no table knows.
bool PartyLists::may_be_surname(const FoundParty& party) const {
  std::uint32_t token = party.tokens.from;
  if (party.kind == PartyKind::person || party.tokens.size() != 1) return false;
  std::string_view word = passage_.at(token);
  return passage_.token(token).capital && language_.people.has_surname_ending(word) &&
         !language_.people.in(PeopleTable::posts, word) && !language_.people.in(PeopleTable::bodies, word);
}

/// «Членам совета И. И. Рогову и …»: the plural over a list of people is nobody's role.
void PartyLists::drop_plural_label(PartyList& list) const {
  FoundParty& first = list.parties.front();
  if (first.kind != PartyKind::person || !marks_.has("members", {first.tokens.from, first.name.from})) return;
  std::string role = first.party.role;
  for (FoundParty& party : list.parties) {
    if (party.kind != PartyKind::person || party.party.role != role) continue;
    party.party.role.clear();
    party.tokens = party.name;
    fill_text(party, passage_);
  }
}

/// «… совместно с ОМВД (Ломов Р. Г.)»: the last body takes the others in.
void PartyLists::join_others(PartyList& list) {
  const Mark* with = mark_at(list.tokens.to, "with");
  if (!with) return;
  std::optional<PartyList> joined = item_at(with->tokens.to, Case::instrumental);
  auto body = std::ranges::find_if(list.parties.rbegin(), list.parties.rend(),
                                   [](const FoundParty& one) { return one.kind == PartyKind::body; });
  if (!joined || body == list.parties.rend()) return;
  std::uint32_t end = without_bracket(joined->parties.front().tokens, *passage_.text).to;
  body->party.group += " " + wording(passage_.within({with->tokens.from, end}));
  body->tokens.to = end;
  fill_text(*body, passage_);
  list.tokens.to = joined->tokens.to;
  std::move(joined->parties.begin() + 1, joined->parties.end(), std::back_inserter(list.parties));
}

/// «… предприятий, имеющим на балансе котельные»: the clause of a participle belongs to the body before it.
void PartyLists::take_clause(PartyList& list) {
  std::uint32_t comma = list.tokens.to;
  FoundParty& body = list.parties.back();
  if (!is_sign(*passage_.text, comma, ",") || body.kind != PartyKind::body || body.tokens.to != comma) return;
  Readings readings;
  if (is_word(*passage_.text, comma + 1)) readings = language_.dictionary.readings(passage_.at(comma + 1));
  auto participle = [&](Case wanted) {
    return std::ranges::any_of(readings, [wanted](const Reading& one) {
      return one.part == PartOfSpeech::participle && one.grammatical_case == wanted;
    });
  };
  if (!participle(Case::dative) && !participle(Case::genitive)) return;
  std::uint32_t end = comma + 1;
  while (end < passage_.tokens.to && !is_sign(*passage_.text, end, ",:;.()")) ++end;
  std::vector<std::string> printed;
  std::vector<PhraseToken> clause = phrase({comma + 1, end}, printed);
  bool agrees = participle(Case::dative);
  body.party.group +=
      ", " + (agrees ? to_nominative(language_.dictionary, language_.tables, clause, Case::dative)
                     : wording(passage_.within({comma + 1, end})));
  body.tokens.to = list.tokens.to = end;
  fill_text(body, passage_);
  if (is_sign(*passage_.text, end, ",")) ++list.tokens.to;
}

/// `printed` owns the words.
std::vector<PhraseToken> PartyLists::phrase(Span tokens, std::vector<std::string>& printed) const {
  for (std::uint32_t t = tokens.from; t < tokens.to; ++t)
    printed.push_back(wording(passage_.within({t, t + 1})));
  std::vector<PhraseToken> phrase;
  for (std::uint32_t t = tokens.from; t < tokens.to; ++t)
    phrase.push_back({printed[t - tokens.from], passage_.at(t), passage_.token(t).space_before});
  return phrase;
}

std::uint32_t PartyLists::past_separator(std::uint32_t at) const {
  std::uint32_t next = at;
  if (is_sign(*passage_.text, next, ",/")) ++next;
  if (const Mark* joint = mark_at(next, "and")) next = joint->tokens.to;
  return next;
}

std::optional<PartyList> PartyLists::undeclined_at(std::uint32_t from) {
  std::optional<PartyList> list = at(from, Case::nominative);
  if (!list) return std::nullopt;
  const FoundParty& first = list->parties.front();
  bool parted = is_sign(*passage_.text, list->tokens.to, ":-");
  bool headed = list->parties.size() > 1 && first.kind == PartyKind::body;
  FoundParty beginning = first;
  beginning.tokens.to = std::min(first.tokens.from + 2, first.tokens.to);
  bool organisation = first.kind == PartyKind::body && is_known(beginning, passage_, language_);
  if (first.kind != PartyKind::person && !organisation) return std::nullopt;
  return parted || headed ? list : std::nullopt;
}

std::optional<PartyList> PartyLists::surname(Span range, Case wanted) {
  constexpr std::uint32_t longest = 4;
  if (range.size() > longest || range.empty() || !passage_.token(range.from).capital) return std::nullopt;
  PartyList list{read_parties(passage_.within(range), wanted, language_), range};
  if (list.parties.size() != 1 || list.parties[0].kind != PartyKind::person) return std::nullopt;
  list.tokens = list.parties[0].tokens;
  if (list.tokens != range) return std::nullopt;
  fill_text(list.parties[0], passage_);
  return list;
}

std::optional<PartyList> PartyLists::filling(Span range, Place place) {
  PartyList list;
  list.parties =
      read_parties(passage_.within(range), place == Place::cell ? Case::dative : Case::nominative, language_);
  list.tokens = range;
  bool named = std::ranges::all_of(list.parties, [](const FoundParty& one) {
    return one.kind == PartyKind::person || !one.party.group.empty();
  });
  if (list.parties.empty() || (place == Place::lead_in && !named)) return std::nullopt;
  for (FoundParty& party : list.parties) fill_text(party, passage_);
  return list;
}

bool PartyLists::may_begin(std::uint32_t token) {
  const TokenText& text = *passage_.text;
  if (!is_word(text, token)) return false;
  const auto hyphen_at = [&](std::uint32_t t) {
    return is_sign(text, t, "-") && !passage_.token(t).space_before && is_word(text, t + 1) &&
           !passage_.token(t + 1).space_before;
  };
  if (token > passage_.tokens.from + 1 && hyphen_at(token - 1)) return false;  // within a compound
  std::uint32_t last = token;
  while (last + 2 < passage_.tokens.to && hyphen_at(last + 1)) last += 2;
  if (may_be(last, Case::dative)) return true;
  return person_at(token, Case::dative) != nullptr;
}

bool PartyLists::may_be(std::uint32_t token, Case wanted) const {
  if (!is_word(*passage_.text, token)) return false;
  const Readings readings = language_.dictionary.likely_readings(passage_.at(token));
  return std::ranges::any_of(readings, [wanted](const Reading& one) {
    return one.grammatical_case == wanted && one.part != PartOfSpeech::preposition;
  });
}

bool PartyLists::is_modifier(std::uint32_t token) const {
  Readings readings = language_.dictionary.readings(passage_.at(token));
  return std::ranges::any_of(readings, [](const Reading& one) {
    bool agrees = one.part == PartOfSpeech::adjective || one.part == PartOfSpeech::participle ||
                  one.part == PartOfSpeech::pronoun || one.part == PartOfSpeech::numeral;
    return agrees && one.grammatical_case == Case::dative;
  });
}

bool PartyLists::names_somebody(const PartyList& list) const {
  const FoundParty& first = list.parties.front();
  if (first.kind == PartyKind::person) return true;
  for (std::uint32_t t = first.tokens.from; t < first.tokens.to; ++t) {
    if (!is_word(*passage_.text, t)) continue;
    if (passage_.token(t).capitals) return true;
    const Readings readings = language_.dictionary.likely_readings(passage_.at(t));
    bool noun = std::ranges::any_of(readings, [](const Reading& one) {
      return one.part == PartOfSpeech::noun && one.grammatical_case == Case::dative;
    });
    if (noun) return true;
  }
  return false;
}

bool PartyLists::shows_case(const PartyList& list) const {
  const FoundParty& first = list.parties.front();
  if (first.kind != PartyKind::person) return true;
  std::string surname = first.party.name.substr(0, first.party.name.find(' '));
  for (std::uint32_t t = first.name.from; t < first.name.to; ++t) {
    if (wording(passage_.within({t, t + 1})) == surname) return false;
  }
  return true;
}

bool PartyLists::is_acronym(const FoundParty& party) const {
  for (std::uint32_t t = party.tokens.from; t < party.tokens.to; ++t) {
    if (is_sign(*passage_.text, t, "\"")) return false;
    if (!is_word(*passage_.text, t)) continue;
    if (!passage_.token(t).capitals || language_.dictionary.knows(passage_.at(t))) return false;
  }
  return true;
}

bool PartyLists::is_known_acronym(const FoundParty& party) const {
  const std::uint32_t token = party.tokens.from;
  return party.tokens.size() == 1 && is_word(*passage_.text, token) && passage_.token(token).capitals &&
         language_.people.in(PeopleTable::bodies, passage_.at(token));
}

bool PartyLists::is_abbreviated(const PartyList& list) const {
  const FoundParty& first = list.parties.front();
  const std::uint32_t token = first.tokens.from;
  return is_word(*passage_.text, token) && is_sign(*passage_.text, token + 1, ".") &&
         first.tokens.size() > 2 && language_.people.in(PeopleTable::abbreviations, passage_.at(token)) &&
         is_known(first, passage_, language_);
}

bool PartyLists::may_be_object(const FoundParty& party) const {
  if (party.tokens.size() != 1 || !is_word(*passage_.text, party.tokens.from)) return false;
  return std::ranges::any_of(
      language_.dictionary.readings(passage_.at(party.tokens.from)), [](const Reading& one) {
        return one.part == PartOfSpeech::noun && one.grammatical_case == Case::accusative &&
               one.number == Number::singular;
      });
}

bool PartyLists::is_adverb(std::uint32_t token) const {
  if (!is_word(*passage_.text, token)) return false;
  Readings readings = language_.dictionary.readings(passage_.at(token));
  return std::ranges::any_of(readings, [](const Reading& one) {
    return one.part == PartOfSpeech::adverb || one.part == PartOfSpeech::particle;
  });
}

bool PartyLists::follows_object(std::uint32_t token) {
  if (token < passage_.tokens.from + 2 || !is_sign(*passage_.text, token - 1, ",")) return false;
  const std::vector<FoundParty>& all = persons(Case::dative);
  return std::ranges::any_of(all, [token](const FoundParty& one) {
    return one.tokens.to == token - 1 && one.stood_in != Case::dative && one.stood_in != Case::none;
  });
}

bool PartyLists::is_governor(std::uint32_t token) const { return marks_.has("noun", {token, token + 1}); }

bool PartyLists::is_outsider(Span list) const { return marks_.has("outsider", list); }

bool PartyLists::is_partner(Span list) const {
  return std::ranges::any_of(marks_.within(list), [](const Mark& mark) { return mark.value == "partner"; });
}

const std::vector<FoundParty>& PartyLists::persons(Case assumed) {
  std::optional<std::vector<FoundParty>>& persons = assumed == Case::accusative   ? persons_accusative_
                                                    : assumed == Case::nominative ? persons_nominative_
                                                                                  : persons_dative_;
  if (!persons) persons = find_persons(passage_, assumed, language_);
  return *persons;
}

const FoundParty* PartyLists::person_at(std::uint32_t token, Case assumed) {
  const std::vector<FoundParty>& all = persons(assumed);
  auto person =
      std::ranges::lower_bound(all, token, {}, [](const FoundParty& one) { return one.tokens.from; });
  return person != all.end() && person->tokens.from == token ? &*person : nullptr;
}

const Mark* PartyLists::mark_at(std::uint32_t token, std::string_view kind) const {
  const Mark* mark = marks_.at(token);
  return mark && mark->kind == kind ? mark : nullptr;
}

}  // namespace protokol
