#pragma once

// What Swift needs of librsvg. It is loaded when the first drawing is met and not before, so that
// documents without drawings do not wait for it. Its functions are declared here and not by its own
// header: the header's package would have the library linked, and the soname that is asked for below
// stands for exactly these declarations.
#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>

// RsvgRectangle.
struct sats_rectangle {
  double x, y, width, height;
};

// GError.
struct sats_svg_fault {
  unsigned domain;
  int code;
  char *message;
};

// RsvgLength; the unit is RsvgUnit, 0 for percent, 1 for pixels.
struct sats_length {
  double length;
  int unit;
};

// The functions of librsvg and GObject that are used.
struct sats_svg {
  void *(*open)(const unsigned char *bytes, size_t length, struct sats_svg_fault **fault);
  void (*set_resolution)(void *handle, double dots_per_inch);
  int (*size_in_pixels)(void *handle, double *width, double *height);
  void (*dimensions)(void *handle, int *has_width, struct sats_length *width, int *has_height,
                     struct sats_length *height, int *has_box, struct sats_rectangle *box);
  int (*render)(void *handle, void *context, const struct sats_rectangle *viewport,
                struct sats_svg_fault **fault);
  void (*release)(void *object);
  void (*release_fault)(struct sats_svg_fault *fault);
};

// Loads the library and finds its functions; false when one is not there. A library stays loaded.
static inline bool sats_load_svg(struct sats_svg *library) {
  void *found = dlopen("librsvg-2.so.2", RTLD_NOW | RTLD_LOCAL);
  if (!found) return false;
  *(void **)&library->open = dlsym(found, "rsvg_handle_new_from_data");
  *(void **)&library->set_resolution = dlsym(found, "rsvg_handle_set_dpi");
  *(void **)&library->size_in_pixels = dlsym(found, "rsvg_handle_get_intrinsic_size_in_pixels");
  *(void **)&library->dimensions = dlsym(found, "rsvg_handle_get_intrinsic_dimensions");
  *(void **)&library->render = dlsym(found, "rsvg_handle_render_document");
  *(void **)&library->release = dlsym(found, "g_object_unref");
  *(void **)&library->release_fault = dlsym(found, "g_error_free");
  return library->open && library->set_resolution && library->size_in_pixels &&
         library->dimensions && library->render && library->release && library->release_fault;
}
