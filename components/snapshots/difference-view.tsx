import type { Block } from "@/lib/capture/snapshots/blocks.ts";
import type { Part } from "@/lib/capture/snapshots/difference.ts";
import type { ValueDifference } from "@/lib/capture/snapshots/own-values.ts";
import { pluralize } from "../ui/format.ts";

/** So many parts are shown; two texts that share nothing would make thousands. */
const maxParts = 400;
/** Unchanged blocks in a row that stay open, at each side of a fold. */
const open = 1;

/** The places of what never moves, as keys. */
const numbered = <T,>(list: readonly T[]) => list.map((it, key) => ({ key, it }));

const Removed = ({ children }: { children: string }) => (
  <del>
    <span className="sr-only">removed: </span>
    {children}
  </del>
);

const Added = ({ children }: { children: string }) => (
  <ins>
    <span className="sr-only">added: </span>
    {children}
  </ins>
);

/** What changed between two texts of a posting and in its values, in words that a screen reader says too. */
export function DifferenceView({ parts, values }: { parts: Part[]; values: ValueDifference[] }) {
  const isSame = values.length === 0 && parts.every(({ kind }) => kind === "same");
  if (isSame) return <p className="dim">Both are the same.</p>;
  return (
    <div className="snapshot-difference">
      {values.length > 0 && (
        <dl className="description-list">
          {values.map(({ field, label, before, after }) => (
            <div key={field} className="snapshot-difference__value">
              <dt>{label}</dt>
              <dd>
                {before && <Removed>{before}</Removed>} {after && <Added>{after}</Added>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {numbered(parts.slice(0, maxParts)).map(({ key, it }) => (
        <PartView key={key} part={it} />
      ))}
      {parts.length > maxParts && (
        <p className="dim">The texts differ further on. Compare them at their pages.</p>
      )}
    </div>
  );
}

function PartView({ part }: { part: Part }) {
  if (part.kind === "same") return <SameBlocks blocks={part.blocks} />;
  const className = classOf(part.block);
  if (part.kind === "changed") {
    return (
      <p className={className}>
        {numbered(part.words).map(({ key, it: { text, only } }) => {
          if (!only) return text;
          const Mark = only === "before" ? Removed : Added;
          return <Mark key={key}>{text}</Mark>;
        })}
      </p>
    );
  }
  const Mark = part.kind === "removed" ? Removed : Added;
  return (
    <p className={className}>
      <Mark>{part.block.text}</Mark>
    </p>
  );
}

/** Unchanged blocks: the ends stand open, what lies between is folded. */
function SameBlocks({ blocks }: { blocks: Block[] }) {
  const folded = blocks.slice(open, -open);
  if (folded.length < 2) return <Blocks blocks={blocks} />;
  return (
    <>
      <Blocks blocks={blocks.slice(0, open)} />
      <details>
        <summary>{pluralize(folded.length, "unchanged paragraph")}</summary>
        <Blocks blocks={folded.slice(0, maxParts)} />
      </details>
      <Blocks blocks={blocks.slice(-open)} />
    </>
  );
}

const Blocks = ({ blocks }: { blocks: Block[] }) =>
  numbered(blocks).map(({ key, it }) => (
    <p key={key} className={classOf(it)}>
      {it.text}
    </p>
  ));

const classOf = ({ kind }: Block) => `snapshot-block snapshot-block--${kind}`;
