import { formatNumber } from "@/components/ui/format.ts";
import { StatusMark } from "@/components/ui/status-mark.tsx";
import { withBase } from "@/lib/base-path.ts";
import { type ColumnFacts, columnId } from "./board-props.ts";

type Props = {
  columns: readonly ColumnFacts[];
  /** the place of the column that is seen */
  current?: number;
  /** the key of the column that something is held over */
  over?: string;
  onChoose?: (at: number) => void;
};

/** On a phone one column is seen at a time: the columns with their counts, each of which leads to its own. */
export function ColumnSwitch({ columns, current, over, onChoose }: Props) {
  return (
    <nav className="board-switch" aria-label="Columns">
      {columns.map(({ key, label, hue, count, folded, toggle }, at) => (
        <a
          key={key}
          // What is folded has no cards yet.
          href={folded ? withBase(`${toggle}#${columnId(at)}`) : `#${columnId(at)}`}
          data-link={folded ? "still" : undefined}
          data-column={key}
          data-over={over === key || undefined}
          aria-current={current === at ? "true" : undefined}
          onClick={(event) => {
            if (!onChoose) return;
            if (!folded) event.preventDefault();
            onChoose(at);
          }}
        >
          <b>{formatNumber(count)}</b>
          <StatusMark kind={hue}>{label}</StatusMark>
        </a>
      ))}
    </nav>
  );
}
