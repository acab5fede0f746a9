import { randomUUID } from 'node:crypto';
import { commands, type CommandName } from '@parley/shared-types';
import { fromAck, Line } from '../line.js';
import { refusalOf } from '../refusal.js';
import { Server } from '../server.js';
import { commandCases, OPEN_TO_ALL } from './cases.js';
import { setScene, type Scene } from './scene.js';
import { fieldsOf, tampered } from './wrong-values.js';

const names = Object.keys(commands) as CommandName[];
const having = (field: string) => names.filter((name) => fieldsOf(commands[name].payload).includes(field));
const inRooms = having('roomId');
const onMessages = having('messageId');

describe('every socket command', () => {
  let server: Server;
  let scene: Scene;

  beforeAll(async () => {
    server = await Server.start();
    scene = await setScene(server);
  });
  afterAll(() => server.stop());

  const goodOf = async (name: CommandName) => (await commandCases[name](scene)) as Record<string, unknown>;
  const ask = async (line: Line, name: CommandName, payload: unknown): Promise<unknown> =>
    fromAck(name, await line.send(name, payload));

  it.each(names)('%s answers as the contract says', async (name) => {
    await ask(scene.ada.line, name, await goodOf(name));
  });

  it.each(names)('%s refuses a field it does not know', async (name) => {
    const payload = { ...(await goodOf(name)), userId2: scene.grace.id, senderId: scene.grace.id };

    expect(await refusalOf(ask(scene.ada.line, name, payload))).toBe('validation_failed');
  });

  it.each(names)('%s refuses the wrong value in every field', async (name) => {
    const good = await goodOf(name);

    for (const { field, value, given, fits } of tampered(commands[name].payload, good)) {
      const ack = await scene.ada.line.send(name, given);
      const code = ack.ok ? 'ok' : ack.error.code;
      const what = `${field} = ${JSON.stringify(value).slice(0, 40)}`;
      if (fits) expect({ what, code }).not.toEqual({ what, code: 'internal' });
      else expect({ what, code }).toEqual({ what, code: 'validation_failed' });
    }
  });

  it.each(inRooms)('%s knows nothing of an unknown room', async (name) => {
    const payload = { ...(await goodOf(name)), roomId: randomUUID() };

    expect(await refusalOf(ask(scene.ada.line, name, payload))).toBe('not_found');
  });

  it.each(inRooms)("%s does not tell a stranger of other people's rooms", async (name) => {
    const good = await goodOf(name);

    for (const { id } of [scene.direct, scene.group]) {
      expect(await refusalOf(ask(scene.linus.line, name, { ...good, roomId: id }))).toBe('not_found');
    }
  });

  it.each(inRooms.filter((name) => !OPEN_TO_ALL.has(name)))(
    '%s is forbidden to those outside a channel',
    async (name) => {
      const payload = { ...(await goodOf(name)), roomId: scene.channel.id };

      expect(await refusalOf(ask(scene.linus.line, name, payload))).toBe('forbidden');
    },
  );

  it.each(onMessages)('%s knows nothing of an unknown message', async (name) => {
    const payload = { ...(await goodOf(name)), messageId: randomUUID() };

    expect(await refusalOf(ask(scene.ada.line, name, payload))).toBe('not_found');
  });

  it.each(onMessages)("%s does not tell a stranger of other people's messages", async (name) => {
    const good = await goodOf(name);

    for (const { id } of [scene.said.direct, scene.said.group]) {
      expect(await refusalOf(ask(scene.linus.line, name, { ...good, messageId: id }))).toBe('not_found');
    }
  });

  it.each(onMessages)('%s is forbidden to those outside the channel of a message', async (name) => {
    const payload = { ...(await goodOf(name)), messageId: scene.said.channel.id };

    expect(await refusalOf(ask(scene.linus.line, name, payload))).toBe('forbidden');
  });

  it('none is in the table that is not in the contract', () => {
    expect(Object.keys(commandCases).sort()).toEqual([...names].sort());
  });

  it('the handshake is closed to who has no session', async () => {
    for (const token of [undefined, '', 'x.y.z']) {
      await expect(Line.open(server.url, token)).rejects.toMatchObject({ data: { code: 'unauthenticated' } });
    }
  });
});
