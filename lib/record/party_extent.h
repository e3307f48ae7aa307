// How far a phrase that names a post or a body goes in running text, and where the one before a name begins.
#pragma once

#include <cstdint>
#include <optional>

#include "record/party_phrases.h"
#include "record/person_names.h"

namespace protokol {

/// The end of the phrase that begins at `from` and stands in `wanted`; at most `limit`. It goes up to a verb,
/// an object, a comma that no clause of it follows, a bracket, a name.
std::uint32_t party_end(const Passage& passage, const PartyPhrases& phrases, const PersonNames& names,
                        Span range, Case wanted);

/// The role right before a name that begins at `name`: its head is a post («информацию главного врача ЦРБ»:
/// from «главного»). Nothing where none begins at `from` or behind it.
std::optional<Span> role_before(const Passage& passage, const PartyPhrases& phrases, std::uint32_t name,
                                std::uint32_t from);

}  // namespace protokol
