// One table look-up a character; whatever needs more thought (marks, markup, line-end hyphens) leaves the
// fast path.
#include "text/folding.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/alphabet.h"

namespace protokol {
namespace {

constexpr std::size_t longest_bookmark = 200;

bool is_white(unsigned char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

class Folding {
 public:
  Folding(std::string_view document_text, std::span<const Span> pieces, Litter litter);
  Folded result() &&;

 private:
  void add(Span piece);
  void fold_run(Span piece);
  void join(Span before, Span piece);
  bool breaks_word(Span before, Span piece) const;
  std::uint32_t take_special(char what, std::uint32_t at, std::uint32_t size, std::uint32_t end);
  std::uint32_t take_litter(std::uint32_t at, std::uint32_t end);
  std::uint32_t take_stars(std::uint32_t at, std::uint32_t end);
  std::uint32_t take_backslash(std::uint32_t at, std::uint32_t end);
  std::uint32_t bookmark_size(std::uint32_t at, std::uint32_t end) const;
  void take_mark(char32_t mark);
  void note_single_letters(const char* end, std::size_t size);

  char last() const { return size_ == 0 ? ' ' : prepared_.text[size_ - 1]; }
  std::uint8_t last_kind() const { return kind_of(alphabet_, last()); }
  void put(char c, std::uint32_t at) {
    prepared_.text[size_] = c;
    prepared_.source[size_++] = at;
    kinds_ |= kind_of(alphabet_, c);
  }
  void put_space(std::uint32_t at) {
    if (last() != ' ') put(' ', at);
  }

  const Alphabet& alphabet_;
  std::string_view text_;
  Litter litter_;
  Prepared prepared_;  ///< as long as the pieces have code points; size_ of it is filled
  std::size_t size_ = 0;
  std::uint8_t kinds_ = 0;
  bool may_be_spaced_ = false;
  Span latest_;
};

Folding::Folding(std::string_view document_text, std::span<const Span> pieces, Litter litter)
    : alphabet_(alphabet()), text_(document_text), litter_(litter) {
  std::size_t most = pieces.size();
  for (const Span piece : pieces) most += utf8::count(text_.substr(piece.from, piece.size()));
  prepared_.text.resize(most);
  prepared_.source.resize(most + 1);
  latest_ = pieces.empty() ? Span{} : Span{pieces[0].from, pieces[0].from};
  for (const Span piece : pieces) add(piece);
}

Folded Folding::result() && {
  if (size_ > 0 && last() == ' ') --size_;
  prepared_.text.resize(size_);
  prepared_.source.resize(size_ + 1);
  prepared_.source[size_] = latest_.to;
  return {std::move(prepared_), kinds_, may_be_spaced_};
}

void Folding::add(Span piece) {
  piece = utf8::trim(text_, piece);
  if (piece.empty()) return;
  if (!latest_.empty()) join(latest_, piece);
  fold_run(piece);
  latest_ = piece;
}

void Folding::fold_run(Span piece) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text_.data());
  const char* table = alphabet_.prepared.data();
  char* out = prepared_.text.data();
  std::uint32_t* places = prepared_.source.data();
  std::size_t filled = size_;
  std::uint8_t kinds = kinds_;
  for (std::uint32_t at = piece.from; at < piece.to;) {
    const unsigned first = bytes[at];
    std::uint32_t size = 1;
    char c;
    if (first < 0x80) {
      c = table[first];
    } else if (first >= 0xC2 && first < 0xE0 && at + 1 < piece.to) {
      c = table[(first & 0x1Fu) << 6 | (bytes[at + 1] & 0x3Fu)];
      size = 2;
    } else {
      const utf8::CodePoint next = utf8::decode(text_.substr(0, piece.to), at);
      c = next.value < 0x10000 ? table[next.value] : prepared_beyond(next.value);
      size = next.size;
    }
    if (static_cast<unsigned char>(c) > ' ') [[likely]] {
      out[filled] = c;
      places[filled++] = at;
      kinds |= kind_of(alphabet_, c);
      at += size;
    } else if (c == ' ') {
      if (filled > 0 && out[filled - 1] != ' ') {
        if (filled >= 3 && out[filled - 2] == ' ') note_single_letters(out + filled, filled);
        out[filled] = c;
        places[filled++] = at;
      }
      at += size;
    } else {
      size_ = filled;
      kinds_ = kinds;
      at += take_special(c, at, size, piece.to);
      filled = size_;
      kinds = kinds_;
    }
  }
  size_ = filled;
  kinds_ = kinds;
}

// Two single letters side by side, before `end` of text that is `size` long.
void Folding::note_single_letters(const char* end, std::size_t size) {
  const bool letters =
      (kind_of(alphabet_, end[-1]) & letter_bits) && (kind_of(alphabet_, end[-3]) & letter_bits);
  if (letters && (size == 3 || end[-4] == ' ')) may_be_spaced_ = true;
}

std::uint32_t Folding::take_special(char what, std::uint32_t at, std::uint32_t size, std::uint32_t end) {
  if (what == may_be_litter) return take_litter(at, end);
  if (what == joins) take_mark(utf8::decode(text_, at).value);
  return size;
}

// A letter and its mark are one letter; a mark that makes no letter of the alphabet, such as a stress, drops
// out.
void Folding::take_mark(char32_t mark) {
  if (size_ == 0) return;
  constexpr char32_t breve = 0x306, diaeresis = 0x308, acute = 0x301;
  char& letter = prepared_.text[size_ - 1];
  const auto is = [&](unsigned char plain, char32_t wanted) {
    return letter == static_cast<char>(plain) && mark == wanted;
  };
  if (is(0xE8, breve)) letter = '\xE9';
  if (is(0xF3, breve)) letter = '\xA2';
  if (is(0xB3, diaeresis)) letter = '\xBF';
  if (is(0xE3, acute)) letter = '\x83';
  if (is(0xEA, acute)) letter = '\x9D';
}

std::uint32_t Folding::take_litter(std::uint32_t at, std::uint32_t end) {
  const char c = text_[at];
  if (litter_ == Litter::passed_over) {
    if (c == '*') return take_stars(at, end);
    if (c == '\\') return take_backslash(at, end);
    if (c == '~' && at + 1 < end && text_[at + 1] == '~') {
      std::uint32_t size = 2;
      while (at + size < end && text_[at + size] == '~') ++size;
      return size;
    }
    if (const std::uint32_t size = c == '[' ? bookmark_size(at, end) : 0) return size;
  }
  put(c, at);
  return 1;
}

// One star stays where it is a bullet or a multiplication; else stars are markup.
std::uint32_t Folding::take_stars(std::uint32_t at, std::uint32_t end) {
  std::uint32_t size = 1;
  while (at + size < end && text_[at + size] == '*') ++size;
  if (size > 1) return size;
  const char next = at + 1 < end ? text_[at + 1] : ' ';
  const bool alone = last() == ' ' && is_white(static_cast<unsigned char>(next));
  const bool times = (last_kind() & digit_bit) && next >= '0' && next <= '9';
  if (alone || times) put('*', at);
  return 1;
}

// `\r\n` and `\n` printed as such are line ends; a backslash before a sign of markup only guards it.
std::uint32_t Folding::take_backslash(std::uint32_t at, std::uint32_t end) {
  const std::string_view rest = text_.substr(at, end - at);
  if (rest.starts_with("\\r\\n")) return put_space(at), 4;
  const bool latin_follows = rest.size() > 2 && ((rest[2] >= 'a' && rest[2] <= 'z') || rest[2] == '\\');
  if ((rest.starts_with("\\n") || rest.starts_with("\\r")) && !latin_follows) return put_space(at), 2;
  if (rest.size() > 1 && std::string_view("|*_[]#~`").find(rest[1]) != std::string_view::npos) {
    put(rest[1], at + 1);
    return 2;
  }
  put('\\', at);
  return 1;
}

std::uint32_t Folding::bookmark_size(std::uint32_t at, std::uint32_t end) const {
  constexpr std::string_view head = "[bookmark:";
  const std::string_view rest = text_.substr(at, std::min<std::size_t>(end - at, longest_bookmark));
  if (rest.size() < head.size()) return 0;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if ((rest[i] | 0x20) != (head[i] | 0x20)) return 0;
  }
  const std::size_t close = rest.find(']');
  return close == std::string_view::npos ? 0 : static_cast<std::uint32_t>(close + 1);
}

// Two pieces: one word that a hyphen broke, a compound at its own hyphen, or two words.
void Folding::join(Span before, Span piece) {
  const std::string_view old = text_.substr(before.from, before.size());
  if (old.ends_with("\xC2\xAD")) return;            // a soft hyphen: has dropped out already
  const bool not_sign = old.ends_with("\xC2\xAC");  // what recognition makes of a line-end hyphen
  const bool hyphen = old.ends_with('-') || old.ends_with("\xE2\x80\x90") || not_sign;
  if (hyphen && size_ >= 2 && breaks_word(before, piece)) {
    --size_;
    return;
  }
  const bool glued =
      size_ >= 2 && (kind_of(alphabet_, prepared_.text[size_ - 2]) & (letter_bits | digit_bit));
  const char32_t next = utf8::decode(text_, piece.from).value;
  if (hyphen && glued && !not_sign && (utf8::is_letter(next) || utf8::is_digit(next))) return;
  put_space(before.to);
}

// True where the hyphen at the end of `before` is no part of the word: letters before it, small letters after
// it, or capitals all around.
bool Folding::breaks_word(Span before, Span piece) const {
  if (!(kind_of(alphabet_, prepared_.text[size_ - 2]) & letter_bits)) return false;
  std::uint32_t capitals = 0, letters = 0;
  for (std::size_t i = size_ - 1; i-- > 0 && letters < 3;) {
    if (!(kind_of(alphabet_, prepared_.text[i]) & letter_bits) || prepared_.source[i] < before.from) break;
    capitals += utf8::is_capital(utf8::decode(text_, prepared_.source[i]).value);
    ++letters;
  }
  const bool shouted = letters >= 2 && capitals == letters;
  const utf8::CodePoint first = utf8::decode(text_, piece.from);
  if (utf8::is_small(first.value)) return !shouted;
  const std::uint32_t second = piece.from + first.size;
  return shouted && utf8::is_capital(first.value) && second < piece.to &&
         utf8::is_capital(utf8::decode(text_, second).value);
}

}  // namespace

Folded fold(std::string_view document_text, std::span<const Span> pieces, Litter litter) {
  return Folding(document_text, pieces, litter).result();
}

}  // namespace protokol
