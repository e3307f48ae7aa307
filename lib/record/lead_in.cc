// A line is a lead-in where the addressees that are read from it leave no word over.
#include "record/lead_in.h"

#include <algorithm>

#include "record/actions.h"
#include "record/addressees.h"

namespace protokol {

bool names_addressees_only(const Passage& line, const Language& language) {
  constexpr std::uint32_t longest = 40;  // tokens
  const Passage words = trimmed(line, ":.*_");
  if (words.empty() || words.tokens.size() > longest) return false;
  // «III место – Котову (школа № 12).»: what a full stop ends leads nowhere, unless the stop is an initial's.
  const std::uint32_t last = line.tokens.to - 1;
  if (is_sign(*line.text, last, ".") && is_sign(*line.text, last - 1, ")\"")) return false;
  const FoundAddressees found = read_addressees(words, language);
  const bool dative = std::ranges::all_of(found.parties, [](const FoundParty& one) {
    return one.stood_in == Case::dative || one.kind == PartyKind::person;
  });
  if (found.parties.empty() || !dative || found.parties.front().stood_in != Case::dative) return false;
  const bool whole = found.tokens.from == words.tokens.from && found.tokens.to + 1 >= words.tokens.to;
  return whole && !find_action(words, Asked::nobody, language);
}

}  // namespace protokol
