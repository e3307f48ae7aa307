// One result as one JSON object: what json.cc and ndjson.cc share.
#pragma once

#include <string>

#include "emit/emit.h"
#include "emit/json_writer.h"

namespace protokol {

/// Keys stand in the order of docs/records.md; what is not stated is left out. `depth` as of JsonWriter.
std::string json_record(const Result& result, RuleNames rules, JsonLayout layout, int depth);

}  // namespace protokol
