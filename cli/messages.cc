#include "cli/messages.h"

#include <unistd.h>

#include "base/utf8.h"

namespace protokol::cli {

std::string valid_utf8(std::string_view bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    const utf8::CodePoint point = utf8::decode(bytes, at);
    text += utf8::encode(point.value);
    at += point.size;
  }
  return text;
}

void say(std::string_view message) {
  std::string line = "protokol: " + valid_utf8(message);
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
  }
  line += '\n';
  // There is nowhere to report that standard error is closed.
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace protokol::cli
