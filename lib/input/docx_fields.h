// What of a DOCX story is not printed: the instructions of fields, and all but one of alternatives.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "input/xml.h"

namespace protokol {

/// Where in nested fields the text stands: instructions are not printed, results are.
class DocxFields {
 public:
  void take(std::string_view type) {
    if (type == "begin") {
      in_instruction_.push_back(true);
      ++instructions_;
    } else if (!in_instruction_.empty()) {
      if (in_instruction_.back()) --instructions_;
      in_instruction_.back() = false;
      if (type == "end") in_instruction_.pop_back();
    }
  }
  bool hides_text() const { return instructions_ > 0; }
  bool open() const { return !in_instruction_.empty(); }

 private:
  std::vector<bool> in_instruction_;
  std::size_t instructions_ = 0;
};

/// The alternative that is read: the first, or what is there for old programs where there is no first.
pugi::xml_node docx_alternative(const pugi::xml_node& node);

enum class DocxFieldReading : std::uint8_t { trusted, ignored };

/// A field that never ends would hide all that follows it.
DocxFieldReading docx_field_reading(const pugi::xml_node& story);

}  // namespace protokol
