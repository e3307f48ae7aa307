#include "grammar/expressions.h"

#include <fmt/format.h>
#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>

#include "grammar/utf8_text.h"
#include "text/prepared.h"

namespace protokol::grammar {

namespace {

const char* const expression_hint = "a regular expression is RE2's; \\/ is the printed sign /";

RE2::Options options() {
  RE2::Options wanted;
  wanted.set_encoding(RE2::Options::EncodingLatin1);
  wanted.set_log_errors(false);
  wanted.set_longest_match(true);
  return wanted;
}

/// What RE2 says, without its quotation, which is in the one-byte alphabet.
Fault not_understood(std::string error) {
  error.resize(std::min(error.find(':'), error.size()));
  return {"the regular expression is not understood: " + error, expression_hint};
}

const char* const size_hint = "repeat less in it: {1000} is a thousand copies";

/// What makes an expression unusable; takes its size from the room that is left.
std::optional<Fault> fault_of(const RE2& expression, Room& room) {
  const bool too_large = expression.error_code() == RE2::ErrorPatternTooLarge;
  if (!expression.ok() && !too_large) return not_understood(expression.error());
  const int size = too_large ? largest_expression + 1 : expression.ProgramSize();
  room.instructions -= size;
  if (size > largest_expression) {
    return Fault{fmt::format("the regular expression makes more than {} instructions", largest_expression),
                 size_hint};
  }
  return std::nullopt;
}

/// At least as many instructions as the expression makes: a counted repetition multiplies what it repeats.
double most_instructions(std::string_view expression) {
  double most = 4.0 * static_cast<double>(expression.size());
  for (std::size_t i = 0; i < expression.size(); ++i) {
    if (expression[i] != '{' && expression[i] != ',') continue;
    double count = 0;
    for (; i + 1 < expression.size() && is_digit(expression[i + 1]); ++i)
      count = 10 * count + (expression[i + 1] - '0');
    most *= std::max(count, 1.0);
  }
  return most;
}

/// As fault_of; what is surely small is not compiled for that.
std::optional<Fault> size_fault(const std::string& expression, Room& room) {
  if (most_instructions(expression) > largest_expression) return fault_of(RE2(expression, options()), room);
  room.instructions -= static_cast<int>(expression.size());
  return std::nullopt;
}

std::optional<Fault> no_room(const Room& room) {
  if (room.instructions > 0) return std::nullopt;
  return Fault{fmt::format("the regular expressions up to this one make more than {} instructions",
                           largest_expressions),
               size_hint};
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace

std::variant<std::string, Fault> recode_expression(std::string_view utf8) {
  std::string recoded;
  for (std::size_t i = 0; i < utf8.size();) {
    const std::size_t size = character_size(utf8, i);
    const std::string_view character = utf8.substr(i, size);
    i += size;
    if (character == "\\" && i < utf8.size()) {
      if (std::string_view("pPwWbB").find(utf8[i]) != std::string_view::npos) {
        return Fault{fmt::format("«\\{}» of a regular expression knows no Russian letters", utf8[i]),
                     "write a class of letters instead; edges of words are the engine's business"};
      }
      const bool ascii = static_cast<unsigned char>(utf8[i]) < 0x80;
      if (ascii) recoded += {'\\', utf8[i++]};
      continue;
    }
    const std::string prepared = prepare(character);
    if (size == 1 && (character[0] < 'A' || character[0] > 'Z')) {
      recoded += character;
    } else if (prepared.size() == 1) {
      recoded += prepared;
    } else {
      return Fault{fmt::format("«{}» is no character of prepared text", character), expression_hint};
    }
  }
  return recoded;
}

struct Shapes::Impl {
  RE2::Set set{options(), RE2::ANCHOR_BOTH};
  std::vector<std::string> expressions;
  ShapeAutomaton automaton;  ///< of the same expressions; empty where RE2 serves
};

Shapes::Shapes() : impl_(std::make_unique<Impl>()) {}
Shapes::Shapes(Shapes&&) noexcept = default;
Shapes& Shapes::operator=(Shapes&&) noexcept = default;
Shapes::~Shapes() = default;

std::variant<std::uint32_t, Fault> Shapes::add(std::string_view utf8, Room& room) {
  if (auto fault = no_room(room)) return std::move(*fault);
  auto recoded = recode_expression(utf8);
  if (auto* fault = std::get_if<Fault>(&recoded)) return std::move(*fault);
  if (auto fault = size_fault(std::get<std::string>(recoded), room)) return std::move(*fault);
  std::string error;
  const int number = impl_->set.Add(std::get<std::string>(recoded), &error);
  if (number < 0) return not_understood(std::move(error));
  impl_->expressions.push_back(std::move(std::get<std::string>(recoded)));
  return static_cast<std::uint32_t>(number);
}

std::optional<Fault> Shapes::compile() {
  if (impl_->set.Compile()) return std::nullopt;
  return Fault{"the regular expressions of the rules are too large together", size_hint};
}

std::vector<std::string> Shapes::recoded() const { return impl_->expressions; }

bool Shapes::fill(std::vector<std::string> recoded, ShapeAutomaton automaton) {
  impl_ = std::make_unique<Impl>();
  if (!automaton.empty()) {
    impl_->expressions = std::move(recoded);
    impl_->automaton = std::move(automaton);
    return true;
  }
  for (const std::string& expression : recoded) {
    if (impl_->set.Add(expression, nullptr) < 0) return false;
  }
  impl_->expressions = std::move(recoded);
  return impl_->set.Compile();
}

bool Shapes::empty() const { return impl_->expressions.empty(); }

std::vector<std::uint32_t> Shapes::matching(std::string_view prepared) const {
  if (!impl_->automaton.empty()) {
    const auto numbers = impl_->automaton.matching(prepared);
    return {numbers.begin(), numbers.end()};
  }
  std::vector<int> found;
  RE2::Set::ErrorInfo error{};
  std::vector<std::uint32_t> numbers;
  if (impl_->set.Match(piece(prepared), &found, &error) || error.kind == RE2::Set::kNoError) {
    numbers.assign(found.begin(), found.end());
  } else {  // the set's automaton ran out of memory: one by one
    for (std::uint32_t i = 0; i < impl_->expressions.size(); ++i) {
      const RE2 single(impl_->expressions[i], options());
      if (RE2::FullMatch(piece(prepared), single)) numbers.push_back(i);
    }
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

/// RE2 takes its time: it is asked only when a text first leads to the expression.
struct Stretch::Impl {
  explicit Impl(std::string wanted) : pattern(std::move(wanted)) {}
  const RE2& expression() {
    std::call_once(made, [this] { compiled.emplace(pattern, options()); });
    return *compiled;
  }

  const std::string pattern;
  std::once_flag made;
  std::optional<RE2> compiled;
};

Stretch::Stretch(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Stretch::Stretch() : Stretch(std::make_unique<Impl>("")) {}
Stretch::Stretch(Stretch&&) noexcept = default;
Stretch& Stretch::operator=(Stretch&&) noexcept = default;
Stretch::~Stretch() = default;

std::variant<Stretch, Fault> Stretch::compile(std::string_view utf8, Room& room) {
  if (auto fault = no_room(room)) return std::move(*fault);
  auto recoded = recode_expression(utf8);
  if (auto* fault = std::get_if<Fault>(&recoded)) return std::move(*fault);
  auto impl = std::make_unique<Impl>(std::move(std::get<std::string>(recoded)));
  if (auto fault = fault_of(impl->expression(), room)) return std::move(*fault);
  return Stretch(std::move(impl));
}

std::string Stretch::recoded() const { return impl_->pattern; }
void Stretch::fill(std::string recoded) { impl_ = std::make_unique<Impl>(std::move(recoded)); }

std::size_t Stretch::longest(std::string_view prepared) const {
  re2::StringPiece match;
  if (!impl_->expression().Match(piece(prepared), 0, prepared.size(), RE2::ANCHOR_START, &match, 1)) return 0;
  return match.size();
}

}  // namespace protokol::grammar
