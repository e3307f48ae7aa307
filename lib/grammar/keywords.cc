#include "grammar/keywords.h"

#include <utility>

namespace protokol::grammar {

namespace {

#define PROTOKOL_TOKEN_CLASS(name, value) {name, TokenClass::value},
constexpr std::pair<std::string_view, TokenClass> classes[] = {
#include "grammar/keywords.inc"
};
#undef PROTOKOL_TOKEN_CLASS

#define PROTOKOL_CASE_TAG(name, value) {name, {Case::value, Number::none}},
#define PROTOKOL_NUMBER_TAG(name, value) {name, {Case::none, Number::value}},
constexpr std::pair<std::string_view, FormFilter> tags[] = {
#include "grammar/keywords.inc"
};
#undef PROTOKOL_CASE_TAG
#undef PROTOKOL_NUMBER_TAG

}  // namespace

std::optional<TokenClass> token_class(std::string_view name) {
  for (const auto& [word, value] : classes) {
    if (word == name) return value;
  }
  return std::nullopt;
}

std::optional<FormFilter> form_tag(std::string_view tag) {
  for (const auto& [word, value] : tags) {
    if (word == tag) return value;
  }
  return std::nullopt;
}

}  // namespace protokol::grammar
