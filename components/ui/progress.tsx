type Props = {
  label: string;
  /** left out where the progress is unknown */
  value?: number;
  max: number;
  /** "1,200 of 5,000 rows" */
  detail?: string;
};

/** Progress of a long task, with counts. */
export function Progress({ label, value, max, detail }: Props) {
  return (
    <div className="progress">
      <p className="progress__line">
        <span>{label}</span>
        {detail && <span className="progress__detail">{detail}</span>}
      </p>
      <progress aria-label={label} value={value} max={max} />
    </div>
  );
}
