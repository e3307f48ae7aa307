// The automatic numbers of a DOCX file.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "input/docx_styles.h"
#include "input/list_counter.h"
#include "input/xml.h"

namespace protokol {

/// Lists (w:num) that share an abstract numbering count on together, except where one says where to start.
class DocxNumbering {
 public:
  DocxNumbering() = default;
  DocxNumbering(const pugi::xml_node& root, const DocxStyles& styles);

  /// Counts an item of the list and gives what is printed before it: «1.1.»; empty where the list is unknown
  /// or prints nothing.
  std::string next(std::string_view list, std::size_t level);
  /// The level that the list ties to a paragraph style.
  std::optional<std::size_t> level_of(std::string_view list, std::string_view style) const;

 private:
  using StyleNames = std::array<std::string, list_levels>;
  struct Abstract {
    ListLevels levels;
    StyleNames styles;
    std::string style_link;  ///< the list style that has the levels instead
    ListCounter counter;
  };
  struct List {
    std::string abstract;
    std::optional<ListLevels> own_levels;  ///< where it overrides some
    std::array<std::optional<std::uint32_t>, list_levels> starts;
    std::array<bool, list_levels> started{};
  };
  void read_abstract(const pugi::xml_node& node);
  void read_list(const pugi::xml_node& node);
  void follow_links(const DocxStyles& styles);

  std::map<std::string, Abstract, std::less<>> abstracts_;
  std::map<std::string, List, std::less<>> lists_;
};

}  // namespace protokol
