// What Swift needs of Cairo. Only inline wrappers for what the importer cannot see belong here,
// each with its reason.
#include <cairo.h>
#include <cairo-pdf.h>
