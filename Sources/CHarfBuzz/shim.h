// What Swift needs of HarfBuzz, and of Cairo and Fontconfig to open a font file. Only inline wrappers
// for what the importer cannot see belong here, each with its reason.
#include <cairo-ft.h>
#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <hb-ot.h>
