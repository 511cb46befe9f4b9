// What Swift needs of cmark-gfm. Only inline wrappers for what the importer cannot see belong here,
// each with its reason.
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
