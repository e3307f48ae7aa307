// Text made plain for matching, with the way back to the source for every character.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace protokol {

/// A text of one or more source pieces, folded into a one-byte alphabet:
///
///   а–я        windows-1251 small letters (ё is е), 0xE0–0xFF
///   і ї є ґ ў and other Cyrillic letters that windows-1251 has: their small windows-1251 byte
///   a–z 0–9    ASCII; capitals are folded
///   -          any hyphen or dash
///   "          any quotation mark, single or double
///   №          0xB9      §  0xA7      •  0x95 (any bullet glyph)
///   space      any run of white space, one; none at either end
///   other_letter   any letter that the alphabet lacks (Kazakh, Tatar, Greek …)
///   other_sign     any other sign that the alphabet lacks; ASCII signs stay
///
/// Undone on the way: Latin look-alikes inside Cyrillic words (Cовещание → совещание), N, NN and No in the place
/// of № (N 5 → № 5, No 5 → № 5),
/// letter-spaced words («Р Е Ш И Л И» → «решили»), soft hyphens and hyphens at the end of a
/// piece that is followed by another piece (депута-/тов → депутатов), combining marks
/// (и + breve → й), zero-width characters, conversion litter (`**`, `*…*`, `[bookmark: x]`, printed \r\n).
struct Prepared {
  std::string text;
  /// source[i]: byte offset in the document's text of the character that became text[i];
  /// size() == text.size() + 1, the last one is where the last piece ended.
  std::vector<std::uint32_t> source;
};

inline constexpr char other_letter = '\x98';
inline constexpr char other_sign = '\x7F';

/// Prepares `pieces` (byte spans of `document_text`, in order) as one text: pieces are joined by a
/// space, or by nothing where a word was broken by a hyphen.
Prepared prepare(std::string_view document_text, std::span<const Span> pieces);

/// Recodes UTF-8 into the prepared alphabet: for rule files and word lists.
std::string prepare(std::string_view utf8);

/// Prepared letters back into UTF-8 (small letters, е for ё).
std::string to_utf8(std::string_view prepared);

/// The printed wording of prepared bytes [from, to): each character as it stands in the source, so
/// with its case, ё, dashes and quotes, but on one line and without what preparation passed over. NFC.
std::string wording(const Prepared& prepared, std::string_view document_text, std::uint32_t from,
                    std::uint32_t to);

bool is_letter(char prepared);    ///< any letter of the alphabet, other_letter included
bool is_cyrillic(char prepared);  ///< a Cyrillic letter of the alphabet
bool is_digit(char prepared);

}  // namespace protokol
