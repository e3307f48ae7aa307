// Reading lists of those who must act.
#include "record/addressee_list.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace protokol {

namespace {

/// The name of a person from a bracket is printed in it; everybody else with all their words.
void fill_text(FoundParty& found, const Passage& passage) {
  Span tokens = found.tokens;
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
                       const Language& language)
    : passage_(passage), marks_(marks), language_(language) {
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
    if (next == list->tokens.to) return list;
    std::optional<PartyList> item = item_at(next, wanted);
    if (!item) return list;
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
  Passage reach = passage_.within({passage_.tokens.from, stop == stops_.end() ? passage_.tokens.to : *stop});
  if (item.parties.empty()) item.parties = party_at(reach, from, wanted, language_);
  if (item.parties.empty()) return std::nullopt;
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

/// «… совместно с ОМВД (Ломов Р. Г.)»: the last body takes the others in.
void PartyLists::join_others(PartyList& list) {
  const Mark* with = mark_at(list.tokens.to, "with");
  if (!with) return;
  std::optional<PartyList> joined = item_at(with->tokens.to, Case::instrumental);
  auto body = std::ranges::find_if(list.parties.rbegin(), list.parties.rend(),
                                   [](const FoundParty& one) { return one.kind == PartyKind::body; });
  if (!joined || body == list.parties.rend()) return;
  std::uint32_t end = joined->parties.front().tokens.to;
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
  std::vector<Reading> readings;
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
  body.party.group += ", " + (agrees ? to_nominative(language_.dictionary, language_.tables, clause, Case::dative)
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
  bool parted = is_sign(*passage_.text, list->tokens.to, ":-");
  bool bracketed = is_sign(*passage_.text, list->tokens.to - 1, ")]");
  return parted || bracketed ? list : std::nullopt;
}

std::optional<PartyList> PartyLists::filling(Span range, Place place) {
  PartyList list;
  list.parties = read_parties(passage_.within(range), place == Place::cell ? Case::dative : Case::nominative,
                              language_);
  list.tokens = range;
  bool named = std::ranges::all_of(list.parties, [](const FoundParty& one) {
    return one.kind == PartyKind::person || !one.party.group.empty();
  });
  if (list.parties.empty() || (place == Place::lead_in && !named)) return std::nullopt;
  for (FoundParty& party : list.parties) fill_text(party, passage_);
  return list;
}

bool PartyLists::may_begin(std::uint32_t token) {
  if (!is_word(*passage_.text, token)) return false;
  if (may_be(token, Case::dative)) return true;
  return person_at(token, Case::dative) != nullptr;
}

bool PartyLists::may_be(std::uint32_t token, Case wanted) const {
  if (!is_word(*passage_.text, token)) return false;
  return std::ranges::any_of(language_.dictionary.readings(passage_.at(token)), [wanted](const Reading& one) {
    return one.grammatical_case == wanted && one.part != PartOfSpeech::preposition;
  });
}

bool PartyLists::is_modifier(std::uint32_t token) const {
  std::vector<Reading> readings = language_.dictionary.readings(passage_.at(token));
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
    bool noun = std::ranges::any_of(language_.dictionary.readings(passage_.at(t)), [](const Reading& one) {
      return one.part == PartOfSpeech::noun && one.grammatical_case == Case::dative;
    });
    if (noun) return true;
  }
  return false;
}

bool PartyLists::shows_case(const PartyList& list) const {
  const FoundParty& first = list.parties.front();
  if (first.kind != PartyKind::person) return true;
  return wording(passage_.within(first.name)).find(first.party.name.substr(0, first.party.name.find(' '))) ==
         std::string::npos;
}

bool PartyLists::is_adverb(std::uint32_t token) const {
  if (!is_word(*passage_.text, token)) return false;
  std::vector<Reading> readings = language_.dictionary.readings(passage_.at(token));
  return std::ranges::any_of(readings, [](const Reading& one) {
    return one.part == PartOfSpeech::adverb || one.part == PartOfSpeech::particle;
  });
}

bool PartyLists::is_governor(std::uint32_t token) const {
  return marks_.has("noun", {token, token + 1});
}

bool PartyLists::is_outsider(Span list) const {
  return marks_.has("outsider", list);
}

const std::vector<FoundParty>& PartyLists::persons(Case assumed) {
  std::optional<std::vector<FoundParty>>& persons =
      assumed == Case::accusative ? persons_accusative_ : persons_dative_;
  if (!persons) persons = find_persons(passage_, assumed, language_);
  return *persons;
}

const FoundParty* PartyLists::person_at(std::uint32_t token, Case assumed) {
  const std::vector<FoundParty>& all = persons(assumed);
  auto person = std::ranges::lower_bound(all, token, {}, [](const FoundParty& one) { return one.tokens.from; });
  return person != all.end() && person->tokens.from == token ? &*person : nullptr;
}

const Mark* PartyLists::mark_at(std::uint32_t token, std::string_view kind) const {
  const Mark* mark = marks_.at(token);
  return mark && mark->kind == kind ? mark : nullptr;
}

}  // namespace protokol
