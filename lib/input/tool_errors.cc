#include "input/tool_errors.h"

#include <string>

namespace protokol {

InputError missing_tool(std::string_view tool, std::string_view package, std::string_view what_for) {
  return {"missing_tool", "convert",
          std::string(what_for) + " is read with " + std::string(tool) + "; install the package " +
              std::string(package) + "."};
}

InputError tool_failed(std::string_view tool, const Outcome& outcome) {
  const std::string name(tool);
  switch (outcome.ending) {
    case Ending::timed_out:
      return {"timed_out", "convert", name + " did not finish in time; open the file and save it anew."};
    case Ending::too_much:
      return {"too_large", "convert", name + " found more text than is taken; split the file."};
    case Ending::not_found:
      return {"conversion", "convert",
              name + " could not be started; check memory and the limit of processes."};
    case Ending::stopped:
      return {"interrupted", "convert", name + " was stopped before it had finished."};
    case Ending::exited:
    case Ending::killed:
      break;
  }
  return {"damaged", "convert", "The file is damaged; open it in the program that made it and save it anew."};
}

}  // namespace protokol
