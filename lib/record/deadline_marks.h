// The marks of the groups of deadlines, as both readings of deadlines need them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammar/grammar.h"
#include "record/deadline_value.h"
#include "record/deadlines.h"
#include "record/passage.h"

namespace protokol {

/// What a mark is to the readings.
enum class DeadlineRole : std::uint8_t {
  firm,      ///< a deadline wherever it stands: «до 1 марта», «в недельный срок»
  loose,     ///< one only in the right place: a bare day or stretch
  adverb,    ///< постоянно, ежемесячно, немедленно
  event,     ///< the opening of an event; where it ends is the reading's business
  label,     ///< «Срок:», «в срок»
  joint,     ///< «далее», «перенесено на»
  items,     ///< in brackets behind a deadline: «(подпункт «а»)»
  governor,  ///< a verb whose day is the decision itself
  none,      ///< looks like a deadline and is not
};

DeadlineRole role_of(const Mark& mark);

/// Marks of the group that sentences are read with, or of both groups, in order, without overlaps.
std::vector<Mark> sentence_marks(const TokenText& text, Span tokens, const Grammar& grammar);
std::vector<Mark> cell_marks(const TokenText& text, Span tokens, const Grammar& grammar);

/// A mark as a found deadline over `tokens`.
FoundDeadline found_deadline(const Mark& mark, Span tokens, const TokenText& text,
                             std::string_view document_text, const DeadlineBasis& basis,
                             const Grammar& grammar);

/// The basis for one reading; the table of working days is read only where a mark needs it.
DeadlineBasis basis_for(const std::vector<Mark>& marks, const DeadlineContext& context,
                        const Grammar& grammar);

}  // namespace protokol
