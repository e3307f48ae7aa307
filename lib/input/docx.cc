#include "input/docx.h"
namespace protokol {
std::variant<Document, InputError> read_docx(std::string_view, const InputOptions&) {
  return InputError{"unknown_format", "read", "DOCX."};
}
}  // namespace protokol
