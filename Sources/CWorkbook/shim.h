#pragma once

// What Swift needs of libzip and libxml2. They are loaded when the first workbook is met and not
// before, so that documents without workbooks do not wait for them. Their functions are declared here
// and not by their own headers: the headers' packages would have the libraries linked, and the
// sonames that are asked for below stand for exactly these declarations.
#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// zip_error_t.
struct sats_zip_error {
  int zip_error, system_error;
  char *text;
};

// The functions of libzip that are used.
struct sats_zip {
  void *(*source)(const void *bytes, uint64_t length, int frees, struct sats_zip_error *error);
  void (*free_source)(void *source);
  void *(*open)(void *source, int flags, struct sats_zip_error *error);
  int64_t (*locate)(void *archive, const char *name, uint32_t flags);
  void *(*open_part)(void *archive, uint64_t index, uint32_t flags);
  int64_t (*read)(void *part, void *target, uint64_t length);
  int (*close_part)(void *part);
  void (*discard)(void *archive);
};

// The functions of libxml2 that are used.
struct sats_xml {
  void *(*open)(const char *bytes, int length, const char *address, const char *encoding,
                int options);
  int (*read)(void *reader);
  int (*node_type)(void *reader);
  int (*is_empty)(void *reader);
  const unsigned char *(*name)(void *reader);
  const unsigned char *(*value)(void *reader);
  int (*next_attribute)(void *reader);
  int (*to_element)(void *reader);
  void (*release)(void *reader);
};

// Each loads its library and finds its functions; false when one is not there. A library stays
// loaded. Newer sonames come first: what is used of them is as it was.
static inline bool sats_load_zip(struct sats_zip *library) {
  void *found = dlopen("libzip.so.5", RTLD_NOW | RTLD_LOCAL);
  if (!found) found = dlopen("libzip.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!found) return false;
  *(void **)&library->source = dlsym(found, "zip_source_buffer_create");
  *(void **)&library->free_source = dlsym(found, "zip_source_free");
  *(void **)&library->open = dlsym(found, "zip_open_from_source");
  *(void **)&library->locate = dlsym(found, "zip_name_locate");
  *(void **)&library->open_part = dlsym(found, "zip_fopen_index");
  *(void **)&library->read = dlsym(found, "zip_fread");
  *(void **)&library->close_part = dlsym(found, "zip_fclose");
  *(void **)&library->discard = dlsym(found, "zip_discard");
  return library->source && library->free_source && library->open && library->locate &&
         library->open_part && library->read && library->close_part && library->discard;
}

static inline bool sats_load_xml(struct sats_xml *library) {
  void *found = dlopen("libxml2.so.16", RTLD_NOW | RTLD_LOCAL);
  if (!found) found = dlopen("libxml2.so.2", RTLD_NOW | RTLD_LOCAL);
  if (!found) return false;
  *(void **)&library->open = dlsym(found, "xmlReaderForMemory");
  *(void **)&library->read = dlsym(found, "xmlTextReaderRead");
  *(void **)&library->node_type = dlsym(found, "xmlTextReaderNodeType");
  *(void **)&library->is_empty = dlsym(found, "xmlTextReaderIsEmptyElement");
  *(void **)&library->name = dlsym(found, "xmlTextReaderConstLocalName");
  *(void **)&library->value = dlsym(found, "xmlTextReaderConstValue");
  *(void **)&library->next_attribute = dlsym(found, "xmlTextReaderMoveToNextAttribute");
  *(void **)&library->to_element = dlsym(found, "xmlTextReaderMoveToElement");
  *(void **)&library->release = dlsym(found, "xmlFreeTextReader");
  return library->open && library->read && library->node_type && library->is_empty &&
         library->name && library->value && library->next_attribute && library->to_element &&
         library->release;
}
