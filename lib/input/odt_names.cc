#include "input/odt_names.h"

#include <array>

#include "input/name_table.h"

namespace protokol {
namespace {

using Known = KnownName<OdtName>;

constexpr auto names = sorted(std::array{
    Known{"p", OdtName::paragraph},
    Known{"h", OdtName::heading},
    Known{"s", OdtName::space},
    Known{"tab", OdtName::tab},
    Known{"line-break", OdtName::line_break},
    Known{"span", OdtName::run},
    Known{"list", OdtName::list},
    Known{"list-item", OdtName::list_item},
    Known{"list-header", OdtName::list_header},
    Known{"note", OdtName::note},
    Known{"note-body", OdtName::note_body},
    Known{"frame", OdtName::shape},
    Known{"text-box", OdtName::shape},
    Known{"custom-shape", OdtName::shape},
    Known{"rect", OdtName::shape},
    Known{"ellipse", OdtName::shape},
    Known{"g", OdtName::shape},
    Known{"table", OdtName::table},
    Known{"table-row", OdtName::row},
    Known{"table-cell", OdtName::cell},
    Known{"covered-table-cell", OdtName::covered_cell},
    Known{"tracked-changes", OdtName::left_out},
    Known{"annotation", OdtName::left_out},
    Known{"forms", OdtName::left_out},
    Known{"sequence-decls", OdtName::left_out},
    Known{"variable-decls", OdtName::left_out},
    Known{"user-field-decls", OdtName::left_out},
    Known{"title", OdtName::left_out},
    Known{"desc", OdtName::left_out},
    Known{"object", OdtName::left_out},
    Known{"image", OdtName::left_out},
    Known{"hidden-text", OdtName::left_out},
    Known{"hidden-paragraph", OdtName::left_out},
    Known{"ruby-text", OdtName::left_out},
    Known{"number", OdtName::left_out},
    Known{"table-of-content-source", OdtName::left_out},
    Known{"table-column", OdtName::left_out},
});

}  // namespace

OdtName odt_name(std::string_view local) { return kind_of(names, local, OdtName::other); }

}  // namespace protokol
