// The marks that the lists of a protocol are read by: who was there, the agenda, who was heard.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "grammar/grammar.h"
#include "record/mark_list.h"
#include "record/passage.h"
#include "record/protocol.h"

namespace protokol {

/// The marks of the group that the rule files' table `list.groups` names for `list`;
/// an initial («О. П.») is no preposition.
MarkList list_marks(const Passage& passage, std::string_view list, const Grammar& grammar);

/// Is there a mark of the kind?
bool has_kind(const MarkList& marks, std::string_view kind);

/// Where sentences end in `passage` (the token behind the full stop), in order; the last one is the
/// passage's end. A full stop in brackets, of an abbreviation or of initials ends none, unless a name in
/// `names` (token spans, in order) ends with it and a capital follows.
std::vector<std::uint32_t> sentence_ends(const Passage& passage, const std::vector<Span>& names);

/// The token behind the bracket that `token` (an opening one) opens, as far as `end`; nullopt where it stays
/// open.
std::optional<std::uint32_t> behind_bracket(const TokenText& text, std::uint32_t token, std::uint32_t end);

/// The number that a token is; nullopt where it is none or too long.
std::optional<int> number_at(const TokenText& text, std::uint32_t token);

/// The passage without separators around it; the full stop of an initial at its end stays.
Passage trimmed_people(Passage people);

/// A claim on tokens of a passage.
Claim claim_of(const Passage& passage, std::string rule, std::string field, std::string value);

/// «Иванова А. П. [секретарь]», «Родители {group}»: for dumps.
std::string dump(const Party& party);

}  // namespace protokol
