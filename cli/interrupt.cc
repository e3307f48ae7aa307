#include "cli/interrupt.h"

#include <csignal>
#include <initializer_list>

namespace protokol::cli {

namespace {

volatile std::sig_atomic_t caught = 0;
static_assert(sizeof(std::sig_atomic_t) >= sizeof(int));

extern "C" void remember(int signal) { caught = signal; }

}  // namespace

void watch_signals() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  struct sigaction action = {};
  action.sa_handler = remember;
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // and no SA_RESTART: a blocked read must wake up
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM}) {
    struct sigaction before = {};
    // A shell starts background jobs with SIGINT ignored; that stays.
    if (sigaction(signal, nullptr, &before) == 0 && before.sa_handler != SIG_IGN) {
      sigaction(signal, &action, nullptr);
    }
  }
}

int interrupted() { return caught; }

}  // namespace protokol::cli
