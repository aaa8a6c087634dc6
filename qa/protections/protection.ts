/** A security check: the line of source that makes it, how to disable that, and the test that must then fail. */
export type Protection = {
  what: string;
  file: string;
  line: string;
  /** what replaces the line */
  without: string;
  test: string;
  /** a part of the test's name */
  named: string;
};
