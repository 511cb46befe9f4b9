#pragma once

#include <yaml.h>

// What an event says stands in a union, which Swift sees as many structures in one place.

static inline const char *sats_yaml_anchor(const yaml_event_t *event) {
  switch (event->type) {
    case YAML_ALIAS_EVENT: return (const char *)event->data.alias.anchor;
    case YAML_SCALAR_EVENT: return (const char *)event->data.scalar.anchor;
    case YAML_SEQUENCE_START_EVENT: return (const char *)event->data.sequence_start.anchor;
    case YAML_MAPPING_START_EVENT: return (const char *)event->data.mapping_start.anchor;
    default: return 0;
  }
}

static inline const char *sats_yaml_tag(const yaml_event_t *event) {
  switch (event->type) {
    case YAML_SCALAR_EVENT: return (const char *)event->data.scalar.tag;
    case YAML_SEQUENCE_START_EVENT: return (const char *)event->data.sequence_start.tag;
    case YAML_MAPPING_START_EVENT: return (const char *)event->data.mapping_start.tag;
    default: return 0;
  }
}

// Of a scalar only.
static inline const unsigned char *sats_yaml_text(const yaml_event_t *event) {
  return event->data.scalar.value;
}

static inline size_t sats_yaml_length(const yaml_event_t *event) {
  return event->data.scalar.length;
}

static inline yaml_scalar_style_t sats_yaml_style(const yaml_event_t *event) {
  return event->data.scalar.style;
}
