// Web pages of any bytes.
#include "fuzz/document.h"
#include "input/html.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace protokol;
  fuzz::check_reading(read_html(fuzz::view(data, size), {}));
  return 0;
}
