// Names one behind another, to the end.
#include "record/cell_names.h"

#include "record/person_names.h"

namespace protokol {

bool holds_only_names(const Passage& cell, const Language& language) {
  const PersonNames names(cell, PersonNames::Place::list, language);
  std::uint32_t at = cell.tokens.from;
  while (at < cell.tokens.to) {
    const std::optional<NameMark> name = names.name_from(at);
    if (!name) return false;
    at = name->tokens.to;
    while (at < cell.tokens.to && is_sign(*cell.text, at, "_/,;")) ++at;
  }
  return !cell.empty();
}

bool begins_with_name(const Passage& cell, const Language& language) {
  if (cell.empty()) return false;
  return PersonNames(cell, PersonNames::Place::list, language).begins_at(cell.tokens.from);
}

}  // namespace protokol
