/* floor: the least a single-threaded Cairo + Pango program can do with these documents.
 * Reads the flat dump of generate.py (style TAB width TAB text), lays every paragraph or cell out once (justified at its
 * width), stacks the lines on A4 pages and writes a PDF: no page layout, no tables, no rules, no links.
 *
 *   cc -O2 floor.c -o floor $(pkg-config --cflags --libs pangocairo)
 *   floor IN.tsv OUT.pdf             all stages, timed apart (ms)
 *   floor IN.tsv OUT.pdf tags        the same with a structure tag per item, a destination and an outline entry per heading
 *   floor IN.tsv =                  pango_itemize + pango_shape + log attributes only: no PangoLayout, no line breaking
 *   floor IN.tsv - THREADS           shaping alone, the lines split over THREADS, one PangoCairoFontMap each
 */
#include <pango/pangocairo.h>
#include <cairo-pdf.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct { int style; double width; const char *text; int len; } Item;
static const struct { const char *name, *font; double size; gboolean justify; } STYLE[] = {
    {"p", "Open Sans", 10.5, TRUE}, {"cell", "Open Sans", 9, FALSE}, {"cellb", "Open Sans Bold", 9, FALSE}, {"note", "Open Sans", 8.5, TRUE},
    {"h1", "Open Sans Bold", 18, FALSE}, {"h2", "Open Sans Bold", 14, FALSE}, {"h3", "Open Sans Bold", 11.5, FALSE}, {"toc", "Open Sans", 10.5, FALSE}};
enum { NSTYLE = G_N_ELEMENTS(STYLE) };

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static double cpu(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static Item *load(const char *path, int *n) {
    char *buf, **lines;
    if (!g_file_get_contents(path, &buf, NULL, NULL)) exit(1);
    lines = g_strsplit(buf, "\n", -1);
    Item *it = g_new0(Item, g_strv_length(lines));
    for (*n = 0; lines[*n] && *lines[*n]; ++*n) {
        char *w = strchr(lines[*n], '\t'), *t = strchr(w + 1, '\t');
        *w = 0;
        for (int s = 0; s < NSTYLE; s++) if (!strcmp(STYLE[s].name, lines[*n])) it[*n].style = s;
        it[*n].width = atof(w + 1), it[*n].text = t + 1, it[*n].len = strlen(t + 1);
    }
    return it;
}

typedef struct { PangoContext *ctx; PangoFontDescription *font[NSTYLE]; PangoLayout *layout; int last; } Shaper;

static void shaper_init(Shaper *s) {
    PangoFontMap *map = pango_cairo_font_map_new();
    cairo_font_options_t *fo = cairo_font_options_create();
    cairo_font_options_set_hint_metrics(fo, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(fo, CAIRO_HINT_STYLE_NONE);
    s->ctx = pango_font_map_create_context(map);
    pango_cairo_context_set_font_options(s->ctx, fo);
    pango_context_set_round_glyph_positions(s->ctx, FALSE);
    pango_context_set_language(s->ctx, pango_language_from_string("sv"));
    for (int i = 0; i < NSTYLE; i++) {
        s->font[i] = pango_font_description_from_string(STYLE[i].font);
        pango_font_description_set_absolute_size(s->font[i], STYLE[i].size * PANGO_SCALE);
    }
    s->layout = pango_layout_new(s->ctx);
    pango_layout_set_wrap(s->layout, PANGO_WRAP_WORD);
    s->last = -1;
}

static int shape(Shaper *s, const Item *it) {
    if (s->last != it->style) {
        pango_layout_set_font_description(s->layout, s->font[it->style]);
        pango_layout_set_justify(s->layout, STYLE[it->style].justify);
        s->last = it->style;
    }
    pango_layout_set_width(s->layout, it->width * PANGO_SCALE);
    pango_layout_set_text(s->layout, it->text, it->len);
    return pango_layout_get_line_count(s->layout);
}

typedef struct { const Item *it; int n; long lines; } Job;
static void *run(void *p) {
    Job *j = p;
    Shaper s;
    shaper_init(&s);
    for (int i = 0; i < j->n; i++) j->lines += shape(&s, j->it + i);
    return NULL;
}

static void shape_items(Shaper *s, const Item *it) {
    pango_context_set_font_description(s->ctx, s->font[it->style]);
    PangoAttrList *attrs = pango_attr_list_new();
    PangoGlyphString *gs = pango_glyph_string_new();
    GList *items = pango_itemize(s->ctx, it->text, 0, it->len, attrs, NULL);
    for (GList *l = items; l; l = l->next) {
        PangoItem *i = l->data;
        pango_shape_full(it->text + i->offset, i->length, it->text, it->len, &i->analysis, gs);
        pango_item_free(i);
    }
    int n = g_utf8_strlen(it->text, it->len) + 1;
    PangoLogAttr *la = g_new(PangoLogAttr, n);
    pango_get_log_attrs(it->text, it->len, -1, pango_language_from_string("sv"), la, n);
    g_free(la);
    g_list_free(items);
    pango_glyph_string_free(gs);
    pango_attr_list_unref(attrs);
}

int main(int argc, char **argv) {
    double t0 = now(), tshape = 0, tpaint = 0, tpage = 0;
    int n, pages = 1;
    long lines = 0;
    Item *it = load(argv[1], &n);
    double tread = now() - t0;
    if (!strcmp(argv[2], "=")) {
        Shaper s;
        double a = now();
        shaper_init(&s);
        for (int i = 0; i < n; i++) shape_items(&s, it + i);
        printf("items %d itemize+shape+attrs %.1f ms\n", n, now() - a);
        return 0;
    }
    if (!strcmp(argv[2], "-")) {
        int k = argc > 3 ? atoi(argv[3]) : 1;
        pthread_t th[16];
        Job job[16];
        double a = now(), c = cpu();
        for (int i = 0; i < k; i++) {
            job[i] = (Job){it + (long)n * i / k, (long)n * (i + 1) / k - (long)n * i / k, 0};
            pthread_create(th + i, NULL, run, job + i);
        }
        for (int i = 0; i < k; i++) pthread_join(th[i], NULL), lines += job[i].lines;
        printf("threads %d items %d lines %ld shape %.1f ms cpu %.1f ms\n", k, n, lines, now() - a, cpu() - c);
        return 0;
    }
    const double M = 25 * 72 / 25.4, H = 841.89;
    cairo_surface_t *surf = cairo_pdf_surface_create(argv[2], 595.276, H);
    cairo_t *cr = cairo_create(surf);
    Shaper s;
    double a = now(), y = M;
    shaper_init(&s);
    double tinit = now() - a;
    int tags = argc > 3 && !strcmp(argv[3], "tags"), parent[4] = {CAIRO_PDF_OUTLINE_ROOT};
    if (tags) cairo_tag_begin(cr, "Document", NULL);
    for (int i = 0; i < n; i++) {
        a = now();
        int k = shape(&s, it + i);
        double b = now(), size = STYLE[it[i].style].size, lead = size * 4 / 3;
        tshape += b - a;
        char attr[64];
        int level = STYLE[it[i].style].name[0] == 'h' ? STYLE[it[i].style].name[1] - '0' : 0;
        if (tags) {
            if (level) {
                if (y + lead > H - M) cairo_show_page(cr), pages++, y = M;
                snprintf(attr, sizeof attr, "name='d%d'", i);
                cairo_tag_begin(cr, CAIRO_TAG_DEST, attr);
                cairo_tag_end(cr, CAIRO_TAG_DEST);
                snprintf(attr, sizeof attr, "dest='d%d'", i);
                parent[level] = cairo_pdf_surface_add_outline(surf, parent[level - 1], it[i].text, attr, 0);
                for (int q = level + 1; q < 4; q++) parent[q] = parent[level];
            }
            cairo_tag_begin(cr, level == 1 ? "H1" : level == 2 ? "H2" : level == 3 ? "H3" : "P", NULL);
        }
        for (int l = 0; l < k; l++) {
            if (y + lead > H - M) {
                double c = now();
                cairo_show_page(cr);
                tpage += now() - c, b += now() - c;
                pages++, y = M;
            }
            y += lead;
            PangoLayoutLine *line = pango_layout_get_line_readonly(s.layout, l);
            PangoRectangle r;
            pango_layout_line_get_extents(line, NULL, &r);
            cairo_move_to(cr, M, y);
            pango_cairo_show_layout_line(cr, line);
        }
        if (tags) cairo_tag_end(cr, level == 1 ? "H1" : level == 2 ? "H2" : level == 3 ? "H3" : "P");
        y += 3;
        tpaint += now() - b;
        lines += k;
    }
    if (tags) cairo_tag_end(cr, "Document");
    a = now();
    cairo_show_page(cr);
    tpage += now() - a;
    a = now();
    cairo_destroy(cr);
    cairo_surface_finish(surf);
    printf("items %d lines %ld pages %d | read %.1f init %.1f shape %.1f paint %.1f page %.1f finish %.1f total %.1f ms\n", n, lines, pages, tread,
           tinit, tshape, tpaint, tpage, now() - a, now() - t0);
    return 0;
}
