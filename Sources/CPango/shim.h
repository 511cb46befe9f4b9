// What Swift needs of Pango and Fontconfig. Only inline wrappers for what the importer cannot see
// belong here, each with its reason.
#include <cairo-ft.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <hb-ot.h>
