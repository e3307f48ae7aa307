#include "input/odt.h"
namespace protokol {
std::variant<Document, InputError> read_odt(std::string_view, const InputOptions&) {
  return InputError{"unknown_format", "read", "ODT."};
}
}  // namespace protokol
