extension HTMLWriter {
  /// The page's style sheet.
  ///
  /// It has the theme's colours, fonts that the reader has, and one column that a phone shows as
  /// well as a wide screen. How the document is printed is the PDF's matter.
  static func style(accent: String, tint: String) -> String {
    """
    :root { --accent: \(accent); --tint: \(tint); --line: #767676; }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; }
    body { margin: 0; color: #1a1a1a; background: #fff; font: 1.0625rem/1.6 Georgia, serif;
      overflow-wrap: break-word; hyphens: auto; }
    main, .cover { max-width: 44rem; margin: 0 auto; padding: 1rem 1.25rem 3rem; }
    .cover { padding-bottom: 1.5rem; border-bottom: 0.25rem solid var(--accent); }
    h1, h2, h3, h4, h5, h6, [role="heading"], table, .toc-title, .badge {
      font-family: system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
    h1, h2, h3, h4, h5, h6, [role="heading"], .toc-title { line-height: 1.25; hyphens: manual;
      margin: 2em 0 0.5em; font-weight: 700; }
    h1, h2 { color: var(--accent); }
    h1 { font-size: 2rem; } h2 { font-size: 1.5rem; } h3 { font-size: 1.25rem; }
    h4, h5, h6, [role="heading"] { font-size: 1.0625rem; }
    p { margin: 0 0 0.8em; }
    .ingress { font-size: 1.2rem; }
    .statement, blockquote { margin: 1.5em 0; padding-left: 1em;
      border-left: 0.25rem solid var(--accent); }
    a { color: var(--accent); }
    abbr[title] { text-decoration: none; cursor: help; }
    a:focus-visible, .table:focus-visible { outline: 0.2rem solid var(--accent);
      outline-offset: 0.15rem; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; top: 1rem; padding: 0.5rem 1rem; background: #fff; }
    ol ol { list-style-type: lower-alpha; } ol ol ol { list-style-type: lower-roman; }
    nav ol, nav ol ol { list-style: none; padding-left: 1.25em; margin: 0; }
    nav > ol { padding-left: 0; }
    nav a { display: inline-block; padding: 0.25rem 0; }
    dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: 0.25rem 1rem; }
    dt { font-weight: 700; } dd { margin: 0; }
    .table { overflow-x: auto; margin: 1.5em 0; }
    table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; line-height: 1.4;
      font-variant-numeric: tabular-nums lining-nums; hyphens: manual; }
    caption { text-align: left; font-weight: 400; padding-bottom: 0.5em; }
    th, td { text-align: left; vertical-align: top; padding: 0.35em 0.75em 0.35em 0;
      border-bottom: 1px solid #d0d0d0; }
    th { font-weight: 700; } tbody th[scope="row"] { font-weight: 400; }
    thead th { vertical-align: bottom; border-bottom: 2px solid var(--accent); }
    .figures { text-align: right; } .centre { text-align: center; }
    tr.group th { background: var(--tint); font-weight: 700; padding-left: 0.35em; }
    tr.part > :first-child { padding-left: 1em; }
    tr.subtotal > *, tr.total > * { font-weight: 700; border-top: 1px solid var(--line); }
    .badge { display: inline-block; padding: 0 0.35em; border-radius: 0.2em; font-size: 0.85em;
      background: var(--tint); }
    .legend, .notes { font-size: 0.875rem; }
    section.notes { margin-top: 1em; padding-top: 0.5em; border-top: 1px solid var(--line); }
    sup { line-height: 0; }
    .cover-picture { display: block; width: 100%; max-height: 28rem; object-fit: cover;
      margin-top: 1.5rem; }
    figure { margin: 1.5em 0; } img, svg { max-width: 100%; height: auto; }
    svg { font-family: system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
    td figure { margin: 0; } details { font-size: 0.875rem; margin-top: 0.5em; }
    figcaption { font-size: 0.875rem; margin-top: 0.5em; }
    @media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: 0.5rem; } }

    """
  }
}
