// The paragraphs and tables of a web page's tree.
#pragma once

#include "input/content.h"

struct _xmlNode;

namespace protokol {

struct HtmlContent {
  Content body;
  Content furniture;  ///< headers, footers and notes of a page that a word processor wrote
};

/// Walks the tree without recursion, however deep it is.
HtmlContent read_html_tree(const _xmlNode& root);

}  // namespace protokol
