import Form from "next/form";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { tablePageSizes } from "@/lib/lists/table-filter.ts";
import { buttonClass, LinkButton } from "./button.tsx";
import { formatNumber } from "./format.ts";
import { HiddenFields } from "./hidden-fields.tsx";
import { Icon } from "./icon.tsx";
import { chevronLeftIcon, chevronRightIcon } from "./icons.ts";
import { Link } from "./link.tsx";

type Props = {
  total: number;
  /** counted from 1 */
  page: number;
  /** rows a page */
  size: number;
  /** the address of a page */
  href: (page: number) => string;
  /** the address with another number of rows a page, where that can be chosen */
  rowsHref?: (rows: number) => string;
};

/**
 * Which rows of a long list are shown, and the ways to the others; nothing where all fit on one page. A page after
 * the last leads to the last.
 */
export function Pager({ total, page, size, href, rowsHref }: Props) {
  const last = Math.max(1, Math.ceil(total / size));
  if (page > last) redirect(href(last));
  const fewest = rowsHref ? tablePageSizes[0] : size;
  if (total <= fewest) return null;
  return (
    <nav className="pager" aria-label="Pages">
      <div className="pager__start">
        <p>
          {formatNumber((page - 1) * size + 1)}–{formatNumber(Math.min(total, page * size))} of{" "}
          {formatNumber(total)}
        </p>
        {rowsHref && <RowsPerPage size={size} href={rowsHref} />}
      </div>
      {last > 1 && (
        <div className="pager__pages">
          <Step href={page > 1 ? href(page - 1) : undefined} rel="prev">
            <Icon of={chevronLeftIcon} /> Previous
          </Step>
          <PageNumbers page={page} last={last} href={href} />
          <Step href={page < last ? href(page + 1) : undefined} rel="next">
            Next <Icon of={chevronRightIcon} />
          </Step>
        </div>
      )}
      {last > mostNumbers && <JumpForm page={page} last={last} href={href} />}
    </nav>
  );
}

function RowsPerPage({ size, href }: { size: number; href: (rows: number) => string }) {
  return (
    <div className="pager__rows">
      Rows
      {tablePageSizes.map((rows) => (
        <Link
          key={rows}
          href={href(rows)}
          className="pager__number"
          aria-label={`${rows} rows a page`}
          aria-current={rows === size ? "true" : undefined}
        >
          {rows}
        </Link>
      ))}
    </div>
  );
}

type PagesProps = { page: number; last: number; href: (page: number) => string };

function PageNumbers({ page, last, href }: PagesProps) {
  return (
    <ol className="pager__numbers">
      {pagesAround(page, last).map((number) => (
        <li key={number}>
          <Link
            href={href(number)}
            className="pager__number"
            aria-label={`Page ${number}`}
            aria-current={number === page ? "page" : undefined}
          >
            {formatNumber(number)}
          </Link>
        </li>
      ))}
    </ol>
  );
}

const mostNumbers = 7;

/** The first and the last page, this one and those beside it; every page where there are few. */
function pagesAround(page: number, last: number): number[] {
  const pages = Array.from({ length: Math.min(last, mostNumbers) }, (_, at) => at + 1);
  if (last <= mostNumbers) return pages;
  return [...new Set([1, page - 1, page, page + 1, last])].filter((n) => n >= 1 && n <= last);
}

/** Asks for a page by its number. */
function JumpForm({ page, last, href }: PagesProps) {
  const { pathname, searchParams } = new URL(href(1), "http://localhost");
  const keep = Object.fromEntries([...searchParams].filter(([name]) => name !== "page"));
  return (
    <Form action={pathname} className="pager__jump">
      <label>
        Page{" "}
        <input
          name="page"
          className="input"
          inputMode="numeric"
          pattern="[0-9]{1,6}"
          required
          key={page}
          defaultValue={page}
        />{" "}
        of {formatNumber(last)}
      </label>
      <HiddenFields values={keep} />
      <button type="submit" className={buttonClass({ size: "s" })}>
        Go
      </button>
    </Form>
  );
}

function Step({ href, rel, children }: { href?: string; rel: string; children: ReactNode }) {
  if (href) {
    return (
      <LinkButton href={href} rel={rel} size="s">
        {children}
      </LinkButton>
    );
  }
  return (
    <span className={buttonClass({ size: "s" })} aria-disabled="true">
      {children}
    </span>
  );
}
