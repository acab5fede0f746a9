import { randomUUID } from 'node:crypto';
import { PresenceService } from '../../src/features/presence/presence.service.js';
import { TypingService } from '../../src/features/typing/typing.service.js';
import { replaced } from '../replaced.js';
import { Server } from '../server.js';
import { setScene, type Scene } from './scene.js';

describe('no input leaves an ack unanswered', () => {
  let server: Server;
  let scene: Scene;

  beforeAll(async () => {
    server = await Server.start();
    scene = await setScene(server);
  });
  afterAll(() => server.stop());

  const service = <Type extends object>(type: new (...args: never[]) => Type) => server.api.app.get(type);
  const draft = (body: string) => ({ roomId: scene.group.id, clientId: randomUUID(), body });
  const codeOf = async (event: string, ...args: unknown[]) => {
    const ack = await scene.ada.line.send(event, ...args);
    return ack.ok ? 'ok' : ack.error.code;
  };

  it('a throw inside is answered with nothing of the inside, and logged under the same id', async () => {
    const fault = () => Promise.reject(new Error('SELECT secret FROM vault'));
    await replaced(service(PresenceService), 'updateMe', fault, async () => {
      const ack = await scene.ada.line.send('presence:set', { status: 'online' });

      if (ack.ok) throw new Error('It should have been refused');
      expect(ack.error.code).toBe('internal');
      expect(JSON.stringify(ack)).not.toContain('vault');
      expect(server.log.accept()).toMatchObject([{ message: { requestId: ack.error.requestId } }]);
    });
  });

  it('a throw before the first await is answered as well', async () => {
    const fault = () => {
      throw new Error('at once');
    };
    await replaced(service(PresenceService), 'updateMe', fault, async () => {
      expect(await codeOf('presence:set', { status: 'online' })).toBe('internal');
      expect(server.log.accept()).toHaveLength(1);
    });
  });

  it('an empty return is answered', async () => {
    const nothing = () => Promise.resolve(undefined as never);
    await replaced(service(TypingService), 'stop', nothing, async () => {
      expect(await codeOf('typing:stop', { roomId: scene.group.id })).toBe('ok');
    });
  });

  it("a guard's refusal is answered", async () => {
    const ack = await scene.linus.line.send('message:send', { ...draft('x'), roomId: scene.channel.id });

    expect(ack).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  it.each([
    ['no payload', []],
    ['null', [null]],
    ['an array', [[{ roomId: randomUUID(), clientId: randomUUID(), body: 'x' }]]],
    ['a string', ['x']],
    ['a number', [7]],
    ['bytes', [Buffer.from('x')]],
    ['bytes inside', [{ roomId: randomUUID(), clientId: randomUUID(), body: Buffer.from('x') }]],
    ['a thousand levels', [JSON.parse('['.repeat(1_000) + ']'.repeat(1_000))]],
  ])('%s for a payload is refused', async (_, args) => {
    expect(await codeOf('message:send', ...args)).toBe('validation_failed');
  });

  it('the errors name the field', async () => {
    const ack = await scene.ada.line.send('message:send', { ...draft('x'), body: 7 });

    expect(ack).toMatchObject({ ok: false, error: { errors: [{ path: 'body' }] } });
  });

  it.each(['no:such', '', 'error', 'message:created', '__proto__', 'constructor', 'x'.repeat(5_000)])(
    'an unknown event is refused: %s',
    async (event) => {
      expect(await codeOf(event, {})).toBe('validation_failed');
    },
  );

  it('an ack that is no function does not keep a command from being served', async () => {
    scene.ada.line.socket.emit('message:send', draft('with a string for an ack'), 'ack' as never);

    await scene.grace.hears('with a string for an ack');
  });

  it('a client without an ack is served all the same', async () => {
    scene.ada.line.socket.emit('message:send', draft('without an ack'));

    await scene.grace.hears('without an ack');
  });

  it('more arguments than one change nothing', async () => {
    expect(await codeOf('typing:stop', { roomId: scene.group.id }, 'x', 'y')).toBe('ok');
  });
});
