#include "grammar/pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "grammar/limits.h"
#include "grammar/utf8_text.h"
#include "text/prepared.h"

namespace protokol::grammar {

namespace {

/// Prepared text cut into the tokens that a text would be cut into.
std::vector<Node> literal_nodes(std::string_view prepared) {
  std::vector<Node> nodes;
  for (std::size_t i = 0; i < prepared.size();) {
    const auto same = [&](char c) {
      return (is_letter(prepared[i]) && is_letter(c)) || (is_digit(prepared[i]) && is_digit(c));
    };
    std::size_t end = i + 1;
    while (end < prepared.size() && same(prepared[end])) ++end;
    if (prepared[i] != ' ') {
      Node node;
      node.kind = NodeKind::literal;
      node.text = std::string(prepared.substr(i, end - i));
      nodes.push_back(std::move(node));
    }
    i = end;
  }
  return nodes;
}

bool all_letters(std::string_view prepared) {
  return !prepared.empty() && std::all_of(prepared.begin(), prepared.end(), is_letter);
}

/// One child stands for itself.
Node joined(NodeKind kind, std::vector<Node> children) {
  if (children.size() == 1) return std::move(children.front());
  Node node;
  node.kind = kind;
  node.children = std::move(children);
  return node;
}

Node repeated(Node child, std::uint8_t least, std::uint8_t most) {
  Node node;
  node.kind = NodeKind::repeat;
  node.least = least;
  node.most = most;
  node.children.push_back(std::move(child));
  return node;
}

class PatternParser {
 public:
  explicit PatternParser(std::string_view text) : text_(text) {}

  Pattern parse() {
    Pattern pattern;
    pattern.root = choice();
    if (!at_end() && here() != '=') {
      fault(fmt::format("«{}» closes nothing", here()), "remove it, or write a backslash before it");
    } else if (!at_end()) {
      pattern.value = std::string(trimmed(text_.substr(at_ + 1)));
      if (pattern.value->empty()) fault("nothing stands after «=»", "write the value, or remove the sign");
    }
    pattern.faults = std::move(faults_);
    return pattern;
  }

 private:
  bool at_end() const { return at_ >= text_.size(); }
  char here() const { return text_[at_]; }
  bool here_is(std::string_view text) const { return text_.substr(at_).starts_with(text); }
  void fault(std::string message, std::string hint) {
    if (!gave_up_) faults_.push_back({std::move(message), std::move(hint)});
  }

  void skip_spaces() {
    while (!at_end() && (here() == ' ' || here() == '\t')) ++at_;
  }

  Node choice() {
    std::vector<Node> branches;
    branches.push_back(sequence());
    while (!at_end() && here() == '|') {
      ++at_;
      branches.push_back(sequence());
    }
    return joined(NodeKind::choice, std::move(branches));
  }

  Node sequence() {
    std::vector<Node> items;
    for (skip_spaces(); !at_end() && std::string_view("|)]=").find(here()) == std::string_view::npos;
         skip_spaces()) {
      std::vector<Node> more = item();
      if (!more.empty() && !at_end() && here() == '*') more.back() = repetition(std::move(more.back()));
      std::move(more.begin(), more.end(), std::back_inserter(items));
    }
    if (items.empty()) fault("a branch of the pattern is empty", "what may be left out stands in [ ]");
    if (items.size() > longest_sequence)
      fault("the pattern is too long", "put a stretch of it into a {part}");
    return joined(NodeKind::sequence, std::move(items));
  }

  std::vector<Node> item() {
    switch (here()) {
      case '(':
        return single(group(')'));
      case '[':
        return single(repeated(group(']'), 0, 1));
      case '{':
        return single(part());
      case '~':
        return single(lemma());
      case '/':
        return single(regular_expression());
      case '^':
        return single(bare(NodeKind::line_start));
      case '$':
        return single(bare(NodeKind::line_end));
      case '}':
        fault("«}» closes nothing", "write a backslash before it");
        ++at_;
        return {};
      case '*':
        fault("«*» repeats nothing", "write it without a space behind what it repeats");
        ++at_;
        return {};
      default:
        return literal();
    }
  }

  static std::vector<Node> single(Node node) {
    std::vector<Node> nodes;
    nodes.push_back(std::move(node));
    return nodes;
  }

  Node bare(NodeKind kind) {
    ++at_;
    Node node;
    node.kind = kind;
    return node;
  }

  Node group(char close) {
    const char open = text_[at_++];
    if (++depth_ > deepest_brackets) {
      fault("the brackets are nested too deep", "put a stretch of the pattern into a {part}");
      gave_up_ = true;  // none of them will be closed
      at_ = text_.size();
      return {};
    }
    Node node = choice();
    --depth_;
    if (!at_end() && here() == close) {
      ++at_;
    } else {
      fault(fmt::format("«{}» is not closed", open),
            fmt::format("write {} behind the group, or a backslash before {}", close, open));
      at_ = text_.size();
    }
    return node;
  }

  Node part() {
    const std::size_t end = text_.find('}', at_);
    if (end == std::string_view::npos) {
      fault("«{» is not closed", "write {name}");
      at_ = text_.size();
      return {};
    }
    const std::string_view inside = trimmed(text_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
    const auto named = parse_use(inside);
    if (!named) fault(fmt::format("«{{{}}}» is no name of a part", inside), "write {name} or {name'2}");
    Node node;
    node.kind = NodeKind::part;
    if (named) {
      node.text = std::string(named->name);
      node.use = static_cast<std::uint8_t>(named->use);
    }
    return node;
  }

  /// The letters from here on.
  std::string_view letters() {
    const std::size_t from = at_;
    while (!at_end()) {
      const std::size_t size = character_size(text_, at_);
      if (!all_letters(prepare(text_.substr(at_, size)))) break;
      at_ += size;
    }
    return text_.substr(from, at_ - from);
  }

  Node lemma() {
    ++at_;
    Node node;
    node.kind = NodeKind::lemma;
    node.text = prepare(letters());
    if (node.text.empty()) fault("no word stands behind «~»", "write ~word, without a space");
    if (!here_is(":")) return node;
    const std::size_t colon = at_++;
    std::string_view tag = letters();
    if (tag.empty()) at_ = colon;  // a printed colon
    while (!tag.empty()) {
      narrow(node.filter, tag);
      if (!here_is(",")) break;
      ++at_;
      tag = letters();
    }
    return node;
  }

  void narrow(FormFilter& filter, std::string_view tag) {
    const auto wanted = form_tag(tag);
    if (!wanted) {
      return fault(fmt::format("«{}» is no case and no number", tag),
                   "the tags are listed in grammars/README.md; a printed colon stands behind a space");
    }
    if (wanted->grammatical_case != Case::none) filter.grammatical_case = wanted->grammatical_case;
    if (wanted->number != Number::none) filter.number = wanted->number;
  }

  Node regular_expression() {
    Node node;
    const std::string_view fence = here_is("//") ? "//" : "/";
    node.kind = fence.size() == 2 ? NodeKind::stretch : NodeKind::shape;
    at_ += fence.size();
    while (!at_end() && !here_is(fence)) {
      if (here() == '\\' && at_ + 1 < text_.size()) {
        if (text_[at_ + 1] != '/') node.text += '\\';
        ++at_;
      }
      node.text += text_[at_++];
    }
    if (at_end() || node.text.empty()) {
      fault(fmt::format("a regular expression that begins with «{}» is not closed or empty", fence),
            "write \\/ for the printed sign");
    }
    at_ = std::min(at_ + fence.size(), text_.size());
    return node;
  }

  Node repetition(Node node) {
    ++at_;
    const auto number = [&]() -> std::optional<int> {
      std::optional<int> value;
      for (; !at_end() && is_digit(here()); ++at_)
        value = std::min(999, value.value_or(0) * 10 + (here() - '0'));
      return value;
    };
    auto least = std::optional<int>(1);
    auto most = number();
    if (most && here_is("-")) {
      ++at_;
      least = std::exchange(most, std::nullopt);
      most = number();
    }
    if (!most || *most < 1 || *least > *most || *most > most_repetitions) {
      fault("«*» is not followed by how often",
            fmt::format("write *3 or *0-3, at most {}", most_repetitions));
      return node;
    }
    return repeated(std::move(node), static_cast<std::uint8_t>(*least), static_cast<std::uint8_t>(*most));
  }

  std::vector<Node> literal() {
    constexpr std::string_view special = " \t|()[]{}~/^$*=";
    std::string text;
    while (!at_end() && special.find(here()) == std::string_view::npos) {
      if (here() == '\\' && at_ + 1 < text_.size()) ++at_;
      const std::size_t size = character_size(text_, at_);
      text += text_.substr(at_, size);
      at_ += size;
    }
    std::vector<Node> nodes = literal_nodes(prepare(text));
    if (nodes.empty()) fault(fmt::format("nothing is left of «{}» in prepared text", text), "leave it out");
    return nodes;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool gave_up_ = false;
  std::vector<Fault> faults_;
};

/// Numbers the uses of each part from left to right; branches of a choice count side by side.
class UseCounter {
 public:
  void count(Node& node) {
    if (node.kind == NodeKind::part) {
      unsigned& known = uses_[node.text];
      const unsigned use = node.use == 0 ? known + 1 : node.use;
      if (use > most_uses) too_many_ = true;
      node.use = static_cast<std::uint8_t>(std::min(use, most_uses));
      raise(known, use);
    } else if (node.kind == NodeKind::choice) {
      count_branches(node.children);
    } else {
      for (Node& child : node.children) count(child);
    }
  }

  bool too_many() const { return too_many_; }

 private:
  static constexpr unsigned most_uses = 99;

  struct Count {
    unsigned* count = nullptr;
    unsigned value = 0;
  };

  void raise(unsigned& count, unsigned wanted) {
    if (wanted <= count) return;
    changes_.push_back({&count, count});
    count = wanted;
  }

  void count_branches(std::vector<Node>& branches) {
    std::vector<Count> behind;
    const std::size_t start = changes_.size();
    for (Node& branch : branches) {
      count(branch);
      for (; changes_.size() > start; changes_.pop_back()) {
        const Count& last = changes_.back();
        behind.push_back({last.count, *last.count});
        *last.count = last.value;
      }
    }
    for (const Count& wanted : behind) raise(*wanted.count, wanted.value);
  }

  std::map<std::string_view, unsigned> uses_;
  std::vector<Count> changes_;  ///< what the counts were before each change of the branch
  bool too_many_ = false;
};

std::string children_dump(const Node& node) {
  std::string text;
  for (const Node& child : node.children) text += " " + dump(child);
  return text;
}

std::string filter_dump(const FormFilter& filter) {
  std::string text;
  if (filter.grammatical_case != Case::none)
    text += fmt::format(":c{}", static_cast<int>(filter.grammatical_case));
  if (filter.number != Number::none) text += fmt::format(":n{}", static_cast<int>(filter.number));
  return text;
}

}  // namespace

Pattern parse_pattern(std::string_view line) {
  Pattern pattern = PatternParser(line).parse();
  UseCounter counter;
  counter.count(pattern.root);
  if (counter.too_many()) {
    pattern.faults.push_back(
        {"the pattern uses one part more than 99 times", "write {name}*3 for repetition"});
  }
  return pattern;
}

std::optional<NamedUse> parse_use(std::string_view text) {
  const std::size_t mark = text.rfind('\'');
  NamedUse named{text, 0};
  if (mark != std::string_view::npos) {
    const std::string_view digits = text.substr(mark + 1);
    if (digits.empty() || digits.size() > 2 || !std::all_of(digits.begin(), digits.end(), is_digit)) {
      return std::nullopt;
    }
    named.name = text.substr(0, mark);
    for (const char digit : digits) named.use = named.use * 10 + static_cast<unsigned>(digit - '0');
    if (named.use == 0) return std::nullopt;
  }
  if (!is_name(named.name)) return std::nullopt;
  return named;
}

std::string dump(const Node& node) {
  switch (node.kind) {
    case NodeKind::sequence:
      return "(sequence" + children_dump(node) + ")";
    case NodeKind::choice:
      return "(choice" + children_dump(node) + ")";
    case NodeKind::repeat:
      return fmt::format("(repeat {}-{}{})", node.least, node.most, children_dump(node));
    case NodeKind::literal:
      return "\"" + to_utf8(node.text) + "\"";
    case NodeKind::lemma:
      return "~" + to_utf8(node.text) + filter_dump(node.filter);
    case NodeKind::part:
      return fmt::format("{{{}'{}}}", node.text, node.use);
    case NodeKind::shape:
      return "/" + node.text + "/";
    case NodeKind::stretch:
      return "//" + node.text + "//";
    case NodeKind::line_start:
      return "^";
    case NodeKind::line_end:
      return "$";
  }
  return {};
}

}  // namespace protokol::grammar
