#include "input/warnings.h"

#include <algorithm>
#include <array>

namespace protokol {
namespace {

struct Known {
  std::string_view code, message;
};

constexpr std::array messages{
    Known{"invalid_bytes", "Some bytes are no characters of the encoding; they are shown as U+FFFD."},
    Known{"wrong_extension", "The file's ending does not fit its content; it was read by its content."},
    Known{"numbering_lost", "The automatic numbers could not be read; the text stands without them."},
    Known{"pages_without_text", "Some pages are pictures without text; --ocr recognises it."},
    Known{"part_lost", "A part of the file is damaged and was left out: styles, headers or notes."},
};

}  // namespace

std::string_view warning_message(std::string_view code) {
  const auto* found =
      std::find_if(messages.begin(), messages.end(), [&](const Known& one) { return one.code == code; });
  return found == messages.end() ? std::string_view() : found->message;
}

}  // namespace protokol
