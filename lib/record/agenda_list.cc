// Adding to an agenda.
#include "record/agenda_list.h"

#include <algorithm>
#include <utility>

#include "record/list_marks.h"
#include "record/parties.h"

namespace protokol {

namespace {

Field title_of(const Passage& title) {
  if (title.empty()) return {};
  return {wording(title), source(title), "agenda.title"};
}

}  // namespace

void AgendaList::add(const Passage& content, std::string number, Span number_span) {
  ItemWording wording_found = read_item(content, language_);
  AgendaItem item;
  if (!number.empty()) numbers_.insert(number);
  item.number = {std::move(number), number_span, "layout.number"};
  item.title = title_of(wording_found.title);
  item.span = source(content);
  if (!number_span.empty()) item.span.from = std::min(item.span.from, number_span.from);
  items_.push_back(std::move(item));
  add_speakers(items_.back(), std::move(wording_found));
}

void AgendaList::complete(const Passage& content) {
  ItemWording found = read_item(content, language_);
  items_.back().title = title_of(found.title);
  items_.back().span.to = source(content).to;
  add_speakers(items_.back(), std::move(found));
}

void AgendaList::add_line_of_speakers(const Passage& line) {
  items_.back().span.to = source(line).to;
  add_speakers(items_.back(), speakers_in(line));
}

void AgendaList::add_speakers_below(const std::string& number, const Passage& line) {
  const auto item = std::ranges::find_if(
      items_, [&number](const AgendaItem& one) { return !number.empty() && one.number.value == number; });
  if (item == items_.end() || !item->speakers.empty()) return;
  add_speakers(*item, speakers_in(line));
  add_reporter_line(source(line));
}

ItemWording AgendaList::speakers_in(const Passage& line) const {
  ItemWording found{line.within({line.tokens.from, line.tokens.from}), {}, {}};
  const MarkList marks = list_marks(line, "agenda", language_.grammar);
  std::uint32_t from = line.tokens.from;
  auto read_until = [&](std::uint32_t to) {
    Passage piece = trimmed_people(trimmed(line.within({from, to}), "()"));
    if (piece.empty()) return;
    for (const FoundParty& party : read_parties(piece, Case::nominative, language_)) {
      found.speakers.push_back(party.party);
      found.speaker_spans.push_back(source(piece.within(party.tokens)));
    }
  };
  for (const Mark& mark : marks) {
    if (mark.kind != "reporter") continue;
    read_until(mark.tokens.from);
    from = mark.tokens.to;
  }
  read_until(line.tokens.to);
  return found;
}

std::vector<Claim> AgendaList::claims() const {
  std::vector<Claim> claims;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const AgendaItem& item = items_[i];
    std::string field = "agenda[" + std::to_string(i) + "]";
    if (!item.number.span.empty())
      claims.push_back({item.number.span, item.number.rule, field + ".number", item.number.value});
    if (!item.title.span.empty())
      claims.push_back({item.title.span, item.title.rule, field + ".title", item.title.value});
    for (const Party& party : item.speakers)
      claims.push_back({party.span, party.rule, field + ".speakers", dump(party)});
  }
  return claims;
}

void AgendaList::add_speakers(AgendaItem& item, ItemWording found) {
  for (std::size_t i = 0; i < found.speakers.size(); ++i) {
    found.speakers[i].span = found.speaker_spans[i];
    item.speakers.push_back(std::move(found.speakers[i]));
  }
}

}  // namespace protokol
