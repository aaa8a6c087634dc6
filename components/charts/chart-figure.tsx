"use client";

import { type ReactNode, useId, useRef, useState } from "react";
import { downloadCsv, downloadPng, downloadSvg } from "./download.ts";

type Cell = string | number;

type Props = {
  /** one sentence that says what the picture shows; people who do not see it read this */
  finding: string;
  /** the downloaded file's name */
  name: string;
  columns: string[];
  rows: Cell[][];
  children: ReactNode;
  /** beside the tools: how it was counted */
  note?: ReactNode;
  tall?: boolean;
};

/** Around every chart: the finding, the same numbers as a table, and downloads. */
export function ChartFigure(props: Props) {
  const { finding, name, columns, rows, children, note, tall } = props;
  const [asTable, setAsTable] = useState(false);
  const drawing = useRef<HTMLDivElement>(null);
  const findingId = useId();
  return (
    <figure className="chart" aria-labelledby={findingId}>
      <figcaption id={findingId} className="chart__finding">
        {finding}
      </figcaption>
      {asTable && <NumbersTable columns={columns} rows={rows} label={finding} />}
      <div
        ref={drawing}
        className={tall ? "chart__drawing chart__drawing--tall" : "chart__drawing"}
        hidden={asTable}
        aria-hidden
      >
        {children}
      </div>
      <div className="chart__tools">
        <button type="button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          Table
        </button>
        <button type="button" disabled={asTable} onClick={() => downloadPng(drawing.current, name)}>
          PNG
        </button>
        <button type="button" disabled={asTable} onClick={() => downloadSvg(drawing.current, name)}>
          SVG
        </button>
        <button type="button" onClick={() => downloadCsv(columns, rows, name)}>
          CSV
        </button>
        {note && <span className="chart__note">{note}</span>}
      </div>
    </figure>
  );
}

function NumbersTable({
  columns,
  rows,
  label,
}: {
  columns: string[];
  rows: Cell[][];
  label: string;
}) {
  return (
    <section className="chart__table" aria-label={label}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([head, ...cells]) => (
            <tr key={head}>
              <th scope="row">{head}</th>
              {cells.map((cell, at) => (
                <td key={columns[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
