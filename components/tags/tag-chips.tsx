import type { Column } from "@/components/ui/table.tsx";
import type { Hue, Tag } from "@/lib/tags/values.ts";

/** The dot of a tag's hue, which its name stands beside. */
export const TagDot = ({ hue }: { hue: Hue }) => (
  <span className="tag-dot" data-hue={hue} aria-hidden />
);

type Props = {
  tags: readonly Tag[];
  /** how many are shown; the rest are counted */
  most: number;
};

/** The tags of a row, by name. */
export function TagChips({ tags, most }: Props) {
  const rest = tags.slice(most).map(({ name }) => name);
  return (
    <span className="tag-chips">
      {tags.slice(0, most).map(({ id, name, hue }) => (
        <span key={id} className="tag-chip" title={name}>
          <TagDot hue={hue} />
          <span className="tag-chip__name">{name}</span>
        </span>
      ))}
      {rest.length > 0 && (
        <span className="tag-chips__rest" title={rest.join(", ")}>
          <span aria-hidden>+{rest.length}</span>
          <span className="sr-only">and {rest.join(", ")}</span>
        </span>
      )}
    </span>
  );
}

/** The column of a list that shows each row's tags: the first, and how many more. */
export const tagsColumn = <Row extends { tags?: readonly Tag[] }>(
  spare: Column<Row>["spare"] = true,
  isSortable = true,
): Column<Row> => ({
  key: "tags",
  label: "Tags",
  spare,
  whole: true,
  sortable: isSortable,
  cell: ({ tags = [] }) => tags.length > 0 && <TagChips tags={tags} most={1} />,
});
