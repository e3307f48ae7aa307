// The four one-byte code pages that Russian text comes in.
#pragma once

#include <array>
#include <string_view>

namespace protokol {

struct CodePage {
  std::string_view name;              ///< IANA name
  std::array<char32_t, 256> letters;  ///< code points; U+FFFD where a byte stands for none
};

/// Converted by ICU once, on first use. windows-1251 stands first.
const std::array<CodePage, 4>& code_pages();

/// The page in which `bytes` look most like Russian.
const CodePage& likeliest_code_page(std::string_view bytes);

}  // namespace protokol
