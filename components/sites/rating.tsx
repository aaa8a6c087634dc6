import { Icon } from "../ui/icon.tsx";
import { starIcon } from "../ui/icons.ts";

const stars = [1, 2, 3, 4, 5];

/** A rating in stars; a number that stars cannot tell is shown as it is. */
export function Rating({ value }: { value: number }) {
  if (!stars.includes(value)) return <span title="Rating">{value}</span>;
  return (
    <span className="rating" title={`${value} of 5`}>
      <span className="sr-only">{value} of 5</span>
      {stars.map((star) => (
        <Icon of={starIcon} key={star} data-on={star <= value || undefined} />
      ))}
    </span>
  );
}
