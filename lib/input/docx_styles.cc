#include "input/docx_styles.h"

#include <algorithm>
#include <pugixml.hpp>

namespace protokol {
namespace {

constexpr std::size_t most_styles = 20'000;
constexpr std::size_t longest_inheritance = 32;
constexpr std::uint32_t twips_per_column = 120;
constexpr std::uint32_t widest_indent = 120;
constexpr std::uint16_t centred_indent = 20, right_indent = 40;

/// <w:b/>, <w:b w:val="false"/>.
std::optional<bool> read_switch(const pugi::xml_node& properties, std::string_view name) {
  const pugi::xml_node node = child(properties, name);
  if (!node) return std::nullopt;
  const std::string_view value = attribute(node, "val");
  return !(value == "0" || value == "false" || value == "off" || value == "none");
}

std::optional<std::uint16_t> read_indent(const pugi::xml_node& properties) {
  const std::string_view alignment = attribute(child(properties, "jc"), "val");
  if (alignment == "center") return centred_indent;
  if (alignment == "right" || alignment == "end") return right_indent;
  const pugi::xml_node margins = child(properties, "ind");
  if (!margins) return std::nullopt;
  std::optional<std::uint32_t> twips = number_attribute(margins, "left");
  if (!twips) twips = number_attribute(margins, "start");
  if (!twips) return std::nullopt;
  return static_cast<std::uint16_t>(std::min(*twips / twips_per_column, widest_indent));
}

struct Raw {
  DocxFormat format;
  std::string based_on;
};

}  // namespace

DocxFormat over(DocxFormat upper, const DocxFormat& lower) {
  if (!upper.list) upper.list = lower.list;
  if (!upper.level) upper.level = lower.level;
  if (!upper.bold) upper.bold = lower.bold;
  if (!upper.italic) upper.italic = lower.italic;
  if (!upper.hidden) upper.hidden = lower.hidden;
  if (!upper.indent) upper.indent = lower.indent;
  return upper;
}

DocxFormat read_format(const pugi::xml_node& paragraph_properties, const pugi::xml_node& run_properties) {
  DocxFormat format;
  if (const pugi::xml_node numbering = child(paragraph_properties, "numPr")) {
    if (const pugi::xml_node list = child(numbering, "numId")) format.list = attribute(list, "val");
    format.level = number_attribute(child(numbering, "ilvl"), "val");
  }
  format.indent = read_indent(paragraph_properties);
  format.bold = read_switch(run_properties, "b");
  format.italic = read_switch(run_properties, "i");
  format.hidden = read_switch(run_properties, "vanish");
  return format;
}

DocxStyles::DocxStyles(const pugi::xml_node& root) {
  std::map<std::string, Raw, std::less<>> raw;
  for (const pugi::xml_node& style : root.children()) {
    if (local_name(style) == "docDefaults") {
      defaults_ =
          read_format(child(child(style, "pPrDefault"), "pPr"), child(child(style, "rPrDefault"), "rPr"));
    }
    if (local_name(style) != "style" || raw.size() >= most_styles) continue;
    const std::string id(attribute(style, "styleId"));
    const std::string_view is_default = attribute(style, "default");
    if (attribute(style, "type") == "paragraph" && (is_default == "1" || is_default == "true"))
      default_paragraph_ = id;
    raw[id] = {read_format(child(style, "pPr"), child(style, "rPr")),
               std::string(attribute(child(style, "basedOn"), "val"))};
  }
  for (const auto& [id, own] : raw) {
    DocxStyle style{own.format, own.format.list.value_or("")};
    std::string_view base = own.based_on;
    for (std::size_t i = 0; i < longest_inheritance; ++i) {
      const auto found = raw.find(base);
      if (found == raw.end()) break;
      style.format = over(std::move(style.format), found->second.format);
      base = found->second.based_on;
    }
    styles_.emplace(id, std::move(style));
  }
}

const DocxStyle* DocxStyles::find(std::string_view id) const {
  const auto found = styles_.find(id);
  return found == styles_.end() ? nullptr : &found->second;
}

}  // namespace protokol
