// Labels handed to the leaf above them, or to those that they name.
#include "record/item_labels.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "record/actions.h"
#include "record/deadline_items.h"
#include "record/groups.h"
#include "record/sentences.h"

namespace protokol {

std::vector<Party> parties_of(const std::vector<FoundParty>& found) {
  std::vector<Party> parties;
  for (const FoundParty& one : found) parties.push_back(one.party);
  return parties;
}

void take_duties(const Wording& wording, std::vector<Party>& responsible, std::vector<Party>& control) {
  for (const FoundDuty& duty : wording.duties) {
    std::vector<Party>& charged = duty.kind == DutyKind::responsible ? responsible : control;
    for (const FoundParty& one : duty.parties) charged.push_back(one.party);
  }
}

bool ItemLabels::has_item() const {
  return !drafts_.leaves.empty() && drafts_.leaves.back().block == drafts_.block;
}

bool ItemLabels::open_with_deadline(const Passage& line) const {
  const std::uint32_t sign = line.tokens.from + 1;
  if (!has_item() || sign + 1 >= line.tokens.to || !is_sign(*line.text, sign, ":-")) return false;
  const Readings word = language_.dictionary.readings(line.at(line.tokens.from));
  const bool noun =
      std::ranges::any_of(word, [](const Reading& one) { return one.part == PartOfSpeech::noun; });
  if (!word.empty() && !noun) return false;  // «Следующее – 5 мая» is no day of the item
  const Wording wording = read_wording(line, date_, language_);
  if (wording.deadlines.empty() || wording.deadlines.front().tokens.from != sign + 1) return false;
  const auto action = find_action(line, Asked::nobody, language_);
  return !action || action->strength == ActionStrength::noun;
}

Passage ItemLabels::take_front(const Passage& line) {
  Passage rest = line;
  if (!has_item()) return rest;
  for (const Span sentence : sentences_of(line, language_.dictionary)) {
    const Passage label = line.within(sentence);
    if (sentence.to == line.tokens.to || !read_wording(label, date_, language_).is_only_labels()) break;
    add(label);
    rest.tokens.from = sentence.to;
  }
  return rest;
}

bool ItemLabels::extend_item(const Passage& sentences) {
  Decision& decision = drafts_.leaves.back().decision;
  if (decision.number.empty()) return false;
  const Wording wording = read_wording(sentences, date_, language_);
  decision.text.value += ' ' + wording.text.value;
  decision.text.span.to = std::max(decision.text.span.to, source(sentences).to);
  decision.span.to = std::max(decision.span.to, source(sentences).to);
  add(wording);
  return true;
}

void ItemLabels::add(const Passage& line) {
  drafts_.claims.push_back({source(line), "decision.labels", "decisions", ""});
  add(read_wording(line, date_, language_));
}

void ItemLabels::add(const Wording& wording) {
  drafts_.claims.insert(drafts_.claims.end(), wording.claims.begin(), wording.claims.end());
  if (drafts_.leaves.empty()) return;
  Decision& last = drafts_.leaves.back().decision;
  take_duties(wording, last.responsible, last.control);
  for (const FoundDeadline& found : wording.deadlines) {
    if (is_ditto(found))
      repeat_deadlines();
    else
      add_deadline(found);
  }
  for (const FoundVote& vote : wording.votes) close_by_vote(drafts_, vote);
}

bool ItemLabels::is_ditto(const FoundDeadline& found) const {
  if (found.deadline.type != DeadlineType::event) return false;
  const std::string& words = found.deadline.text;
  const std::vector<Span> whole{{0, static_cast<std::uint32_t>(words.size())}};
  const TokenText text = tokenize(prepare(words, whole), words);
  const std::string_view group = group_named(language_.grammar, "ditto");
  const auto marks =
      group.empty() ? std::vector<Mark>() : language_.grammar.find(text, {0, text.size()}, group);
  return marks.size() == 1 && marks.front().tokens == Span{0, text.size()};
}

void ItemLabels::repeat_deadlines() {
  const std::size_t count = drafts_.leaves.size();
  if (count < 2) return;
  const std::vector<Deadline>& before = drafts_.leaves[count - 2].decision.deadlines;
  std::vector<Deadline>& own = drafts_.leaves[count - 1].decision.deadlines;
  own.insert(own.end(), before.begin(), before.end());
}

/// Letters begin anew under each number.
bool ItemLabels::is_beside(const DecisionDraft& leaf, const std::string& item) const {
  const bool letter = utf8::is_letter(utf8::decode(item, 0).value);
  return !letter || leaf.names.front() == drafts_.leaves.back().names.front();
}

void ItemLabels::add_deadline(const FoundDeadline& found) {
  if (found.items.empty()) {
    drafts_.leaves.back().decision.deadlines.push_back(found.deadline);
    return;
  }
  const std::vector<std::string> items = deadline_items(found.items);
  for (std::size_t i = first_callable(drafts_); i < drafts_.leaves.size(); ++i) {
    DecisionDraft& leaf = drafts_.leaves[i];
    if (leaf.block != drafts_.block) continue;
    const bool named = std::ranges::any_of(
        items, [&](const std::string& item) { return is_called(leaf, item) && is_beside(leaf, item); });
    if (named) leaf.decision.deadlines.push_back(found.deadline);
  }
}

}  // namespace protokol
