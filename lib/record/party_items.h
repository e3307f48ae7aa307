// A list of people cut into its items: names, the words beside them, and what parts them.
#pragma once

#include <cstdint>
#include <vector>

#include "record/party_phrases.h"
#include "record/person_names.h"

namespace protokol {

enum class PartyItemKind : std::uint8_t {
  words,  ///< a phrase: a role, a post, a body
  name,
  bracket,  ///< with what it holds
  comma,
  conjunction,
  slash,
  dash,
  colon,
  end,  ///< «;», a bullet, a number, a full stop, a verb: nothing reaches over it
};

struct PartyItem {
  PartyItemKind kind = PartyItemKind::words;
  Span tokens;
  NameMark name;  ///< of a name
};

/// Cuts the passage. Bare surnames that stand where only a person can («Стрижак, ПЭО», «кладовщик Цыпкина»)
/// are names; a comma, a dash, «и» within one phrase parts nothing («отдел архитектуры и строительства»).
std::vector<PartyItem> party_items(const Passage& place, Case assumed, const PartyPhrases& phrases,
                                   const Language& language);

}  // namespace protokol
