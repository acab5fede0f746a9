/** How many connections a process may have open to a database server, and how long it waits for one. Milliseconds. */
export type Pooling = {
  size: number;
  connectMs: number;
  /** For one statement: none of ours takes a tenth of it. */
  statementMs: number;
  /** For a row that somebody else is writing. */
  lockMs: number;
};

export const pooling = (size: number): Pooling => ({
  size,
  connectMs: 1_800,
  statementMs: 10_000,
  lockMs: 3_000,
});
