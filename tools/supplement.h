// Reads the supplement: what the source's tags mean, and the words that the source lacks.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "lexicon.h"

namespace protokol::packer {

/// One line of the supplement that adds or groups words; all text recoded.
struct WordLine {
  std::size_t line = 0;
  char sign = 0;                   ///< '=', '~' or ':'
  std::vector<std::string> left;   ///< words before the sign
  std::vector<std::string> right;  ///< pieces after it, cut at white space
};

struct Supplement {
  std::filesystem::path file;
  std::map<std::string, std::vector<std::string>> meanings;  ///< piece of a tag → English categories
  std::vector<WordLine> words;
  std::vector<std::string> prefixes;
};

/// Appends what is wrong with the file to the result's second part.
struct ReadSupplement {
  Supplement supplement;
  std::vector<Diagnostic> faults;
};
ReadSupplement read_supplement(const std::filesystem::path& file);

/// The tag of that text («с,мр,од,ед,им», recoded), known to the lexicon from now on; throws
/// std::invalid_argument that names a piece without a meaning.
std::uint16_t tag_number(Lexicon& lexicon, const Supplement& supplement, const std::string& text);

/// Adds the words of `~` and `:` lines, and the prefixes.
std::vector<Diagnostic> add_supplement(Lexicon& lexicon, const Supplement& supplement);

}  // namespace protokol::packer
