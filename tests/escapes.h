// Characters that a table of tests cannot show: \n \t \\ and \uXXXX.
#pragma once

#include <string>
#include <string_view>

#include "base/utf8.h"

namespace protokol::test {

inline std::string unescape(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      plain += text[i];
      continue;
    }
    const char what = text[++i];
    if (what == 'n')
      plain += '\n';
    else if (what == 't')
      plain += '\t';
    else if (what == 'f')
      plain += '\f';
    else if (what == 'u') {
      plain +=
          utf8::encode(static_cast<char32_t>(std::stoul(std::string(text.substr(i + 1, 4)), nullptr, 16)));
      i += 4;
    } else
      plain += what;
  }
  return plain;
}

}  // namespace protokol::test
