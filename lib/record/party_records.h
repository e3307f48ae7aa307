// From the stretches that a person, a post or a body was read from to its record.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/parties.h"
#include "record/party_phrases.h"
#include "record/person_names.h"

namespace protokol {

/// What belongs to one person.
struct PersonParts {
  NameMark name;
  std::vector<Span> before, behind;  ///< phrases of the role, in order
  std::optional<Span> shared;        ///< a plural post over several names, each of whom holds it
  std::string side;                  ///< «от заказчика»: whom the person stands for, nominative
  Span tokens;                       ///< all of it
};

/// The name and the role in the nominative; the case is what place, role and name agree on.
FoundParty person_record(const PersonParts& parts, const PartyPhrases& phrases, const Passage& passage,
                         Case assumed, const Language& language);

/// A post or a body by its phrase; `reading` must be of some kind.
FoundParty nameless_record(Span phrase, const PhraseReading& reading, const PartyPhrases& phrases,
                           const Passage& passage);

}  // namespace protokol
