#include "emit/emit.h"
#include "emit/json_record.h"

namespace protokol {

Emitter ndjson_emitter(RuleNames rules) {
  return {
      .begin = "",
      .record = [rules](const Result& result,
                        std::size_t) { return json_record(result, rules, JsonLayout::compact, 0) + '\n'; },
      .end = ""};
}

}  // namespace protokol
