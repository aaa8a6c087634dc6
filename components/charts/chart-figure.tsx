"use client";

import { type ReactNode, useId, useRef, useState } from "react";
import { withGroups } from "../ui/format.ts";
import { downloadCsv, downloadPng, downloadSvg } from "./download.ts";

type Props = {
  /** one sentence that says what the picture shows; people who do not see it read this */
  finding: string;
  /** the downloaded file's name */
  name: string;
  columns: string[];
  rows: (string | number)[][];
  /** what its CSV holds, where that is for machines and not what the table shows */
  csv?: { columns: string[]; rows: (string | number)[][] };
  /** names the colours, where there is more than one */
  legend?: { label: string; color: string }[];
  children: ReactNode;
  /** beside the tools: how it was counted */
  note?: ReactNode;
  tall?: boolean;
  /** the drawing is as high as it is, and holds links that everybody can reach */
  linked?: boolean;
  /** whose picture it is; downloads leave the name out unless asked for it, and carry the finding */
  owner?: string;
};

/** What a drawn chart is given for its figure; `cells` are the rows of the table. */
export type FigureProps = Omit<Props, "children" | "rows" | "legend" | "tall"> & {
  cells: Props["rows"];
};

/** Around every chart: the finding, the same numbers as a table, and downloads. */
export function ChartFigure(props: Props) {
  const { finding, name, columns, rows, legend = [], children, note, tall, linked, owner } = props;
  const { csv = { columns, rows } } = props;
  const [asTable, setAsTable] = useState(false);
  const [nameless, setNameless] = useState(true);
  const drawing = useRef<HTMLDivElement>(null);
  const findingId = useId();
  const lines = owner === undefined ? [] : [...(nameless || !owner ? [] : [owner]), finding];
  const height = linked ? " chart__drawing--linked" : tall ? " chart__drawing--tall" : "";
  return (
    <figure className="chart" aria-labelledby={findingId}>
      <figcaption id={findingId} className="chart__finding">
        {finding}
      </figcaption>
      {asTable && <NumbersTable columns={columns} rows={rows} label={finding} />}
      <div
        ref={drawing}
        className={`chart__drawing${height}`}
        hidden={asTable}
        aria-hidden={linked ? undefined : true}
      >
        {legend.length > 1 && (
          <ul className="chart-legend">
            {legend.map(({ label, color }) => (
              <li key={label}>
                <i style={{ background: color }} />
                {label}
              </li>
            ))}
          </ul>
        )}
        {children}
      </div>
      <div className="chart__tools">
        <button type="button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          Table
        </button>
        <button
          type="button"
          disabled={asTable}
          onClick={() => downloadPng(drawing.current, name, lines)}
        >
          PNG
        </button>
        <button
          type="button"
          disabled={asTable}
          onClick={() => downloadSvg(drawing.current, name, lines)}
        >
          SVG
        </button>
        <button type="button" onClick={() => downloadCsv(csv.columns, csv.rows, name)}>
          CSV
        </button>
        {owner && (
          <label className="chart__choice">
            <input
              type="checkbox"
              className="check"
              checked={nameless}
              onChange={(event) => setNameless(event.target.checked)}
            />
            Leave my name out of pictures
          </label>
        )}
        {note && <span className="chart__note">{note}</span>}
      </div>
    </figure>
  );
}

type TableProps = Pick<Props, "columns" | "rows"> & { label: string };

function NumbersTable({ columns, rows, label }: TableProps) {
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
            <tr key={`${head} ${cells[0]}`}>
              <th scope="row">{head}</th>
              {cells.map((cell, at) => (
                <td key={columns[at + 1]}>{withGroups(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
