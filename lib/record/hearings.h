// Who was heard and who spoke, on which question.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "record/agenda.h"
#include "record/outline.h"
#include "record/protocol.h"
#include "record/sections.h"

namespace protokol {

struct FoundHearings {
  std::vector<Hearing> hearings;
  std::vector<Claim> claims;
};

/// `agenda`: its lines of reporters («Докладчик: …» below a title) are no speeches, and its reporters are
/// heard. `present`: those who were there, whose bare surnames may begin a sentence («Кокорев сообщил»).
FoundHearings read_hearings(const Outline& outline, const std::vector<Section>& sections,
                            const FoundAgenda& agenda, const Language& language,
                            std::span<const Attendee> present = {});

/// One line an entry: kind, agenda numbers, speakers; for tests.
std::string dump(const FoundHearings& found);

}  // namespace protokol
