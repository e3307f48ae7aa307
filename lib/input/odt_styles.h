// What an ODT file's styles say of paragraphs, runs and lists.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "input/list_counter.h"
#include "input/xml.h"

namespace protokol {

/// Properties of a style; empty where they leave something to what lies beneath.
struct OdtFormat {
  std::optional<bool> bold, italic, hidden;
  std::optional<std::uint16_t> indent;  ///< columns, from margin or alignment
};

/// Each property from `upper`, where it has one, else from `lower`.
OdtFormat over(OdtFormat upper, const OdtFormat& lower);

class OdtStyles {
 public:
  /// Adds the styles of a part: its styles, automatic styles, list styles, outline. Later ones win.
  void add(const pugi::xml_node& root);

  /// Of a paragraph's or a run's style, with what it inherits.
  OdtFormat paragraph(std::string_view name) const { return find(paragraphs_, name); }
  OdtFormat run(std::string_view name) const { return find(runs_, name); }
  const ListLevels* list(std::string_view name) const;
  const ListLevels& outline() const { return outline_; }

 private:
  struct Style {
    OdtFormat format;
    std::string parent;
  };
  using Styles = std::map<std::string, Style, std::less<>>;
  static OdtFormat find(const Styles& styles, std::string_view name);
  void add_style(const pugi::xml_node& node);

  Styles paragraphs_, runs_;
  std::map<std::string, ListLevels, std::less<>> lists_;
  ListLevels outline_;
};

}  // namespace protokol
