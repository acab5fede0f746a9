import { AppError } from './app-error.js';

/** What a check refuses with, null when it passes; anything else that it throws stays thrown. */
export async function refusalOf(check: Promise<unknown>): Promise<AppError | null> {
  try {
    await check;
    return null;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
