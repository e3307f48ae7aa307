#include "grammar/value.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "grammar/utf8_text.h"
#include "text/prepared.h"

namespace protokol::grammar {

namespace {

class ValueParser {
 public:
  explicit ValueParser(std::string_view text) : text_(text) {}

  Value parse() {
    Value value;
    value.pieces = pieces('\0');
    if (at_ < text_.size())
      fault("«]» closes nothing in the value", "remove it, or write a backslash before it");
    value.faults = std::move(faults_);
    return value;
  }

 private:
  void fault(std::string message, std::string hint) {
    faults_.push_back({std::move(message), std::move(hint)});
  }

  std::vector<ValuePiece> pieces(char close) {
    std::vector<ValuePiece> all;
    while (at_ < text_.size() && text_[at_] != ']') {
      const char sign = text_[at_];
      if (sign == '{') {
        all.push_back(part());
      } else if (sign == '[' && close == '\0') {
        all.push_back(bracket());
      } else {
        if (sign == '[')
          fault("brackets in a value are not nested", "close the first bracket before the second");
        if (sign == '\\' && at_ + 1 < text_.size()) ++at_;
        if (all.empty() || all.back().kind != ValuePiece::Kind::text) all.emplace_back();
        all.back().text += text_[at_++];
      }
    }
    return all;
  }

  ValuePiece bracket() {
    ++at_;
    ValuePiece piece;
    piece.kind = ValuePiece::Kind::bracket;
    piece.pieces = pieces(']');
    if (at_ == text_.size())
      fault("«[» is not closed in the value", "write ] behind it, or a backslash before it");
    if (at_ < text_.size()) ++at_;
    const auto is_part = [](const ValuePiece& inner) { return inner.kind == ValuePiece::Kind::part; };
    if (std::none_of(piece.pieces.begin(), piece.pieces.end(), is_part)) {
      fault("a bracket of the value names no part", "a bracket is recorded only where its {part} was found");
    }
    return piece;
  }

  ValuePiece part() {
    const std::size_t end = text_.find('}', at_);
    if (end == std::string_view::npos) {
      fault("«{» is not closed in the value", "write {name}");
      at_ = text_.size();
      return {};
    }
    std::string_view inside = trimmed(text_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
    ValuePiece piece;
    piece.kind = ValuePiece::Kind::part;
    if (const std::size_t colon = inside.rfind(':'); colon != std::string_view::npos) {
      const std::string_view digits = inside.substr(colon + 1);
      if (digits.size() != 2 || digits[0] != '0' || digits[1] < '1' || digits[1] > '9') {
        fault(fmt::format("«:{}» is no number of digits", digits), "write {name:02} for at least two digits");
      } else {
        piece.digits = static_cast<unsigned>(digits[1] - '0');
      }
      inside = inside.substr(0, colon);
    }
    const auto named = parse_use(inside);
    if (!named) {
      fault(fmt::format("«{{{}}}» is no name of a part", inside), "write {name} or {name'2}");
      return piece;
    }
    piece.text = std::string(named->name);
    piece.use = std::max(named->use, 1U);
    return piece;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Fault> faults_;
};

}  // namespace

Value parse_value(std::string_view text) { return ValueParser(text).parse(); }

std::string_view literal_kind(const std::vector<ValuePiece>& pieces) {
  if (pieces.empty() || pieces.front().kind != ValuePiece::Kind::text) return {};
  const std::string_view text = pieces.front().text;
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos) return pieces.size() == 1 ? text : std::string_view{};
  return text.substr(0, space);
}

std::string with_digits(std::string value, unsigned digits) {
  if (digits == 0 || value.empty() || !std::all_of(value.begin(), value.end(), is_digit)) return value;
  value.erase(0, std::min(value.find_first_not_of('0'), value.size()));
  if (value.size() < digits) value.insert(0, digits - value.size(), '0');
  return value;
}

}  // namespace protokol::grammar
