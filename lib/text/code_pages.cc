// Scores how Russian bytes look in each code page.
#include "text/code_pages.h"

#include <unicode/ucnv.h>

#include <cmath>
#include <cstdint>

#include "base/utf8.h"

namespace protokol {
namespace {

// ---- the pages
// ----------------------------------------------------------------------------------------------

CodePage load(std::string_view name) {
  CodePage page{name, {}};
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(std::string(name).c_str(), &status);
  for (std::size_t byte = 0; byte < 256; ++byte) {
    page.letters[byte] = byte < 0x80 ? static_cast<char32_t>(byte) : utf8::replacement;
    if (byte < 0x80 || converter == nullptr) continue;
    const char source = static_cast<char>(byte);
    UChar target[4];
    status = U_ZERO_ERROR;
    const auto length = ucnv_toUChars(converter, target, 4, &source, 1, &status);
    if (U_SUCCESS(status) && length == 1 && target[0] >= 0xA0) page.letters[byte] = target[0];
  }
  ucnv_close(converter);
  return page;
}

// ---- what a byte counts
// -------------------------------------------------------------------------------------

// Of 10,000 letters of Russian, from U+0430 on.
constexpr std::array<double, 32> frequencies = {801, 159, 454, 170,  298, 845, 94,  165, 735, 121, 349,
                                                440, 321, 670, 1097, 281, 473, 547, 626, 262, 26,  97,
                                                48,  144, 73,  36,   4,   190, 174, 32,  64,  201};
constexpr double yo_frequency = 10, other_letter_score = -2, sign_score = 0, odd_score = -5;
constexpr double capital_after_small = -4, triple_letter = -6, crowded_box = -1;

enum class Kind : std::uint8_t { plain, letter, capital, box, box_line };

struct Weight {
  double score = 0;
  Kind kind = Kind::plain;
  std::uint8_t letter = 0;  ///< equal for both cases of one letter; 0 for none
};

double rarity(double frequency) { return std::log2(frequency / 10000 * 32); }

bool is_usual_sign(char32_t value) {
  constexpr std::u32string_view usual = U"\u00A0§°·«»–—‘’‚“”„…•№\u00AD";
  return usual.find(value) != std::u32string_view::npos;
}

Weight weight_of(char32_t value) {
  const char32_t small = utf8::to_small(value);
  const Kind kind = small == value ? Kind::letter : Kind::capital;
  if (small >= 0x430 && small <= 0x44F) {
    return {rarity(frequencies[small - 0x430]), kind, static_cast<std::uint8_t>(small - 0x430 + 1)};
  }
  if (small == 0x451) return {rarity(yo_frequency), kind, 33};
  if (small > 0x400 && small < 0x500) return {other_letter_score, kind, 0};
  if (value >= 0x2500 && value <= 0x25A0) {
    const bool line = value == 0x2500 || value == 0x2550;
    return {0, line ? Kind::box_line : Kind::box, 0};
  }
  return {is_usual_sign(value) ? sign_score : odd_score, Kind::plain, 0};
}

using Weights = std::array<Weight, 256>;

Weights weights_of(const CodePage& page) {
  Weights weights{};
  for (std::size_t byte = 0x80; byte < 256; ++byte) weights[byte] = weight_of(page.letters[byte]);
  return weights;
}

const std::array<Weights, 4>& all_weights() {
  static const auto weights = [] {
    const auto& pages = code_pages();
    return std::array<Weights, 4>{weights_of(pages[0]), weights_of(pages[1]), weights_of(pages[2]),
                                  weights_of(pages[3])};
  }();
  return weights;
}

double score(std::string_view bytes, const Weights& weights) {
  double total = 0;
  Weight before, before_that;
  unsigned last = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const Weight& here = weights[byte];
    total += here.score;
    if (here.kind == Kind::capital && before.kind == Kind::letter) total += capital_after_small;
    if (here.letter != 0 && here.letter == before.letter && here.letter == before_that.letter) {
      total += triple_letter;
    }
    // Crossings stand beside lines or blanks; capitals that are read as box signs do not.
    if (here.kind == Kind::box && before.kind == Kind::box && byte != last) total += crowded_box;
    before_that = before;
    before = here;
    last = byte;
  }
  return total;
}

}  // namespace

const std::array<CodePage, 4>& code_pages() {
  static const std::array<CodePage, 4> pages{load("windows-1251"), load("KOI8-R"), load("IBM866"),
                                             load("ISO-8859-5")};
  return pages;
}

const CodePage& likeliest_code_page(std::string_view bytes) {
  const auto& weights = all_weights();
  std::size_t best = 0;
  double best_score = score(bytes, weights[0]);
  for (std::size_t i = 1; i < weights.size(); ++i) {
    const double here = score(bytes, weights[i]);
    if (here > best_score) {
      best = i;
      best_score = here;
    }
  }
  return code_pages()[best];
}

}  // namespace protokol
