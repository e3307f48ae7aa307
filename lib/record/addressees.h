// Who must act: the addressees of a decision.
#pragma once

#include <string>
#include <vector>

#include "record/parties.h"

namespace protokol {

struct FoundAddressees {
  std::vector<FoundParty> parties;  ///< `party.text` is filled: as printed, without a name in brackets
  bool again = false;               ///< «им же»: also those who were asked before
  Span tokens;                      ///< from the first to the last of them; empty where there are none
};

/// In the wording of one decision: the dative that opens it or stands beside its verb («Муниципальному
/// координатору оказывать …», «в летний период учителям разработать …»), what follows «поручить»,
/// «рекомендовать», the accusative after «обязать», «просить». A receiver («направить родителям», «отказать
/// Иванову»), a body in quotes and a dative that a preposition governs are none.
FoundAddressees find_addressees(const Passage& wording, const Language& language);

/// A line that only names who must act, mostly with a colon at its end: «Руководителям всех учреждений:»,
/// «Рекомендовать главам городских округов:», «МАУ ДПО «Центр»:», «2. Отделу образования совместно с …:»,
/// a cell «Кому».
FoundAddressees read_addressees(const Passage& place, const Language& language);

/// For tests and `explain`: ««отделу кадров» [отдел кадров] | «Иванову И. И.» Иванов И. И.».
std::string dump(const FoundAddressees& found);

}  // namespace protokol
