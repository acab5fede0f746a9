import * as z from 'zod/mini';
import { AppError } from './app-error.js';
import { parse } from './parse.js';

const Schema = z.strictObject({ room: z.strictObject({ names: z.array(z.string()) }) });

const refusalOf = (value: unknown): AppError => {
  try {
    parse(Schema, value);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('It should have been refused');
};

describe('parsing', () => {
  it('gives what the schema gives', () => {
    expect(parse(z._default(z.number(), 7), undefined)).toBe(7);
  });

  it('names every field that does not fit by its dotted path', () => {
    const { code, details } = refusalOf({ room: { names: ['x', 7, null] } });

    expect(code).toBe('validation_failed');
    expect(details.errors?.map(({ path }) => path)).toEqual(['room.names.1', 'room.names.2']);
  });

  it('does not answer a flood with a flood', () => {
    expect(refusalOf({ room: { names: Array(1_000).fill(7) } }).details.errors).toHaveLength(20);
  });
});
