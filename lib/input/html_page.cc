#include "input/html_page.h"

#include <libxml/tree.h>

#include <cstddef>
#include <string>

#include "input/html_element.h"

namespace protokol {
namespace {

constexpr std::size_t most_head_nodes = 1000;

/// The node behind this one and all that is in it, within `root`; null behind the last.
const xmlNode* behind(const xmlNode* node, const xmlNode* root) {
  while (node != root && node->next == nullptr) node = node->parent;
  return node == root ? nullptr : node->next;
}

/// Bytes of text, and how many of them stand in forms. What is left out does not count.
struct Amount {
  std::size_t all = 0, in_forms = 0;
};

Amount amount_of_text(const xmlNode& root) {
  Amount amount;
  const xmlNode* form_end = nullptr;  // the node behind the form that we are in
  bool in_form = false;
  for (const xmlNode* node = &root; node != nullptr;) {
    if (in_form && node == form_end) in_form = false;
    if (is_html_text(*node)) {
      amount.all += html_text(*node).size();
      if (in_form) amount.in_forms += html_text(*node).size();
    }
    const bool element = node->type == XML_ELEMENT_NODE;
    const HtmlKind kind = element ? html_kind(*node) : HtmlKind::inline_text;
    if (kind == HtmlKind::form && !in_form) {
      in_form = true;
      form_end = behind(node, &root);
    }
    node = element && node->children != nullptr && kind != HtmlKind::left_out ? node->children
                                                                              : behind(node, &root);
  }
  return amount;
}

bool is_named(const xmlNode& node, std::string_view name) {
  return node.type == XML_ELEMENT_NODE && reinterpret_cast<const char*>(node.name) == name;
}

}  // namespace

bool is_html_text(const xmlNode& node) {
  return node.type == XML_TEXT_NODE || node.type == XML_CDATA_SECTION_NODE;
}

std::string_view html_text(const xmlNode& node) {
  if (!is_html_text(node) || node.content == nullptr) return {};
  return reinterpret_cast<const char*>(node.content);
}

bool stands_in_forms(const xmlNode& root) {
  const Amount amount = amount_of_text(root);
  return amount.in_forms * 2 > amount.all;
}

bool is_from_open_office(const xmlNode& root) {
  const xmlNode* head = root.children;
  while (head != nullptr && !is_named(*head, "head")) head = head->next;
  const xmlNode* node = head == nullptr ? nullptr : head->children;
  for (std::size_t i = 0; i < most_head_nodes && node != nullptr; ++i, node = node->next) {
    if (!is_named(*node, "meta") || html_attribute(*node, "name") != "generator") continue;
    const std::string program = html_attribute(*node, "content");
    return program.starts_with("LibreOffice") || program.find("OpenOffice") != std::string::npos;
  }
  return false;
}

}  // namespace protokol
