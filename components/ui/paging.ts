/** What a `Pager` shows of a list: `href` gives the address of a page, counted from 1. */
export function paging(
  list: { total: number; page: number; size: number },
  href: (page: number) => string,
) {
  const { total, page, size } = list;
  const last = Math.max(1, Math.ceil(total / size));
  return {
    from: Math.min(total, (page - 1) * size + 1),
    to: Math.min(total, page * size),
    total,
    previous: page > 1 ? href(Math.min(page - 1, last)) : undefined,
    next: page < last ? href(page + 1) : undefined,
  };
}
