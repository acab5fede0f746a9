import { commands, CommandError, facts } from '@parley/shared-types';
import * as z from 'zod';

const schemaOf = (schema: z.core.$ZodType, io: 'input' | 'output') => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

/** AsyncAPI allows no colon in a key; the event's name stays in `name`. */
const keyOf = (name: string) => name.replace(':', '_');

const message = (name: string, summary: string, payload: object) => ({ name, summary, payload });

const ack = (data: z.core.$ZodType) => ({
  oneOf: [
    {
      type: 'object',
      properties: { ok: { const: true }, data: schemaOf(data, 'output') },
      required: ['ok', 'data'],
    },
    {
      type: 'object',
      properties: { ok: { const: false }, error: schemaOf(CommandError, 'output') },
      required: ['ok', 'error'],
    },
  ],
});

/** AsyncAPI 3 of every socket event, generated from the schemas that validate it. */
export function asyncApiDocument(version: string) {
  const channel = { $ref: '#/channels/socket' };
  const messages: Record<string, object> = {};
  const operations: Record<string, object> = {};
  const at = (key: string) => ({ $ref: `#/channels/socket/messages/${key}` });

  for (const [name, { payload, data, summary }] of Object.entries(commands)) {
    const key = keyOf(name);
    messages[key] = message(name, summary, schemaOf(payload, 'input'));
    messages[`${key}_ack`] = message(`${name} ack`, 'The answer', ack(data));
    const reply = { channel, messages: [at(`${key}_ack`)] };
    operations[key] = { action: 'receive', channel, summary, messages: [at(key)], reply };
  }
  for (const [name, { payload, summary }] of Object.entries(facts)) {
    const key = keyOf(name);
    messages[key] = message(name, summary, schemaOf(payload, 'output'));
    operations[key] = { action: 'send', channel, summary, messages: [at(key)] };
  }
  return {
    asyncapi: '3.0.0',
    info: { title: 'Parley', version, description: 'Socket.IO v4, path /socket.io, namespace /.' },
    channels: { socket: { address: '/socket.io', messages } },
    operations,
  };
}
