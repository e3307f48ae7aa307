// XML that nobody vouches for, parsed. Names are told by their local part: a file may call its namespaces
// anything.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "input/options.h"

namespace pugi {
class xml_document;
class xml_node;
}  // namespace pugi

namespace protokol {

/// A tree and the bytes it points into.
class XmlTree {
 public:
  /// Refuses a DOCTYPE, more than 256 elements within each other, and what would take more than 512 MB as a
  /// tree.
  static std::variant<XmlTree, InputError> parse(std::string bytes);
  /// A file that is nothing but XML; refused when it has more bytes than one part of an archive may have.
  static std::variant<XmlTree, InputError> of_file(std::string_view bytes, std::size_t most_bytes);

  XmlTree(XmlTree&&) noexcept;
  XmlTree& operator=(XmlTree&&) noexcept;
  ~XmlTree();

  pugi::xml_node root() const;  ///< the outermost element

 private:
  XmlTree();
  std::unique_ptr<std::string> bytes_;  ///< at a fixed address
  std::unique_ptr<pugi::xml_document> tree_;
};

/// «w:p» → «p»; of text and comments empty.
std::string_view local_name(const pugi::xml_node& node);
/// The attribute's value; empty where there is none.
std::string_view attribute(const pugi::xml_node& node, std::string_view local);
std::optional<std::uint32_t> number_attribute(const pugi::xml_node& node, std::string_view local);
/// The first child element of that name; an empty node where there is none.
pugi::xml_node child(const pugi::xml_node& node, std::string_view local);

}  // namespace protokol
