#include "input/docx_numbering.h"

#include <algorithm>
#include <array>
#include <pugixml.hpp>

namespace protokol {
namespace {

constexpr std::size_t most_lists = 10'000;  ///< a list takes a kilobyte

struct FormatName {
  std::string_view name;
  NumberFormat format;
};

constexpr std::array format_names{
    FormatName{"none", NumberFormat::none},
    FormatName{"decimalZero", NumberFormat::decimal_zero},
    FormatName{"lowerRoman", NumberFormat::lower_roman},
    FormatName{"upperRoman", NumberFormat::upper_roman},
    FormatName{"lowerLetter", NumberFormat::lower_latin},
    FormatName{"upperLetter", NumberFormat::upper_latin},
    FormatName{"russianLower", NumberFormat::lower_russian},
    FormatName{"russianUpper", NumberFormat::upper_russian},
};

/// What is written out in words, in circles or in other scripts is decimal here.
NumberFormat format_of(std::string_view name) {
  const auto* found = std::find_if(format_names.begin(), format_names.end(),
                                   [&](const FormatName& known) { return known.name == name; });
  return found == format_names.end() ? NumberFormat::decimal : found->format;
}

ListLevel read_level(const pugi::xml_node& node) {
  ListLevel level;
  pugi::xml_node format = child(node, "numFmt");
  if (!format) format = child(child(child(node, "AlternateContent"), "Fallback"), "numFmt");
  const std::string_view name = attribute(format, "val");
  level.format = format_of(name);
  level.start = number_attribute(child(node, "start"), "val").value_or(1);
  level.text = attribute(child(node, "lvlText"), "val");
  if (name == "bullet" || child(node, "lvlPicBulletId")) level.text = bullet(level.text);
  if (name == "numberInDash") level.text = "- " + level.text + " -";
  if (const pugi::xml_node legal = child(node, "isLgl")) {
    const std::string_view value = attribute(legal, "val");
    level.legal = value != "0" && value != "false" && value != "off";
  }
  level.restart = number_attribute(child(node, "lvlRestart"), "val");
  return level;
}

std::optional<std::size_t> place_of_level(const pugi::xml_node& node) {
  const auto place = number_attribute(node, "ilvl");
  if (!place || *place >= list_levels) return std::nullopt;
  return *place;
}

}  // namespace

DocxNumbering::DocxNumbering(const pugi::xml_node& root, const DocxStyles& styles) {
  for (const pugi::xml_node& node : root.children()) {
    const std::string_view name = local_name(node);
    if (name == "abstractNum" && abstracts_.size() < most_lists) read_abstract(node);
    if (name == "num" && lists_.size() < most_lists) read_list(node);
  }
  follow_links(styles);
}

void DocxNumbering::read_abstract(const pugi::xml_node& node) {
  Abstract made;
  made.style_link = attribute(child(node, "numStyleLink"), "val");
  for (const pugi::xml_node& level : node.children()) {
    const auto place = place_of_level(level);
    if (local_name(level) != "lvl" || !place) continue;
    made.levels[*place] = read_level(level);
    made.styles[*place] = attribute(child(level, "pStyle"), "val");
  }
  abstracts_.emplace(attribute(node, "abstractNumId"), std::move(made));
}

void DocxNumbering::read_list(const pugi::xml_node& node) {
  List made;
  made.abstract = attribute(child(node, "abstractNumId"), "val");
  const auto abstract = abstracts_.find(made.abstract);
  for (const pugi::xml_node& change : node.children()) {
    const auto place = place_of_level(change);
    if (local_name(change) != "lvlOverride" || !place) continue;
    made.starts[*place] = number_attribute(child(change, "startOverride"), "val");
    const pugi::xml_node level = child(change, "lvl");
    if (!level || abstract == abstracts_.end()) continue;
    if (!made.own_levels) made.own_levels = abstract->second.levels;
    (*made.own_levels)[*place] = read_level(level);
  }
  lists_.emplace(attribute(node, "numId"), std::move(made));
}

// An abstract numbering without levels names a list style, whose list has them.
void DocxNumbering::follow_links(const DocxStyles& styles) {
  for (auto& [id, list] : lists_) {
    const auto abstract = abstracts_.find(list.abstract);
    if (abstract == abstracts_.end() || abstract->second.style_link.empty()) continue;
    const DocxStyle* style = styles.find(abstract->second.style_link);
    const auto target = style == nullptr ? lists_.end() : lists_.find(style->list);
    if (target != lists_.end()) list.abstract = target->second.abstract;
  }
}

std::string DocxNumbering::next(std::string_view list, std::size_t level) {
  const auto found = lists_.find(list);
  if (found == lists_.end()) return {};
  List& item = found->second;
  const auto abstract = abstracts_.find(item.abstract);
  if (abstract == abstracts_.end()) return {};
  level = std::min(level, list_levels - 1);
  ListCounter& counter = abstract->second.counter;
  for (std::size_t i = 0; i <= level; ++i) {
    if (!item.started[i] && item.starts[i]) counter.restart(i, *item.starts[i]);
    item.started[i] = true;
  }
  const ListLevels& levels = item.own_levels ? *item.own_levels : abstract->second.levels;
  counter.count(levels, level);
  return counter.printed(levels, level);
}

std::optional<std::size_t> DocxNumbering::level_of(std::string_view list, std::string_view style) const {
  const auto found = lists_.find(list);
  if (found == lists_.end() || style.empty()) return std::nullopt;
  const auto abstract = abstracts_.find(found->second.abstract);
  if (abstract == abstracts_.end()) return std::nullopt;
  const StyleNames& styles = abstract->second.styles;
  const auto* place = std::find(styles.begin(), styles.end(), style);
  if (place == styles.end()) return std::nullopt;
  return static_cast<std::size_t>(place - styles.begin());
}

}  // namespace protokol
