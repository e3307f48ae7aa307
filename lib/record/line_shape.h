// How a line begins and ends, as far as the joining of lines asks.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace protokol {

/// What the grammar knows of words that lines begin and end with; each is asked about small letters in UTF-8.
struct LineWords {
  std::function<bool(std::string_view)> opens;  ///< a label or heading begins a paragraph: «срок», «слушали»
  std::function<bool(std::string_view)>
      labels;  ///< of these what an item's label tells: «срок», not «слушали»
  std::function<bool(std::string_view)> abbreviates;  ///< a number or name stands behind it: «п.», «ст.»
  std::function<bool(std::string_view)> sends;        ///< whom somebody came from stands behind it: «от»
};

struct LineShape {
  bool starts_small = false;  ///< its first letter is small; quotes and brackets before it do not count
  bool starts_item = false;   ///< a number, letter or bullet of a list
  bool starts_digit = false;
  bool starts_number_sign = false;   ///< «№ 8 …», but no item «№ 8. …»
  bool starts_date = false;          ///< «09.10.2024»
  bool starts_dash = false;          ///< that is a dash
  std::uint32_t number = 0;          ///< that is a number of one level: «12.»
  bool starts_label = false;         ///< an opening word with a sign behind it: «Срок:»
  bool starts_opener = false;        ///< an opening word: «Срок по пп. 1, 2 …»
  bool starts_small_opener = false;  ///< the same with a small letter: «голосовали за 5»
  bool starts_lead = false;          ///< up to four words and a colon: «Члены комиссии: …»
  bool starts_side = false;          ///< «от заказчика (ООО «Заря»): …»
  bool starts_capitals = false;      ///< a long word in capitals, or two, and small letters behind it
  bool starts_bracket = false;
  bool starts_emphasis = false;  ///< a star: the line's own markup
  bool starts_initials = false;  ///< «И. И., …», «И.)»: of a name that the line before began
  bool starts_name = false;  ///< «Иванов И. …», «Иванов Иван Иванович – …»
  bool starts_remark = false;  ///< «Иванов И. И. – …», «Иванов И. И.: …»: what he said, or what he is
  bool inner_name = false;      ///< «…, Иванов И. …»: a surname and an initial further on
  bool open_bracket = false;    ///< a bracket or an angled quote is opened and not closed
  bool closes_bracket = false;  ///< one is closed that was not opened here
  bool closes_mark = false;     ///< that of an item's mark is: «1)»
  bool ends_sentence = false;   ///< . ; : ! ? behind its last word
  bool ends_digit = false;
  bool ends_stop = false;  ///< a full stop
  bool ends_colon = false;
  bool ends_semicolon = false;
  bool ends_broken = false;         ///< «№», «п.», «Иванов И.»: something belongs behind it
  bool ends_number_sign = false;    ///< that is «№»
  bool ends_initial = false;        ///< that is an initial
  bool ends_two_initials = false;   ///< «Иванов И. И.»: no other initial belongs behind them
  bool ends_surname = false;        ///< «И. И. Иванов»
  bool ends_first_initial = false;  ///< that is an initial whose surname is still to come
  bool ends_preposition = false;    ///< «… до», «… и»: no sentence ends there
  bool ends_label = false;       ///< «… до весны. Отв.»: an opening word is its last sentence
  bool ends_hyphen = false;      ///< a letter and a hyphen
  bool ends_open = false;        ///< a comma or a dash
  bool ends_emphasis = false;    ///< a star
  bool inner_semicolon = false;  ///< «…; …»
  bool lone_label = false;       ///< «Срок:» and no more
  bool several_words = false;
  bool inner_label = false;      ///< behind a sentence's end an opening word with its sign
  bool columns = false;          ///< wide gaps inside: no running text
  bool capitals = false;         ///< several words without a small letter
  std::uint16_t first_word = 0;  ///< columns of its first word, at most 999
  std::uint16_t unbroken = 0;    ///< the same, or of a name with its initials, of «№ 8»
};

/// `line`: without white space at either end, not empty.
LineShape shape_of(std::string_view line, const LineWords& words);

}  // namespace protokol
