// A program that fills lines breaks one where the next word would not have fitted: so every place where a
// sentence surely goes on tells something of the width.
#include "record/wrap_width.h"

#include <algorithm>

namespace protokol {

namespace {

constexpr std::uint16_t widest = 140;  // longer lines were never wrapped by hand
constexpr std::uint16_t narrowest = 28;
constexpr std::uint16_t fewest_columns_once = 50;  // one break alone says little of narrow lines
constexpr std::uint16_t ragged_edge = 16;  // a line filled by eye ends within so many columns of the margin
constexpr std::size_t fewest_full_lines = 3;

/// Two lines that are one sentence, as what they say shows.
struct Break {
  std::uint16_t width = 0;  ///< of the upper line
  std::uint16_t reach = 0;  ///< the widest margin at which the next word did not fit
};

bool are_mostly_capitals(const std::vector<Block>& blocks, const std::vector<LineShape>& shapes) {
  std::size_t lines = 0, capitals = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!is_text_line(blocks[i]) || shapes[i].starts_item) continue;
    ++lines;
    capitals += shapes[i].capitals ? 1 : 0;
  }
  return lines > 5 && capitals * 5 > lines * 4;
}

/// Sentences begin with small letters, too: behind a stop or a blank line they show it.
bool is_without_capitals(const std::vector<Block>& blocks, const std::vector<LineShape>& shapes) {
  std::size_t sentences = 0, small = 0;
  for (std::size_t i = 1; i < blocks.size(); ++i) {
    if (!is_text_line(blocks[i]) || !is_text_line(blocks[i - 1]) || shapes[i].starts_digit) continue;
    if (shapes[i].starts_item ||
        !(blocks[i].blank_before > 0 || (shapes[i - 1].ends_stop && !shapes[i - 1].ends_broken)))
      continue;
    ++sentences;
    small += shapes[i].starts_small ? 1 : 0;
  }
  return sentences > 1 && small * 3 > sentences * 2;
}

/// «ПРОТОКОЛ / собрания жильцов»: what stands alone, or in capitals, is a heading's own line.
bool is_heading_line(const LineShape& before, const LineShape& after) {
  return !before.several_words || (before.capitals && !after.capitals);
}

/// Shown by the lines' signs and small letters.
bool goes_on(const LineShape& before, const LineShape& after) {
  if (before.columns || after.columns || is_heading_line(before, after)) return false;
  if (after.starts_item) return before.ends_preposition && after.starts_digit;
  if (before.ends_preposition) return true;
  if (after.starts_small_opener) return false;  // «- купить дрова / голосовали за 5»
  if (before.open_bracket && after.closes_bracket) return true;
  const bool shortened = before.ends_broken && !before.ends_initial;
  if (before.ends_sentence)
    return (shortened && after.starts_small) || (before.ends_broken && after.starts_initials);
  return after.starts_small || after.starts_initials;
}

/// Where all is in capitals, or nothing is, only long lines tell something: a heading or an item of a list
/// ends without a stop, too.
bool goes_on_in_one_case(const Block& line, const LineShape& before, const LineShape& after) {
  if (before.columns || after.columns || before.ends_sentence) return false;
  if (after.starts_item || after.starts_label || !after.several_words) return false;
  const bool alike = (before.capitals && after.capitals) || after.starts_small;
  return alike && line.width >= fewest_columns_once;
}

std::vector<Break> breaks_of(const std::vector<Block>& blocks, const std::vector<LineShape>& shapes,
                             bool one_case) {
  std::vector<Break> breaks;
  for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
    const Block& next = blocks[i + 1];
    if (!is_text_line(blocks[i]) || !is_text_line(next) || next.blank_before > 0) continue;
    if (blocks[i].ends_paragraph) continue;
    const bool one = one_case ? goes_on_in_one_case(blocks[i], shapes[i], shapes[i + 1])
                              : goes_on(shapes[i], shapes[i + 1]);
    if (!one) continue;
    breaks.push_back(
        {blocks[i].width, static_cast<std::uint16_t>(blocks[i].width + shapes[i + 1].first_word)});
  }
  return breaks;
}

std::size_t count_forced(const std::vector<Break>& breaks, std::uint16_t margin) {
  return static_cast<std::size_t>(std::ranges::count_if(
      breaks, [margin](const Break& one) { return one.width <= margin && margin <= one.reach; }));
}

std::size_t count_beyond(const std::vector<std::uint16_t>& widths, std::uint16_t margin) {
  return static_cast<std::size_t>(widths.end() - std::ranges::upper_bound(widths, margin));
}

/// The margin that accounts for most breaks; of several the one that fewest lines are wider than.
std::uint16_t likeliest_margin(const std::vector<Break>& breaks, const std::vector<std::uint16_t>& widths) {
  std::size_t best = 0;
  std::uint16_t margin = 0;
  for (std::uint16_t candidate = narrowest; candidate <= widest; ++candidate) {
    const std::size_t forced = count_forced(breaks, candidate);
    if (forced < best || forced == 0) continue;
    if (forced == best && count_beyond(widths, candidate) == count_beyond(widths, margin)) continue;
    best = forced, margin = candidate;
  }
  return margin;
}

/// As wide as the widest line that the breaks leave room for.
std::uint16_t widened(std::uint16_t margin, const std::vector<Break>& breaks,
                      const std::vector<std::uint16_t>& widths) {
  std::uint16_t reach = widest;
  for (const Break& one : breaks) {
    if (one.width <= margin && margin <= one.reach) reach = std::min(reach, one.reach);
  }
  const auto end = std::ranges::upper_bound(widths, reach);
  return end == widths.begin() ? margin : std::max(margin, *(end - 1));
}

/// Breaks that another margin, or none, accounts for. Short lines tell less: a list or a heading breaks them,
/// too.
std::size_t count_contrary(const std::vector<Break>& breaks, std::uint16_t margin) {
  const std::size_t forced = count_forced(breaks, margin);
  const auto shorter = static_cast<std::size_t>(
      std::ranges::count_if(breaks, [margin](const Break& one) { return one.reach * 2 <= margin; }));
  const bool many = forced >= fewest_full_lines;
  return breaks.size() - forced - (many ? shorter : 0);
}

std::optional<std::uint16_t> exact_margin(const std::vector<Break>& breaks,
                                          const std::vector<std::uint16_t>& widths) {
  const std::uint16_t likeliest = likeliest_margin(breaks, widths);
  const std::size_t forced = count_forced(breaks, likeliest);
  const std::uint16_t margin = widened(likeliest, breaks, widths);
  const std::size_t beyond = count_beyond(widths, likeliest);
  const bool wide_enough = (beyond == 0 || margin == widths.back()) && margin >= fewest_columns_once;
  if (forced == 1 && breaks.size() == 1) return wide_enough ? std::optional(margin) : std::nullopt;
  if (forced < 2 || forced < 2 * count_contrary(breaks, likeliest)) return std::nullopt;
  return beyond * 4 <= widths.size() ? std::optional(margin) : std::nullopt;
}

/// Lists of short lines have a margin, too. Text was wrapped where sentences go on behind full lines, and
/// seldom behind others.
std::optional<std::uint16_t> ragged_margin(const std::vector<Break>& breaks,
                                           const std::vector<std::uint16_t>& widths) {
  const std::uint16_t margin = widths[widths.size() - 1 - widths.size() / 50];
  if (margin > widest || margin < narrowest) return std::nullopt;
  const std::uint16_t edge = margin - std::min(ragged_edge, margin);
  const auto full = static_cast<std::size_t>(widths.end() - std::ranges::lower_bound(widths, edge));
  if (full < fewest_full_lines || full * 8 < widths.size()) return std::nullopt;
  const auto forced = static_cast<std::size_t>(
      std::ranges::count_if(breaks, [margin](const Break& one) { return one.reach >= margin; }));
  if (forced < 2 || forced < 2 * (breaks.size() - forced)) return std::nullopt;
  return margin;
}

}  // namespace

bool is_text_line(const Block& block) {
  return block.kind == BlockKind::line && !block.page_furniture && !block.pieces.empty();
}

std::optional<std::uint16_t> wrap_width(const std::vector<Block>& blocks,
                                        const std::vector<LineShape>& shapes) {
  std::vector<std::uint16_t> widths;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (is_text_line(blocks[i]) && !shapes[i].columns) widths.push_back(blocks[i].width);
  }
  const bool one_case = are_mostly_capitals(blocks, shapes) || is_without_capitals(blocks, shapes);
  const std::vector<Break> breaks = breaks_of(blocks, shapes, one_case);
  if (widths.empty() || breaks.size() < (one_case ? fewest_full_lines : 1)) return std::nullopt;
  std::ranges::sort(widths);
  const auto exact = exact_margin(breaks, widths);
  return exact ? exact : ragged_margin(breaks, widths);
}

}  // namespace protokol
