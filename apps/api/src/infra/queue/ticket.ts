import * as z from 'zod';
import type { Ticket } from './job.js';

const Ticket = z.object({ id: z.uuid(), topic: z.string(), attempts: z.number().int().min(0) });

/** Null for what is no ticket. */
export function ticketOf(content: Buffer): Ticket | null {
  try {
    return Ticket.parse(JSON.parse(content.toString()));
  } catch {
    return null;
  }
}
