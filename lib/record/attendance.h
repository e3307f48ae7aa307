// Who was there: lists of those present, absent and invited, head counts.
#pragma once

#include <string>
#include <vector>

#include "record/outline.h"
#include "record/protocol.h"
#include "record/sections.h"

namespace protokol {

struct FoundAttendance {
  std::vector<Attendee> attendees;
  std::vector<Party> chair, secretary;  ///< those whom the list itself calls so
  std::vector<Claim> claims;
};

/// Reads the sections present, absent and invited, and sentences of the head that say who was there.
FoundAttendance read_attendance(const Outline& outline, const std::vector<Section>& sections,
                                const Language& language);

/// One line an attendee («+» present, «-» absent, «?» invited), then chair and secretary; for tests.
std::string dump(const FoundAttendance& found);

}  // namespace protokol
