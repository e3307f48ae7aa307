// White space between the words of a web page: what of it is printed.
#pragma once

#include <string>
#include <string_view>

namespace protokol {

enum class SpacesOfPage {
  /// As a browser shows it: one space. But tabs and many spaces within a line are what a word processor had
  /// there.
  collapsed,
  /// LibreOffice writes every space, and breaks lines of the file in the place of one.
  as_written,
};

/// Takes the text of one line after the other, a line in as many parts as it has runs.
class HtmlSpaces {
 public:
  explicit HtmlSpaces(SpacesOfPage kind) : kind_(kind) {}

  /// A paragraph or a line of it begins: white space is not printed before there is a word.
  void begin_line();
  /// What is printed of the next part.
  std::string printed(std::string_view part);

 private:
  std::string collapsed(std::string_view part);
  std::string as_written(std::string_view part);

  SpacesOfPage kind_;
  bool at_begin_ = true;     ///< of a line
  bool after_space_ = true;  ///< that was printed, or at a line's begin
  std::string waiting_;      ///< the spaces before a line's first word
};

}  // namespace protokol
