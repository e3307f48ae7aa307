# What the program reads at start, laid out in the build tree as it is when installed:
# share/protokol/grammars (a link to the sources, so that an edited rule takes effect at once)
# share/protokol/dictionary.bin (packed by the target protokol_dictionary) and share/protokol/grammars.packed (by
# protokol_grammars).
set(PROTOKOL_DATA_DIR "${PROJECT_BINARY_DIR}/share/protokol")
file(MAKE_DIRECTORY "${PROTOKOL_DATA_DIR}")
file(CREATE_LINK "${PROJECT_SOURCE_DIR}/grammars" "${PROTOKOL_DATA_DIR}/grammars" SYMBOLIC)
include(dictionary)
include(grammars)
