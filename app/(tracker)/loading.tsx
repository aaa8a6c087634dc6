/** Holds the place of a page that is on its way. */
export default function Loading() {
  return (
    <div className="loading" role="status">
      <span className="sr-only">Loading</span>
      <div className="skeleton skeleton--title" />
      <div className="skeleton skeleton--line" />
      <div className="skeleton skeleton--block" />
    </div>
  );
}
