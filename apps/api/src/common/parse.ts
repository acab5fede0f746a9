import * as z from 'zod';
import { AppError } from './app-error.js';

z.config(z.locales.en());

/** The value as the schema gives it. @throws AppError `validation_failed`, naming each field that does not fit */
export function parse<Schema extends z.core.$ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return parsed.data;

  const errors = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  const [first] = errors;
  const message = first ? `${first.path ? `${first.path}: ` : ''}${first.message}` : 'Invalid input';
  throw new AppError('validation_failed', message, { errors: errors.slice(0, 20) });
}
