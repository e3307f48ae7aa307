// The parts of a DOCX file, as tests/input/docx.txt writes them: packed unbroken, so that the XML is what is
// tried.
#include "fuzz/document.h"
#include "input/docx.h"
#include "input/office_parts.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace protokol;
  fuzz::check_reading(read_docx(test::docx(std::string(fuzz::view(data, size))), {}));
  return 0;
}
