// Personal names: declined by tables of endings, and brought back to the nominative.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "morphology/grammemes.h"
#include "morphology/inflection.h"

namespace protokol {

/// A name as it stands in a text, UTF-8: «Звягинцевой», with «О.» and «П.» or «Ольге» and «Петровне».
struct PersonName {
  std::string surname;             ///< may be double: «Римскому-Корсакову»; may be empty
  std::vector<std::string> given;  ///< first name and patronymic, or their initials, in any order
};

/// A name brought back to the nominative, with what was concluded on the way.
struct RestoredName {
  PersonName name;  ///< nominative; capitals and ё as printed
  Case stood_in = Case::nominative;
  Gender gender = Gender::none;  ///< none where the name tells nothing
};

/// Brings a name back. `assumed_case` and `assumed_gender` (`none` where unknown) are hints that the name's
/// own words may overrule: «Бабкину» is «Бабкин» in the dative and «Бабкина» in the accusative, but
/// «Бабкину Ивану» is never «Бабкина». With nothing known the likeliest reading is taken, the nominative
/// first.
RestoredName restore_name(const InflectionTables& tables, const PersonName& printed, Case assumed_case,
                          Gender assumed_gender);

/// Whether `surname` as printed may be a form of the surname `nominative`, of a person of either gender:
/// «Полозову» may be of «Полозов» and of «Полозова». Both UTF-8; letter case and ё do not matter.
bool may_be_form_of(const InflectionTables& tables, std::string_view surname, std::string_view nominative);

/// A name in the nominative put into `wanted_case`. Initials stay.
PersonName decline_name(const InflectionTables& tables, const PersonName& nominative, Case wanted_case,
                        Gender gender);

/// What a word is as a first name or a patronymic; words are in the prepared alphabet.
struct GivenReading {
  std::string nominative;
  Case grammatical_case = Case::nominative;
  Gender gender = Gender::none;
};
std::vector<GivenReading> first_name_readings(const InflectionTables& tables, std::string_view word);
std::vector<GivenReading> patronymic_readings(const InflectionTables& tables, std::string_view word);

}  // namespace protokol
