# The libraries of the house. RE2 has a CMake package only in newer distributions; Debian 12 ships re2.pc.
find_package(fmt REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(Boost 1.81 REQUIRED COMPONENTS json program_options)
find_package(Threads REQUIRED)
find_package(pugixml REQUIRED)
find_package(re2 CONFIG QUIET)
find_package(PkgConfig REQUIRED)
# libzip's CMake package asks for tools that its -dev package does not bring.
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
if(NOT TARGET re2::re2)
  pkg_check_modules(re2 REQUIRED IMPORTED_TARGET re2)
  add_library(re2::re2 ALIAS PkgConfig::re2)
endif()
