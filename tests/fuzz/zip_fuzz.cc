// Archives of any bytes, with what they hold; but for files that other programs read.
#include "fuzz/document.h"
#include "input/file_format.h"
#include "input/read.h"

namespace protokol::fuzz {
namespace {

bool is_read_here(FileFormat format) {
  return format != FileFormat::pdf && format != FileFormat::image && format != FileFormat::doc &&
         format != FileFormat::rtf;
}

void check(std::string_view bytes) {
  InputOptions options;
  options.archive = {.part_bytes = 1U << 20, .whole_bytes = 4U << 20, .entries = 100};
  for (const Part& part : unpack(std::string(bytes), "a.zip", options)) {
    require(part.source.starts_with("a.zip"), "a part is named after its archive");
    const auto* content = std::get_if<std::string>(&part.bytes);
    if (content != nullptr && is_read_here(detect_format(*content)))
      check_reading(read_document(*content, part.source, options));
  }
}

}  // namespace
}  // namespace protokol::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  protokol::fuzz::check(protokol::fuzz::view(data, size));
  return 0;
}
