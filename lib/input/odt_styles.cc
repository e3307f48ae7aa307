#include "input/odt_styles.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <pugixml.hpp>

#include "base/utf8.h"

namespace protokol {
namespace {

constexpr std::size_t most_styles = 20'000, most_lists = 10'000;
constexpr std::size_t longest_inheritance = 32;
constexpr double columns_in_centimetre = 4.7, widest_indent = 120;
constexpr std::uint16_t centred_indent = 20, right_indent = 40;

struct Unit {
  std::string_view name;
  double centimetres;
};
constexpr std::array units{Unit{"cm", 1}, Unit{"mm", 0.1}, Unit{"in", 2.54}, Unit{"pt", 0.0353},
                           Unit{"pc", 0.4233}};

/// «1.25cm» → columns.
std::optional<std::uint16_t> columns(std::string_view length) {
  double value = 0;
  const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), value);
  if (error != std::errc()) return std::nullopt;
  const std::string_view name = length.substr(static_cast<std::size_t>(end - length.data()));
  for (const Unit& unit : units) {
    if (unit.name == name)
      return static_cast<std::uint16_t>(
          std::clamp(value * unit.centimetres * columns_in_centimetre, 0.0, widest_indent));
  }
  return std::nullopt;
}

OdtFormat read_format(const pugi::xml_node& style) {
  OdtFormat format;
  const pugi::xml_node text = child(style, "text-properties");
  if (const std::string_view weight = attribute(text, "font-weight"); !weight.empty())
    format.bold = weight == "bold" || (weight >= "600" && weight <= "900");
  if (const std::string_view slant = attribute(text, "font-style"); !slant.empty())
    format.italic = slant != "normal";
  if (const std::string_view display = attribute(text, "display"); !display.empty())
    format.hidden = display == "none";
  const pugi::xml_node paragraph = child(style, "paragraph-properties");
  const std::string_view alignment = attribute(paragraph, "text-align");
  if (alignment == "center") {
    format.indent = centred_indent;
  } else if (alignment == "end" || alignment == "right") {
    format.indent = right_indent;
  } else {
    format.indent = columns(attribute(paragraph, "margin-left"));
  }
  return format;
}

// ---- lists
// --------------------------------------------------------------------------------------------------

/// «1», «a», «I», or examples of the first numbers, as LibreOffice writes them for other alphabets.
NumberFormat format_of(std::string_view example) {
  if (example.empty()) return NumberFormat::none;
  if (example.starts_with("01")) return NumberFormat::decimal_zero;
  constexpr char32_t capital_a = 0x410, small_a = 0x430;
  switch (utf8::decode(example, 0).value) {
    case U'i':
      return NumberFormat::lower_roman;
    case U'I':
      return NumberFormat::upper_roman;
    case U'a':
      return NumberFormat::lower_latin;
    case U'A':
      return NumberFormat::upper_latin;
    case small_a:
      return NumberFormat::lower_russian;
    case capital_a:
      return NumberFormat::upper_russian;
    default:
      return NumberFormat::decimal;
  }
}

/// «%1%.%2%.» → «%1.%2.».
std::string without_closing_signs(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    result += text[at];
    const bool named = text[at] == '%' && at + 2 < text.size() && text[at + 2] == '%';
    if (!named) continue;
    result += text[at + 1];
    at += 2;
  }
  return result;
}

ListLevels read_levels(const pugi::xml_node& style) {
  ListLevels levels;
  std::array<std::uint32_t, list_levels> shown{};
  for (ListLevel& level : levels) level.format = NumberFormat::none;
  for (const pugi::xml_node& node : style.children()) {
    const auto number = number_attribute(node, "level");
    if (!number || *number == 0 || *number > list_levels) continue;
    ListLevel& level = levels[*number - 1];
    const std::string_view kind = local_name(node);
    if (kind == "list-level-style-bullet" || kind == "list-level-style-image") {
      level.text = bullet(attribute(node, "bullet-char"));
      continue;
    }
    level.format = format_of(attribute(node, "num-format"));
    level.start = number_attribute(node, "start-value").value_or(1);
    level.text = without_closing_signs(attribute(node, "num-list-format"));
    if (!level.text.empty()) continue;
    shown[*number - 1] = std::min(number_attribute(node, "display-levels").value_or(1), *number);
  }
  // Levels without a number are left out between dots.
  for (std::size_t i = 0; i < list_levels; ++i) {
    if (shown[i] == 0 || levels[i].format == NumberFormat::none) continue;
    std::string text;
    for (std::size_t k = i + 1 - shown[i]; k <= i; ++k) {
      if (levels[k].format == NumberFormat::none) continue;
      if (!text.empty()) text += '.';
      (text += '%') += static_cast<char>('1' + k);
    }
    levels[i].text = std::move(text);
  }
  for (const pugi::xml_node& node : style.children()) {
    const auto number = number_attribute(node, "level");
    if (!number || *number == 0 || *number > list_levels || shown[*number - 1] == 0) continue;
    std::string& text = levels[*number - 1].text;
    text = std::string(attribute(node, "num-prefix")) + text + std::string(attribute(node, "num-suffix"));
  }
  return levels;
}

}  // namespace

OdtFormat over(OdtFormat upper, const OdtFormat& lower) {
  if (!upper.bold) upper.bold = lower.bold;
  if (!upper.italic) upper.italic = lower.italic;
  if (!upper.hidden) upper.hidden = lower.hidden;
  if (!upper.indent) upper.indent = lower.indent;
  return upper;
}

void OdtStyles::add(const pugi::xml_node& root) {
  for (const pugi::xml_node& group : root.children()) {
    const std::string_view name = local_name(group);
    if (name != "styles" && name != "automatic-styles") continue;
    for (const pugi::xml_node& node : group.children()) add_style(node);
  }
}

void OdtStyles::add_style(const pugi::xml_node& node) {
  const std::string_view kind = local_name(node);
  const std::string name(attribute(node, "name"));
  if (kind == "outline-style") {
    outline_ = read_levels(node);
  } else if (kind == "list-style" && lists_.size() < most_lists) {
    lists_[name] = read_levels(node);
  } else if (kind == "style") {
    const std::string_view family = attribute(node, "family");
    if (family != "paragraph" && family != "text") return;
    Styles& styles = family == "text" ? runs_ : paragraphs_;
    if (styles.size() < most_styles)
      styles[name] = {read_format(node), std::string(attribute(node, "parent-style-name"))};
  }
}

OdtFormat OdtStyles::find(const Styles& styles, std::string_view name) {
  OdtFormat format;
  for (std::size_t i = 0; i < longest_inheritance; ++i) {
    const auto found = styles.find(name);
    if (found == styles.end()) break;
    format = over(format, found->second.format);
    name = found->second.parent;
  }
  return format;
}

const ListLevels* OdtStyles::list(std::string_view name) const {
  const auto found = lists_.find(name);
  return found == lists_.end() ? nullptr : &found->second;
}

}  // namespace protokol
