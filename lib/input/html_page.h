// What a web page is as a whole: who wrote it, and what holds its text.
#pragma once

#include <string_view>

struct _xmlNode;

namespace protokol {

bool is_html_text(const _xmlNode& node);
/// A text node's text; empty of others.
std::string_view html_text(const _xmlNode& node);

/// Whether most of the text stands in forms: some sites put the whole page into one.
bool stands_in_forms(const _xmlNode& root);

/// Whether LibreOffice or OpenOffice wrote the page: its `generator` says so.
bool is_from_open_office(const _xmlNode& root);

}  // namespace protokol
