import { randomUUID } from 'node:crypto';
import { routes, type Route, type RouteName } from '@parley/shared-types';
import { signIn } from '../people.js';
import { refusalOf } from '../refusal.js';
import { callRoute, fromAnswer, http, toRequest } from '../rest.js';
import { Server } from '../server.js';
import { EXTERNAL } from '../external-token.js';
import { OPEN_TO_ALL, routeCallers, routeCases } from './cases.js';
import { setScene, type Scene } from './scene.js';
import { fieldsOf, tampered } from './wrong-values.js';

type Given = Record<string, unknown>;

const names = Object.keys(routes) as RouteName[];
const routeOf = (name: RouteName): Route => routes[name];
const isForFew = (name: RouteName) => ['admin', 'operator'].includes(routeOf(name).access ?? '');
/** Routes about something that is known to some people and not to others. */
const havingPath = (field: string) =>
  names.filter((name) => fieldsOf(routeOf(name).path).includes(field) && !isForFew(name));

describe('every REST route', () => {
  let server: Server;
  let scene: Scene;

  beforeAll(async () => {
    server = await Server.start(EXTERNAL);
    scene = await setScene(server);
  });
  afterAll(() => server.stop());

  const goodOf = async (name: RouteName) => (await routeCases[name](scene)) as Given;
  const callerOf = async (name: RouteName, elseToken: string): Promise<string> => {
    const own = await routeCallers[name]?.(scene);
    if (own) return own;
    const { access } = routeOf(name);
    if (access === 'operator') return server.operatorToken();
    return access === 'admin' ? scene.admin.token : elseToken;
  };
  const call = (name: RouteName, token: string | undefined, given: Given) =>
    callRoute(server.url, token, name, given as never);
  const send = (name: RouteName, given: Given, token?: string, headers = {}) => {
    const { path, body } = toRequest(routeOf(name), given);
    return http(server.url, routeOf(name).method, path, { token, body, headers });
  };

  it.each(names)('%s answers as the contract says', async (name) => {
    const { token } = await signIn(server, 'ada');
    const route = routeOf(name);

    const answer = await send(name, await goodOf(name), await callerOf(name, token));

    fromAnswer(route, answer, name);
    expect(answer.status).toBe(route.status ?? (route.data ? 200 : 204));
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.get('x-powered-by')).toBeNull();
  });

  it.each(names.filter((name) => routeOf(name).access !== 'public'))(
    '%s is closed to who has no session',
    async (name) => {
      const given = await goodOf(name);

      expect(await refusalOf(call(name, undefined, given))).toBe('unauthenticated');
      expect(await refusalOf(call(name, 'x.y.z', given))).toBe('unauthenticated');
    },
  );

  it.each(names)('%s refuses a field it does not know', async (name) => {
    const given = { ...(await goodOf(name)), userName: 'grace', senderId: scene.grace.id };

    const token = await callerOf(name, scene.ada.token);

    expect(await refusalOf(call(name, token, given))).toBe('validation_failed');
  });

  it.each(names.filter((name) => routeOf(name).body ?? routeOf(name).query))(
    '%s refuses the wrong value in every field',
    async (name) => {
      const route = routeOf(name);
      const good = await goodOf(name);

      for (const { field, value, given, fits } of tampered((route.body ?? route.query)!, good, !route.body)) {
        const { status } = await send(name, given, await callerOf(name, scene.ada.token));
        const what = `${field} = ${JSON.stringify(value).slice(0, 40)}`;
        expect({ what, status: fits ? status < 500 : status }).toEqual({ what, status: fits ? true : 400 });
      }
    },
  );

  it.each(names.filter((name) => routeOf(name).path))('%s refuses an id that is none', async (name) => {
    for (const field of fieldsOf(routeOf(name).path)) {
      for (const id of ['x', '1', '0190aa', "' OR 1=1 --", '\0', 'NULL', '%', '\u202e']) {
        const given = { ...(await goodOf(name)), [field]: id };
        const token = await callerOf(name, scene.ada.token);
        expect(await refusalOf(call(name, token, given))).toBe('validation_failed');
      }
    }
  });

  it.each(names.filter((name) => routeOf(name).path))('%s knows nothing by an unknown id', async (name) => {
    for (const field of fieldsOf(routeOf(name).path).filter((known) => known.endsWith('Id'))) {
      const given = { ...(await goodOf(name)), [field]: randomUUID() };
      const token = await callerOf(name, scene.ada.token);
      expect(await refusalOf(call(name, token, given))).toBe('not_found');
    }
  });

  it.each(havingPath('roomId'))("%s does not tell a stranger of other people's rooms", async (name) => {
    const good = await goodOf(name);

    for (const { id } of [scene.direct, scene.group]) {
      expect(await refusalOf(call(name, scene.linus.token, { ...good, roomId: id }))).toBe('not_found');
    }
  });

  it.each(havingPath('roomId').filter((name) => !OPEN_TO_ALL.has(name)))(
    '%s is forbidden to those outside a channel',
    async (name) => {
      const given = { ...(await goodOf(name)), roomId: scene.channel.id };

      expect(await refusalOf(call(name, scene.linus.token, given))).toBe('forbidden');
    },
  );

  it.each(havingPath('messageId'))("%s does not tell a stranger of other people's messages", async (name) => {
    const good = await goodOf(name);

    for (const { id } of [scene.said.direct, scene.said.group]) {
      expect(await refusalOf(call(name, scene.linus.token, { ...good, messageId: id }))).toBe('not_found');
    }
  });

  it.each(havingPath('messageId'))(
    '%s is forbidden to those outside the channel of a message',
    async (name) => {
      const given = { ...(await goodOf(name)), messageId: scene.said.channel.id };

      expect(await refusalOf(call(name, scene.linus.token, given))).toBe('forbidden');
    },
  );

  it.each(names.filter(isForFew))('%s is closed to people who are no admins', async (name) => {
    const given = await goodOf(name);

    for (const { token } of [scene.ada, scene.linus]) {
      expect(await refusalOf(call(name, token, given))).toBe('forbidden');
    }
  });

  it.each(names.filter((name) => routeOf(name).access === 'operator'))(
    '%s is closed to admins too',
    async (name) => {
      expect(await refusalOf(call(name, scene.admin.token, await goodOf(name)))).toBe('forbidden');
    },
  );

  it.each(names.filter((name) => routeOf(name).access === 'admin'))(
    "%s is open to the operator's tool",
    async (name) => {
      await call(name, await server.operatorToken(), await goodOf(name));
    },
  );

  it.each(names.filter((name) => !isForFew(name) && routeOf(name).access !== 'public'))(
    "%s is closed to the operator's tool, which is nobody",
    async (name) => {
      expect(await refusalOf(call(name, await server.operatorToken(), await goodOf(name)))).toBe(
        'unauthenticated',
      );
    },
  );

  it('none is in the table that is not in the contract', () => {
    expect(Object.keys(routeCases).sort()).toEqual([...names].sort());
  });

  it('people who do not exist can neither be written to nor brought in', async () => {
    const { ada, group } = scene;
    const nobody = randomUUID();

    expect(await refusalOf(ada.calls('openDirect', { userId: nobody }))).toBe('not_found');
    expect(await refusalOf(ada.calls('addMembers', { roomId: group.id, userIds: [nobody] }))).toBe(
      'not_found',
    );
    const room = { kind: 'group' as const, name: 'x', memberIds: [nobody] };
    expect(await refusalOf(ada.calls('createRoom', room))).toBe('not_found');
  });
});
