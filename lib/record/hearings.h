// Who was heard and who spoke, on which question.
#pragma once

#include <string>
#include <unordered_set>
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

/// Surnames of those who were there, as prepared text: «Кокорев сообщил» needs no initials.
using KnownSurnames = std::unordered_set<std::string>;

/// `agenda`: its lines of reporters («Докладчик: …» below a title) are no speeches, and its reporters are
/// heard.
FoundHearings read_hearings(const Outline& outline, const std::vector<Section>& sections,
                            const FoundAgenda& agenda, const Language& language,
                            const KnownSurnames& present = {});

/// One line an entry: kind, agenda numbers, speakers; for tests.
std::string dump(const FoundHearings& found);

}  // namespace protokol
