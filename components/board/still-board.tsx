import { formatNumber } from "@/components/ui/format.ts";
import { Link } from "@/components/ui/link.tsx";
import { type BoardProps, cardAddress, columnTracks } from "./board-props.ts";
import { CardFace } from "./card-face.tsx";
import { ColumnFrame } from "./column-frame.tsx";
import { ColumnSwitch } from "./column-switch.tsx";

/** The board as the server writes it: it can be read and followed before any script is there. */
export function StillBoard({ columns, from, by }: BoardProps) {
  return (
    <div className="board" data-by={by}>
      <ColumnSwitch columns={columns} />
      <div className="board__columns" style={columnTracks(columns)}>
        {columns.map((column, at) => (
          <ColumnFrame key={column.key} column={column} at={at}>
            {column.folded ? (
              <div className="board-cards" />
            ) : (
              <div className="board-cards">
                <ul className="board-cards__still">
                  {column.cards.map((card) => (
                    <li key={card.id} className="board-card" data-row data-card={card.id}>
                      <CardFace card={card} href={cardAddress(from, card.id)} />
                    </li>
                  ))}
                </ul>
                {column.next && (
                  <Link href={column.table} className="board-more">
                    Show all {formatNumber(column.count)} in the table
                  </Link>
                )}
              </div>
            )}
          </ColumnFrame>
        ))}
      </div>
    </div>
  );
}
