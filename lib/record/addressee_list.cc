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

std::vector<Mark> addressee_marks(const Passage& passage, const Language& language) {
  const Table* groups = language.grammar.table("addressee.groups");
  if (!groups || groups->empty() || groups->front().size() < 2) return {};
  return language.grammar.find(*passage.text, passage.tokens, groups->front()[1]);
}

std::optional<PartyList> PartyLists::at(std::uint32_t from, Case wanted) {
  std::optional<PartyList> list = item_at(from, wanted);
  if (!list) return std::nullopt;
  while (true) {
    join(*list, list->tokens.to, wanted);
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
  for (const FoundParty& person : persons(wanted)) {
    bool stands = person.stood_in == wanted || person.stood_in == Case::none;
    if (person.tokens.from == from && stands) item.parties.push_back(person);
  }
  if (item.parties.empty()) item.parties = party_at(passage_, from, wanted, language_);
  if (item.parties.empty()) return std::nullopt;
  item.tokens = {from, from};
  for (FoundParty& party : item.parties) {
    item.tokens.to = std::max(item.tokens.to, party.tokens.to);
    fill_text(party, passage_);
  }
  if (is_sign(*passage_.text, item.tokens.to, ")]")) ++item.tokens.to;
  return item;
}

/// «… совместно с ОМВД (Ломов Р. Г.)»: the last body takes the others in.
void PartyLists::join(PartyList& list, std::uint32_t from, Case) {
  const Mark* with = mark_at(from, "with");
  if (!with) return;
  std::optional<PartyList> joined = item_at(with->tokens.to, Case::instrumental);
  if (!joined) return;
  auto body = std::ranges::find_if(list.parties.rbegin(), list.parties.rend(),
                                   [](const FoundParty& one) { return one.kind == PartyKind::body; });
  if (body == list.parties.rend()) return;
  FoundParty& other = joined->parties.front();
  std::string words = wording(passage_.within({with->tokens.from, other.tokens.to}));
  body->party.group += " " + words;
  body->tokens.to = other.tokens.to;
  fill_text(*body, passage_);
  list.tokens.to = joined->tokens.to;
  std::move(joined->parties.begin() + 1, joined->parties.end(), std::back_inserter(list.parties));
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
  return std::ranges::any_of(persons(Case::dative),
                             [token](const FoundParty& one) { return one.tokens.from == token; });
}

bool PartyLists::may_be(std::uint32_t token, Case wanted) const {
  if (!is_word(*passage_.text, token)) return false;
  return std::ranges::any_of(language_.dictionary.readings(passage_.at(token)), [wanted](const Reading& one) {
    return one.grammatical_case == wanted && one.part != PartOfSpeech::preposition;
  });
}

bool PartyLists::is_adverb(std::uint32_t token) const {
  if (!is_word(*passage_.text, token)) return false;
  std::vector<Reading> readings = language_.dictionary.readings(passage_.at(token));
  return std::ranges::any_of(readings, [](const Reading& one) {
    return one.part == PartOfSpeech::adverb || one.part == PartOfSpeech::particle;
  });
}

bool PartyLists::is_governor(std::uint32_t token) const {
  return std::ranges::any_of(
      marks_, [token](const Mark& one) { return one.kind == "noun" && one.tokens.contains(token); });
}

bool PartyLists::is_outsider(Span list) const {
  return std::ranges::any_of(
      marks_, [list](const Mark& one) { return one.kind == "outsider" && list.overlaps(one.tokens); });
}

const std::vector<FoundParty>& PartyLists::persons(Case assumed) {
  std::optional<std::vector<FoundParty>>& persons =
      assumed == Case::accusative ? persons_accusative_ : persons_dative_;
  if (!persons) persons = find_persons(passage_, assumed, language_);
  return *persons;
}

const Mark* PartyLists::mark_at(std::uint32_t token, std::string_view kind) const {
  auto mark = std::ranges::find_if(
      marks_, [&](const Mark& one) { return one.kind == kind && one.tokens.from == token; });
  return mark == marks_.end() ? nullptr : &*mark;
}

}  // namespace protokol
