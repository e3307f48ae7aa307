// Signals: Ctrl-C and SIGTERM ask for an orderly end; a closed pipe and a file that may not grow are ordinary write
// errors.
#pragma once

namespace protokol::cli {

/// From now on SIGINT and SIGTERM only set `interrupted`; the second one ends the program at once.
/// SIGPIPE and SIGXFSZ are ignored.
void watch_signals();

/// The signal that asked for an end; 0 while none did.
int interrupted();

}  // namespace protokol::cli
