// Quotations told by their marks; straight ones by the gap beside them.
#include "record/quotes.h"

namespace protokol {

namespace {

enum class QuoteMark { none, opening, closing };

QuoteMark mark_at(const Passage& passage, std::uint32_t token) {
  if (!is_sign(*passage.text, token, "\"")) return QuoteMark::none;
  std::string_view printed = passage.document.substr(passage.text->source({token, token + 1}).from);
  for (std::string_view opening : {"«", "„", "“", "‹"}) {
    if (printed.starts_with(opening)) return QuoteMark::opening;
  }
  for (std::string_view closing : {"»", "”", "›"}) {
    if (printed.starts_with(closing)) return QuoteMark::closing;
  }
  bool gap_behind = token + 1 >= passage.tokens.to || passage.token(token + 1).space_before;
  return passage.token(token).space_before && !gap_behind ? QuoteMark::opening : QuoteMark::closing;
}

}  // namespace

std::vector<Span> quotes_in(const Passage& passage) {
  std::vector<Span> quotes;
  std::uint32_t opened = 0, depth = 0;
  bool closed = false;  // the last mark was a closing one: what is still open may never be closed
  for (std::uint32_t t = passage.tokens.from; t < passage.tokens.to; ++t) {
    switch (mark_at(passage, t)) {
      case QuoteMark::none:
        break;
      case QuoteMark::opening:
        if (depth == 0 || closed) opened = t, depth = 0;
        ++depth;
        closed = false;
        break;
      case QuoteMark::closing:
        if (depth == 0) break;
        --depth;
        if (closed) {
          quotes.back().to = t + 1;
        } else {
          quotes.push_back({opened, t + 1});
        }
        closed = depth > 0;
        break;
    }
  }
  return quotes;
}

std::vector<Span> brackets_in(const Passage& passage) {
  std::vector<Span> brackets;
  std::vector<std::uint32_t> open;
  for (std::uint32_t t = passage.tokens.from; t < passage.tokens.to; ++t) {
    if (is_sign(*passage.text, t, "([")) {
      open.push_back(t);
    } else if (is_sign(*passage.text, t, ")]") && !open.empty()) {
      std::uint32_t from = open.back();
      open.pop_back();
      while (!brackets.empty() && brackets.back().from > from) brackets.pop_back();
      brackets.push_back({from, t + 1});
    }
  }
  return brackets;
}

}  // namespace protokol
