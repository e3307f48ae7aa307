#include "emit/emit.h"
#include "emit/json_record.h"

namespace protokol {

Emitter json_emitter(RuleNames rules) {
  return {.begin = "[",
          .record =
              [rules](const Result& result, std::size_t index) {
                return (index == 0 ? "\n  " : ",\n  ") + json_record(result, rules, JsonLayout::indented, 1);
              },
          .end = "\n]\n"};
}

}  // namespace protokol
