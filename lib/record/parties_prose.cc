// Placeholder
#include "record/parties.h"
namespace protokol {
std::vector<FoundParty> find_persons(const Passage&, Case, const Language&) { return {}; }
std::vector<FoundParty> party_at(const Passage&, std::uint32_t, Case, const Language&) { return {}; }
}  // namespace protokol
