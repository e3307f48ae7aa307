// The marks of one group in one passage, asked by place.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"
#include "grammar/grammar.h"

namespace protokol {

/// In order and without overlaps, as the marks of a group are.
class MarkList {
 public:
  MarkList() = default;
  explicit MarkList(std::vector<Mark> marks) : marks_(std::move(marks)) {}

  auto begin() const { return marks_.begin(); }
  auto end() const { return marks_.end(); }
  bool empty() const { return marks_.empty(); }
  const Mark& front() const { return marks_.front(); }

  /// The mark that begins at `token`; nullptr where none does.
  const Mark* at(std::uint32_t token) const {
    const Mark* mark = over(token);
    return mark && mark->tokens.from == token ? mark : nullptr;
  }
  /// The mark that `token` lies in.
  const Mark* over(std::uint32_t token) const {
    std::span<const Mark> from = within({token, token + 1});
    return from.empty() ? nullptr : &from.front();
  }
  /// The marks that overlap `tokens`.
  std::span<const Mark> within(Span tokens) const {
    auto from =
        std::ranges::upper_bound(marks_, tokens.from, {}, [](const Mark& mark) { return mark.tokens.to; });
    auto to = std::ranges::lower_bound(from, marks_.end(), tokens.to, {},
                                       [](const Mark& mark) { return mark.tokens.from; });
    return {from, to};
  }
  bool has(std::string_view kind, Span tokens) const {
    return std::ranges::any_of(within(tokens), [kind](const Mark& mark) { return mark.kind == kind; });
  }

  std::vector<Span> spans() const {
    std::vector<Span> spans;
    for (const Mark& mark : marks_) spans.push_back(mark.tokens);
    return spans;
  }

 private:
  std::vector<Mark> marks_;
};

}  // namespace protokol
