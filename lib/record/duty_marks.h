// Marks that the readings of duties and of control share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/language.h"
#include "record/mark_list.h"
#include "record/parties.h"
#include "record/passage.h"

namespace protokol {

/// The marks of the group that the table `duty.groups` names for `place`; none where it names none.
MarkList duty_marks(std::string_view place, const Passage& passage, const Language& language);

/// Time phrases and their labels.
MarkList time_marks(const Passage& passage, const Language& language);

/// The beginning of `place` up to the first of `times`, without signs at its end.
Span before_times(const Passage& place, const MarkList& times);

/// `place` without a full stop at its end that is no initial's.
Passage without_stop(Passage place);

/// Where another sentence begins within `place`, that initials had kept from ending: «на Рогова И. И. | О
/// сроках доложить»; its end where none does.
std::uint32_t sentence_behind_name(const Passage& place, const Language& language);

/// Whether it is a person, or words that are known to name people or bodies: «сбор работ» does not.
bool is_known(const FoundParty& party, const Passage& passage, const Language& language);

/// «accusative» → Case::accusative; Case::none for other words.
Case case_named(std::string_view word);

/// «Иванов И. И. (завуч), [отдел кадров], signer», for dumps.
std::string dump_people(const std::vector<FoundParty>& parties, bool signer);

}  // namespace protokol
