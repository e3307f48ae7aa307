// Cuts a line at its bars.
#include "input/barred_line.h"

#include "base/utf8.h"

namespace protokol {
namespace {

enum class Sign : std::uint8_t { plain, horizontal, vertical, junction };

Sign sign_of(char32_t value) {
  if (value == '|') return Sign::vertical;
  if (value == '+') return Sign::junction;
  if (value == '-' || value == '=') return Sign::horizontal;
  if (value < 0x2500 || value > 0x257F) return Sign::plain;
  constexpr std::u32string_view horizontals = U"─━┄┅┈┉╌╍═╴╶╸╺╼╾";
  constexpr std::u32string_view verticals = U"│┃┆┇┊┋╎╏║╵╷╹╻╽╿";
  if (horizontals.find(value) != std::u32string_view::npos) return Sign::horizontal;
  return verticals.find(value) != std::u32string_view::npos ? Sign::vertical : Sign::junction;
}

/// Cuts at verticals, or at crossings as well. A segment of three horizontals (two of box signs) is rule.
class Cutter {
 public:
  Cutter(std::string_view text, const TextLine& line) : text_(text), line_(line) {}

  BarredLine cut(bool at_junctions) {
    BarredLine result;
    column_ = line_.indent;
    begin(line_.content.from);
    bool escaped = false;
    for (std::uint32_t at = line_.content.from; at < line_.content.to;) {
      const utf8::CodePoint next = utf8::decode(text_, at);
      const Sign sign = escaped ? Sign::plain : sign_of(next.value);
      escaped = next.value == '\\' && !escaped;
      if (sign == Sign::vertical || (sign == Sign::junction && at_junctions)) {
        if (at == line_.content.from) result.bar_first = true;
        result.bar_last = at + next.size == line_.content.to;
        finish(at, result);
        begin(at + next.size);
        segment_.column = column_ + 1;
      } else {
        note(sign, next.value);
      }
      ++column_;
      at += next.size;
    }
    finish(line_.content.to, result);
    return result;
  }

 private:
  void begin(std::uint32_t at) {
    segment_ = {{at, at}, column_, column_, false};
    horizontals_ = others_ = 0;
  }
  void note(Sign sign, char32_t value) {
    if (sign == Sign::horizontal) {
      horizontals_ += value < 0x80 ? 2 : 3;
    } else if (value != ':' && !utf8::is_space(value)) {
      ++others_;
    }
  }
  void finish(std::uint32_t at, BarredLine& result) {
    segment_.rule = others_ == 0 && horizontals_ >= 6;
    segment_.content = utf8::trim(text_, {segment_.content.from, at});
    segment_.end_column = column_;
    result.segments.push_back(segment_);
  }

  std::string_view text_;
  const TextLine& line_;
  Segment segment_;
  std::uint32_t column_ = 0;
  std::uint32_t horizontals_ = 0;  ///< weighed: six make a rule
  std::uint32_t others_ = 0;
};

/// A rule of nothing but rule; or one with crossings, which may leave cells open: ├───┤ text ├───┤.
bool is_rule(const BarredLine& line, bool crossed) {
  std::size_t rules = 0, inner = 0;
  for (std::size_t i = 0; i < line.segments.size(); ++i) {
    const bool outside = line.segments[i].content.empty() && (i == 0 || i + 1 == line.segments.size());
    rules += line.segments[i].rule;
    inner += !outside;
  }
  return line.bars() > 0 && rules > 0 && (rules == inner || (crossed && line.bar_first));
}

}  // namespace

BarredLine read_barred_line(std::string_view text, const TextLine& line) {
  BarredLine rule = Cutter(text, line).cut(true);
  BarredLine row = Cutter(text, line).cut(false);
  if (is_rule(rule, rule.bars() > row.bars())) {
    rule.kind = BarredKind::rule;
    return rule;
  }
  if (row.bars() > 0) row.kind = BarredKind::row;
  return row;
}

}  // namespace protokol
