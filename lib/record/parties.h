// People, posts and bodies: names, the posts beside them, and the nominative of both.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "morphology/grammemes.h"
#include "record/language.h"
#include "record/passage.h"
#include "record/protocol.h"

namespace protokol {

enum class PartyKind : std::uint8_t {
  person,  ///< has a name, and a role where one is printed
  post,    ///< one holder of a post without a name: role
  body,    ///< an organ, an organisation, or several people by their post: group
};

struct FoundParty {
  PartyKind kind = PartyKind::person;
  Party party;                 ///< nominative; `text` stays empty
  Span tokens;                 ///< all of it: name, role, their brackets and separator
  Span name;                   ///< the tokens of a person's name; empty for others
  Case stood_in = Case::none;  ///< the case that the name, or the head of post or body, stood in
  std::optional<int> count;    ///< «Родители – 13», «главы поселений (9 чел.)»
};

/// Everything in `place` is a list of people, posts and bodies: a table cell, what stands behind «Отв.:»,
/// «СЛУШАЛИ:», a line of a list of those present. Members are parted by commas, semicolons, slashes, «и»,
/// bullets or numbers; a role may stand before or behind its name, after a comma, a dash, in brackets, or
/// with nothing between. Degrees are part of the role. «(Иванов И. И.)» behind a body is a person of its own,
/// behind a post in the singular it is its holder. «От заказчика:» is part of the role of all who follow. A
/// plural post over names in an oblique case is the role of each, one in the nominative («члены комиссии»)
/// nobody's. «(далее – …)», «(по согласованию)», «(прилагается)» belong to nobody. `assumed` is the case that
/// the place asks for; Case::none leaves it to the words. What is no party is left out.
std::vector<FoundParty> read_parties(const Passage& place, Case assumed, const Language& language);

/// Persons (with their roles) and no others in running text, in order.
std::vector<FoundParty> find_persons(const Passage& text, Case assumed, const Language& language);

/// The names of these persons; their roles are not read.
std::vector<Span> find_names(const Passage& text, const Language& language);

/// The noun phrase that begins at token `from`, read as one post or body («постоянной комиссии по бюджету
/// (Терских О.Д.)», «Директору МУП «Водоканал» Иванову И. И.»): its extent goes up to a verb, a comma or a
/// sign that cannot belong to it. A name in brackets or behind it is taken along (then there may be two
/// parties). Empty where none begins there in the case `wanted`.
std::vector<FoundParty> party_at(const Passage& sentence, std::uint32_t from, Case wanted,
                                 const Language& language);

/// One line a party: kind, name, role, group, case, count; for tests and `explain`.
std::string dump(const std::vector<FoundParty>& parties);

}  // namespace protokol
