// stub
#include "grammar/grammar.h"
namespace protokol {
std::vector<Diagnostic> Grammar::check() const { return {}; }
}  // namespace protokol
