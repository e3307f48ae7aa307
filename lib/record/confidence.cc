// Doubts counted.
#include "record/confidence.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.h"

namespace protokol {

namespace {

std::string_view post_or_body(const Party& party) { return party.group.empty() ? party.role : party.group; }

/// A name without initials, a post or body of one word or of several clauses is easily misread.
bool is_bare(const Party& party) {
  if (!party.name.empty()) {
    return party.name.find('.') == std::string::npos && party.name.find(' ') == std::string::npos;
  }
  const std::string_view text = post_or_body(party);
  return text.find(' ') == std::string_view::npos || text.find(',') != std::string_view::npos;
}

/// «ст. медсестра Т. Котова», «школа пос. Рудный»: a person's or place's name went into the post or body.
bool holds_initial(const Party& party) {
  const std::string_view text = post_or_body(party);
  for (std::size_t stop = text.find('.'); stop != std::string_view::npos; stop = text.find('.', stop + 1)) {
    std::size_t letter = stop;
    while (letter > 0 && (letter == stop || (static_cast<unsigned char>(text[letter]) & 0xC0U) == 0x80U))
      --letter;
    const bool alone = letter == 0 || text[letter - 1] == ' ' || text[letter - 1] == '.';
    if (alone && utf8::is_capital(utf8::decode(text, letter).value)) return true;
  }
  return false;
}

/// Letters of the word that ends at `end`, four at most.
std::size_t letters_before(std::string_view text, std::size_t end) {
  std::size_t letters = 0;
  while (end > 0 && letters < 4) {
    std::size_t start = end - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
    if (!utf8::is_letter(utf8::decode(text, start).value)) break;
    ++letters;
    end = start;
  }
  return letters;
}

/// «… закрыть. Отчёт представить …»; short words before the full stop are abbreviations.
bool has_several_sentences(std::string_view text) {
  for (std::size_t stop = text.find(". "); stop != std::string_view::npos; stop = text.find(". ", stop + 1)) {
    const bool capital = stop + 2 < text.size() && utf8::is_capital(utf8::decode(text, stop + 2).value);
    if (capital && letters_before(text, stop) > 3) return true;
  }
  return false;
}

bool any_bare(const std::vector<Party>& parties) { return std::ranges::any_of(parties, is_bare); }
bool any_initial(const std::vector<Party>& parties) { return std::ranges::any_of(parties, holds_initial); }

/// Whether somebody was named outside the decision: in a lead-in, a control sentence, at the foot.
bool any_handed_down(const std::vector<Party>& parties, Span decision) {
  return std::ranges::any_of(parties,
                             [decision](const Party& party) { return !decision.contains(party.span.from); });
}

/// Acts of the meeting itself; others only report to it.
bool is_complete(Action action) {
  return action == Action::note || action == Action::approve || action == Action::reject ||
         action == Action::close || action == Action::other;
}

/// A deadline that hangs on an event ends where the reading thought that its words end.
bool any_event(const std::vector<Deadline>& deadlines) {
  return std::ranges::any_of(deadlines, [](const Deadline& one) { return one.type == DeadlineType::event; });
}

}  // namespace

Confidence confidence_of(const DecisionDraft& draft) {
  const Decision& decision = draft.decision;
  const Doubts& doubts = draft.doubts;
  const bool charged = !decision.addressees.empty() || !decision.responsible.empty();
  const std::array<bool, 15> counted{
      doubts.no_marker,
      doubts.run_on,
      doubts.whole_kept,
      has_several_sentences(decision.text.value),
      doubts.no_verb,
      decision.action == Action::assign && !charged,
      doubts.addressee_inside,
      is_complete(decision.action) && any_handed_down(decision.addressees, decision.span),
      doubts.unlabelled_duty,
      any_bare(decision.addressees),
      any_bare(decision.responsible),
      any_bare(decision.control),
      any_initial(decision.addressees) || any_initial(decision.responsible) || any_initial(decision.control),
      decision.number.empty() && any_handed_down(decision.control, decision.span),
      doubts.unknown_deadline || any_event(decision.deadlines)};
  const auto count = std::ranges::count(counted, true);
  if (count == 0) return Confidence::high;
  return count <= 2 ? Confidence::medium : Confidence::low;
}

}  // namespace protokol
