// «Шилову – подготовить смету»: a surname alone that only the list of those present shows to be one.
#pragma once

#include "morphology/inflection.h"
#include "record/protocol.h"

namespace protokol {

/// Decisions that name nobody, and begin with a capitalised word and a dash or a colon: where the word may be
/// a form of the surname of exactly one of those present, that person acts. The surname stays bare.
Protocol with_surname_addressees(Protocol protocol, const InflectionTables& tables);

}  // namespace protokol
