#include "input/html_element.h"

#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "input/name_table.h"

namespace protokol {
namespace {

constexpr auto kinds = sorted(std::array{
    KnownName{"address", HtmlKind::block},     KnownName{"article", HtmlKind::block},
    KnownName{"aside", HtmlKind::left_out},    KnownName{"blockquote", HtmlKind::block},
    KnownName{"body", HtmlKind::block},        KnownName{"br", HtmlKind::line_break},
    KnownName{"button", HtmlKind::left_out},   KnownName{"caption", HtmlKind::block},
    KnownName{"center", HtmlKind::block},      KnownName{"dd", HtmlKind::block},
    KnownName{"del", HtmlKind::left_out},      KnownName{"details", HtmlKind::block},
    KnownName{"dialog", HtmlKind::left_out},   KnownName{"dir", HtmlKind::bulleted_list},
    KnownName{"div", HtmlKind::block},         KnownName{"dl", HtmlKind::block},
    KnownName{"dt", HtmlKind::block},          KnownName{"fieldset", HtmlKind::block},
    KnownName{"figcaption", HtmlKind::block},  KnownName{"figure", HtmlKind::block},
    KnownName{"footer", HtmlKind::left_out},   KnownName{"form", HtmlKind::form},
    KnownName{"h1", HtmlKind::paragraph},      KnownName{"h2", HtmlKind::paragraph},
    KnownName{"h3", HtmlKind::paragraph},      KnownName{"h4", HtmlKind::paragraph},
    KnownName{"h5", HtmlKind::paragraph},      KnownName{"h6", HtmlKind::paragraph},
    KnownName{"head", HtmlKind::left_out},     KnownName{"header", HtmlKind::left_out},
    KnownName{"hr", HtmlKind::block},          KnownName{"iframe", HtmlKind::left_out},
    KnownName{"input", HtmlKind::left_out},    KnownName{"legend", HtmlKind::block},
    KnownName{"li", HtmlKind::item},           KnownName{"listing", HtmlKind::preformatted},
    KnownName{"main", HtmlKind::block},        KnownName{"menu", HtmlKind::left_out},
    KnownName{"nav", HtmlKind::left_out},      KnownName{"noscript", HtmlKind::left_out},
    KnownName{"object", HtmlKind::left_out},   KnownName{"ol", HtmlKind::numbered_list},
    KnownName{"p", HtmlKind::paragraph},       KnownName{"plaintext", HtmlKind::preformatted},
    KnownName{"pre", HtmlKind::preformatted},  KnownName{"script", HtmlKind::left_out},
    KnownName{"section", HtmlKind::block},     KnownName{"select", HtmlKind::left_out},
    KnownName{"style", HtmlKind::left_out},    KnownName{"summary", HtmlKind::block},
    KnownName{"svg", HtmlKind::left_out},      KnownName{"table", HtmlKind::table},
    KnownName{"td", HtmlKind::cell},           KnownName{"template", HtmlKind::left_out},
    KnownName{"textarea", HtmlKind::left_out}, KnownName{"th", HtmlKind::cell},
    KnownName{"title", HtmlKind::left_out},    KnownName{"tr", HtmlKind::row},
    KnownName{"ul", HtmlKind::bulleted_list},  KnownName{"xmp", HtmlKind::preformatted},
});

constexpr std::array emphasised{std::string_view("b"),  std::string_view("strong"), std::string_view("i"),
                                std::string_view("em"), std::string_view("h1"),     std::string_view("h2"),
                                std::string_view("h3"), std::string_view("h4"),     std::string_view("h5"),
                                std::string_view("h6"), std::string_view("th")};

constexpr std::array navigation{std::string_view("navigation"), std::string_view("banner"),
                                std::string_view("contentinfo"), std::string_view("search"),
                                std::string_view("menu")};

constexpr int most_ancestors = 64;

std::string_view name_of(const xmlNode& element) { return reinterpret_cast<const char*>(element.name); }

/// A style with small letters and without spaces.
std::string style_of(const xmlNode& element) {
  std::string style;
  for (const char c : html_attribute(element, "style")) {
    if (c != ' ' && c != '\n' && c != '\t')
      style += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return style;
}

bool is_hidden(const xmlNode& element) {
  if (element.properties == nullptr) return false;
  if (has_html_attribute(element, "hidden") || html_attribute(element, "aria-hidden") == "true") return true;
  const std::string role = html_attribute(element, "role");
  if (std::find(navigation.begin(), navigation.end(), role) != navigation.end()) return true;
  const std::string style = style_of(element);
  const auto has = [&style](std::string_view what) { return style.find(what) != std::string::npos; };
  return has("display:none") || has("visibility:hidden") || has("mso-hide:all");
}

/// LibreOffice marks them so.
bool is_furniture(const xmlNode& element) {
  if (element.properties == nullptr) return false;
  const std::string title = html_attribute(element, "title");
  return title == "header" || title == "footer" || html_attribute(element, "id").starts_with("sdfootnote");
}

bool stands_in_article(const xmlNode& element) {
  const xmlNode* above = element.parent;
  for (int i = 0; i < most_ancestors && above != nullptr && above->type == XML_ELEMENT_NODE; ++i) {
    if (name_of(*above) == "article" || name_of(*above) == "main") return true;
    above = above->parent;
  }
  return false;
}

}  // namespace

HtmlKind html_kind(const xmlNode& element) {
  const std::string_view name = name_of(element);
  const HtmlKind kind = kind_of(kinds, name, HtmlKind::inline_text);
  if (kind == HtmlKind::left_out) {
    const bool of_article = name == "header" || name == "footer";
    return of_article && stands_in_article(element) && !is_hidden(element) ? HtmlKind::block : kind;
  }
  if (is_hidden(element)) return HtmlKind::left_out;
  return kind == HtmlKind::block && is_furniture(element) ? HtmlKind::furniture : kind;
}

bool is_emphasis(const xmlNode& element) {
  if (std::find(emphasised.begin(), emphasised.end(), name_of(element)) != emphasised.end()) return true;
  if (!has_html_attribute(element, "style")) return false;
  const std::string style = style_of(element);
  return style.find("font-weight:bold") != std::string::npos ||
         style.find("font-weight:700") != std::string::npos ||
         style.find("font-style:italic") != std::string::npos;
}

std::string html_attribute(const xmlNode& element, const char* name) {
  xmlChar* value = xmlGetProp(&element, reinterpret_cast<const xmlChar*>(name));
  if (value == nullptr) return {};
  std::string text(reinterpret_cast<const char*>(value));
  xmlFree(value);
  return text;
}

bool has_html_attribute(const xmlNode& element, const char* name) {
  return xmlHasProp(&element, reinterpret_cast<const xmlChar*>(name)) != nullptr;
}

std::int32_t html_number(const xmlNode& element, const char* name, std::int32_t least, std::int32_t most,
                         std::int32_t otherwise) {
  const std::string text = html_attribute(element, name);
  std::int32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return end == text.data() || error != std::errc() ? otherwise : std::clamp(number, least, most);
}

}  // namespace protokol
