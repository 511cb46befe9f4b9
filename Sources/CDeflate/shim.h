#pragma once

#include <zlib.h>

// Macros that pass the header's version along, which Swift does not see.
static inline int sats_deflate_begin(z_stream *stream, int level) {
  return deflateInit(stream, level);
}

static inline int sats_inflate_begin(z_stream *stream) { return inflateInit(stream); }
