// «Шилову – подготовить смету», «Подготовить смету (Шилов)»: a surname alone that only the list of those
// present shows to be one.
#pragma once

#include <string_view>

#include "morphology/inflection.h"
#include "record/protocol.h"

namespace protokol {

/// Decisions that name nobody. One that begins with a capitalised word and a dash or a colon has an addressee
/// where the word may be a form of the surname of exactly one of those present. One that closes with a
/// bracket of their surnames and nothing else is theirs to do, and the bracket leaves its text. Surnames stay
/// bare. `document`: what spans point into, in bytes.
Protocol with_surname_parties(Protocol protocol, std::string_view document, const InflectionTables& tables);

}  // namespace protokol
