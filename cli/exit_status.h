// What the program's exit status says; scripts rely on it.
#pragma once

namespace protokol::cli {

enum ExitStatus : int {
  all_done = 0,            ///< also where the reader of a pipe went away
  some_failed = 1,         ///< at least one input gave an error record
  bad_usage = 2,           ///< wrong options, or rules, word lists or dictionary that cannot be used
  nothing_recognised = 3,  ///< no input failed, and none was a protocol
  not_written = 4,         ///< the output could not be written
  signalled = 128,         ///< plus the signal: 130 after Ctrl-C, 143 after SIGTERM
};

}  // namespace protokol::cli
