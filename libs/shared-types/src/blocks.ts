import * as z from 'zod/mini';
import { Id } from './primitives.js';
import { User } from './users.js';

/** People whom I block: they cannot write to me alone, and what they write elsewhere is folded for me. */
export const BlockList = z.object({ items: z.array(User) });

/** To my own devices: everyone whom I block now. */
export const BlocksUpdated = z.object({ userIds: z.array(Id) });
