/** The Link header (RFC 8288) of a page: the first one, and the next where there is one. */
export function pageLinks(url: URL, next: string | null): { link: string } {
  const linkTo = (rel: string, cursor: string | null) => {
    const params = new URLSearchParams(url.searchParams);
    params.delete("cursor");
    if (cursor) params.set("cursor", cursor);
    return `<${url.pathname}?${params}>; rel="${rel}"`;
  };
  return { link: [linkTo("first", null), ...(next ? [linkTo("next", next)] : [])].join(", ") };
}
