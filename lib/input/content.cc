// Joins runs.
#include "input/content.h"

#include "base/utf8.h"

namespace protokol {

void Runs::add(std::string_view text, Emphasis emphasis) {
  text_ += text;
  if (utf8::space_size(text, 0) < text.size()) (emphasis == Emphasis::strong ? strong_ : plain_) = true;
}

Paragraph Runs::take() {
  Paragraph paragraph{std::move(text_), 0, strong_ && !plain_};
  *this = Runs();
  return paragraph;
}

}  // namespace protokol
