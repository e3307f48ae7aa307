#include "input/html_comments.h"

#include <algorithm>
#include <string_view>

namespace protokol {

std::string without_conditions(std::string page) {
  constexpr std::string_view comment = "<!--", comment_end = "-->", condition = "<![";
  const std::string_view text = page;
  std::string kept;
  std::size_t from = 0;
  for (std::size_t at = text.find("<!"); at != text.npos; at = text.find("<!", at)) {
    const bool is_comment = text.substr(at).starts_with(comment);
    if (!is_comment && !text.substr(at).starts_with(condition)) {
      at += condition.size() - 1;
      continue;
    }
    const std::string_view end = is_comment ? comment_end : std::string_view(">");
    const std::size_t to = text.find(end, at);
    if (to == text.npos) break;
    if (!is_comment) {
      kept += text.substr(from, at - from);
      from = to + end.size();
    }
    at = to + end.size();
  }
  if (from == 0) return page;
  return kept += text.substr(from);
}

}  // namespace protokol
