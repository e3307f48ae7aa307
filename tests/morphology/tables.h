// For the tests of morphology: phrases as tokens, and the tables of grammars/склонение.rules.
#pragma once

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "morphology/inflection.h"
#include "morphology/words.h"

namespace protokol::test {

/// A text cut into tokens much as text/tokens.h does; the tokens point into the phrase.
struct Phrase {
  explicit Phrase(std::string from) : text(std::move(from)) {
    struct Piece {
      std::size_t from, to;
      bool space;
    };
    std::vector<Piece> pieces;
    bool space = false;
    char last = ' ';
    for (std::size_t i = 0; i < text.size();) {
      const auto lead = static_cast<unsigned char>(text[i]);
      const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : 3;
      const std::string_view c = std::string_view(text).substr(i, length);
      const bool quote = c == "«" || c == "»";
      const char kind = c == " " ? ' ' : length == 2 && !quote ? 'w' : lead >= '0' && lead <= '9' ? 'n' : 's';
      if (kind == ' ') {
        space = true;
      } else if (kind == last && kind != 's') {
        pieces.back().to = i + length;
        letters.back() += prepared(std::string(c));
      } else {
        pieces.push_back({i, i + length, space});
        letters.push_back(quote                  ? "\""
                          : c == "–" || c == "—" ? "-"
                          : length > 2           ? "\x7F"
                                                 : prepared(std::string(c)));
        space = false;
      }
      last = kind;
      i += length;
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const auto& piece = pieces[i];
      tokens.push_back(
          {std::string_view(text).substr(piece.from, piece.to - piece.from), letters[i], piece.space});
    }
  }
  Phrase(const Phrase&) = delete;
  Phrase& operator=(const Phrase&) = delete;

  std::string text;
  std::vector<std::string> letters;
  std::vector<PhraseToken> tokens;
};

inline std::map<std::string, Rows> read_tables() {
  std::ifstream file(PROTOKOL_SOURCE_DIR "/grammars/склонение.rules");
  std::map<std::string, Rows> result;
  std::string name;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (line.front() != ' ') {
      name = line;
      continue;
    }
    std::istringstream cells(line.substr(line.find('|') + 1));
    std::vector<std::string> row;
    for (std::string cell; std::getline(cells, cell, '|');) {
      const auto from = cell.find_first_not_of(' ');
      row.push_back(from == std::string::npos ? ""
                                              : cell.substr(from, cell.find_last_not_of(' ') + 1 - from));
    }
    result[name].push_back(row);
  }
  return result;
}

inline const InflectionTables& tables() {
  static const InflectionTables read = [] {
    const auto all = read_tables();
    return read_inflection_tables([&](std::string_view name) {
      const auto found = all.find(std::string(name));
      return found == all.end() ? nullptr : &found->second;
    });
  }();
  return read;
}

}  // namespace protokol::test
