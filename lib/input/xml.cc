// pugixml, which neither follows entities nor opens files, behind limits.
#include "input/xml.h"

#include <algorithm>
#include <charconv>
#include <pugixml.hpp>

namespace protokol {
namespace {

constexpr unsigned deepest = 256;
constexpr std::size_t largest_tree = 512U << 20;
constexpr std::size_t bytes_of_node = 64, bytes_of_attribute = 40;

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

InputError failure(std::string code, std::string message) {
  return {std::move(code), "decode", std::move(message)};
}

/// At least what the tree will take: a node for each tag and each text between, an attribute for each «=».
std::size_t tree_bytes(std::string_view bytes) {
  const auto count = [&](char sign) {
    return static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), sign));
  };
  return count('<') * bytes_of_node + count('=') * bytes_of_attribute;
}

/// Walks without recursion, since the depth is what is asked.
bool is_too_deep(const pugi::xml_node& root) {
  unsigned depth = 0;
  pugi::xml_node node = root;
  while (node) {
    if (pugi::xml_node inner = node.first_child()) {
      if (++depth > deepest) return true;
      node = inner;
      continue;
    }
    while (node != root && !node.next_sibling()) {
      node = node.parent();
      --depth;
    }
    if (node == root) break;
    node = node.next_sibling();
  }
  return false;
}

}  // namespace

XmlTree::XmlTree() : bytes_(std::make_unique<std::string>()), tree_(std::make_unique<pugi::xml_document>()) {}
XmlTree::XmlTree(XmlTree&&) noexcept = default;
XmlTree& XmlTree::operator=(XmlTree&&) noexcept = default;
XmlTree::~XmlTree() = default;

std::variant<XmlTree, InputError> XmlTree::parse(std::string bytes) {
  if (tree_bytes(bytes) > largest_tree)
    return failure("too_large", "The file's XML is too large; split the file into single protocols.");
  XmlTree tree;
  *tree.bytes_ = std::move(bytes);
  const pugi::xml_parse_result result =
      tree.tree_->load_buffer_inplace(tree.bytes_->data(), tree.bytes_->size(),
                                      pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype);
  for (const pugi::xml_node& node : tree.tree_->children()) {
    if (node.type() == pugi::node_doctype)
      return failure("doctype",
                     "The file's XML declares a document type, which office files do not; save it anew.");
  }
  if (!result || !tree.root())
    return failure("damaged",
                   "The file's XML is damaged or cut off; open it in an office program and save it anew.");
  if (is_too_deep(*tree.tree_))
    return failure("too_deep",
                   "The file's XML is nested too deeply; open it in an office program and save it anew.");
  return tree;
}

std::variant<XmlTree, InputError> XmlTree::of_file(std::string_view bytes, std::size_t most_bytes) {
  if (bytes.size() > most_bytes)
    return InputError{"too_large", "read",
                      "The file is larger than --max-part allows; split it into single protocols."};
  return parse(std::string(bytes));
}

pugi::xml_node XmlTree::root() const { return tree_->document_element(); }

std::string_view local_name(const pugi::xml_node& node) { return without_prefix(node.name()); }

std::string_view attribute(const pugi::xml_node& node, std::string_view local) {
  for (const pugi::xml_attribute& known : node.attributes()) {
    if (without_prefix(known.name()) == local) return known.value();
  }
  return {};
}

std::optional<std::uint32_t> number_attribute(const pugi::xml_node& node, std::string_view local) {
  const std::string_view text = attribute(node, local);
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || text.empty()) return std::nullopt;
  return number;
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view local) {
  for (pugi::xml_node inner = node.first_child(); inner; inner = inner.next_sibling()) {
    if (local_name(inner) == local) return inner;
  }
  return {};
}

}  // namespace protokol
