// What pdftotext and tesseract print of a page: words and their places.
#include "fuzz/document.h"
#include "input/page_layout.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace protokol;
  fuzz::require(test::is_sound(lay_out_pages(read_tsv(fuzz::view(data, size)))),
                "blocks have content, which lies in the text");
  return 0;
}
