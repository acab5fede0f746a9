import type { ColumnOptions } from 'typeorm';

/** Instants are stored as milliseconds since 1970, alike on every engine (some drivers give bigint as text). */
export const instant = {
  type: 'bigint',
  transformer: { to: (value: number | null) => value, from: (value: unknown) => fromBigint(value) },
} satisfies ColumnOptions;

const fromBigint = (value: unknown): number | null => (value === null ? null : Number(value));

/** The last position of a room that an `int` holds: what somebody asks for beyond it is not there. */
export const LAST_POSITION = 2 ** 31 - 1;

/** An id: UUIDv7 as text. */
export const id = { type: 'varchar', length: 36 } satisfies ColumnOptions;

/** Milliseconds, as a column or a raw query gives them → ISO 8601. */
export const iso = (ms: number | string): string => new Date(Number(ms)).toISOString();
export const isoOrNull = (ms: number | string | null): string | null => (ms === null ? null : iso(ms));
