// Decisions that no heading announces, found once every unit has its place.
#pragma once

#include <string>
#include <vector>

#include "record/outline.h"
#include "record/sections.h"
#include "record/titles.h"

namespace protokol {

/// What one unit means: the section that it belongs to, and the questions that it is about.
struct UnitPlace {
  SectionKind kind = SectionKind::head;
  std::vector<std::string> questions;
};

bool is_attendance(SectionKind kind);

/// A document may have no heading over its decisions: then the numbered items that ask for something are they
/// («перечень поручений», a list under the name of a question). `places`: one for each unit of the outline.
void find_headless_decisions(std::vector<UnitPlace>& places, const Outline& outline, const Titles& titles,
                             const Language& language);

/// «[А] …», «[Б] …»: where one group of a list is decisions, those before it are, too.
void find_lettered_groups(std::vector<UnitPlace>& places, const Outline& outline);

}  // namespace protokol
