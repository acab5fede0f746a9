import { randomUUID } from 'node:crypto';
import { commands, routes, type CommandName, type RoomKind, type RouteName } from '@parley/shared-types';
import { EXTERNAL } from '../external-token.js';
import { fromAck } from '../line.js';
import type { Person } from '../person.js';
import { Refusal } from '../refusal.js';
import { callRoute } from '../rest.js';
import { Server } from '../server.js';
import { commandCases, routeCallers, routeCases } from './cases.js';
import { amongStrangers, at, castOf, placeOf, type Cast, type Place } from './places.js';
import {
  COMMAND_RIGHTS,
  ROUTE_RIGHTS,
  SPOILS,
  WAYS,
  type Anywhere,
  type InRoom,
  type Right,
} from './rights.js';
import { setScene, type Scene } from './scene.js';

type Given = Record<string, unknown>;
type Who = 'owner' | 'moderator' | 'member' | 'former' | 'stranger' | 'admin';
type Answers = Partial<Record<Who | 'signedOut', string>>;
type Act = (who: Person, given: Given) => Promise<unknown>;

const EVERYONE: Who[] = ['owner', 'moderator', 'member', 'former', 'stranger', 'admin'];
/** Nobody of these owns or moderates a direct room, or was in it before. */
const AROUND_DIRECT: Who[] = ['member', 'owner', 'stranger', 'admin'];

const inRooms = <Name extends string>(rights: Record<Name, Right>) =>
  (Object.keys(rights) as Name[]).filter((name) => typeof rights[name] !== 'string');
const anywhere = <Name extends string>(rights: Record<Name, Right>) =>
  (Object.keys(rights) as Name[]).filter((name) => typeof rights[name] === 'string');

function expectedIn(kind: RoomKind, { inside, direct, outsideChannel }: InRoom): Answers {
  const outside = kind === 'channel' ? outsideChannel : 'not_found';
  if (kind === 'direct') return { member: direct, owner: outside, stranger: outside, admin: outside };
  const [owner, moderator, member] = inside;
  return { owner, moderator, member, former: outside, stranger: outside, admin: outside };
}

function expectedAnywhere(right: Anywhere, isForAdmins: boolean): Answers {
  const of = (who: Who) => {
    if (right === 'few') return who === 'admin' && isForAdmins ? 'ok' : 'forbidden';
    return right === 'own' && who !== 'owner' ? 'not_found' : 'ok';
  };
  return Object.fromEntries(EVERYONE.map((who) => [who, of(who)]));
}

describe('who may do what', () => {
  let server: Server;
  let scene: Scene;
  let cast: Cast;
  /** Where what spoils nothing is done, by kind. */
  let common: Record<RoomKind, Place>;

  beforeAll(async () => {
    server = await Server.start(EXTERNAL);
    scene = await setScene(server);
    cast = await castOf(scene);
    const [direct, group, channel] = await Promise.all([
      placeOf('direct', cast),
      placeOf('group', cast),
      placeOf('channel', cast),
    ]);
    common = { direct, group, channel };
  });
  afterAll(() => server.stop());

  const outcomeOf = (doing: Promise<unknown>): Promise<string> =>
    doing.then(
      () => 'ok',
      (error: unknown) => {
        if (error instanceof Refusal) return error.code;
        throw error;
      },
    );
  const wordsOf = (doing: Promise<unknown>): Promise<string> =>
    doing.then(
      () => 'ok',
      (error: unknown) => (error as Error).message,
    );

  const answersIn = async (kind: RoomKind, name: RouteName | CommandName, good: Given, act: Act) => {
    const answers: Answers = {};
    for (const who of kind === 'direct' ? AROUND_DIRECT : EVERYONE) {
      const place = SPOILS.has(name) ? await placeOf(kind, cast) : common[kind];
      answers[who] = await outcomeOf(act(cast[who], at(place, cast, good)));
    }
    return answers;
  };
  const answersAnywhere = async (good: () => Promise<Given>, act: Act) => {
    const answers: Answers = {};
    for (const who of EVERYONE) answers[who] = await outcomeOf(act(cast[who], await good()));
    return answers;
  };

  const kinds = ['group', 'channel', 'direct'] as const;

  describe('over REST', () => {
    const call = (name: RouteName, token: string | undefined, given: Given) =>
      callRoute(server.url, token, name, given as never);
    const goodOf = async (name: RouteName) => (await routeCases[name](scene)) as Given;

    it.each(inRooms(ROUTE_RIGHTS))('%s', async (name) => {
      const right = ROUTE_RIGHTS[name] as InRoom;
      const good = await goodOf(name);

      for (const kind of kinds) {
        const answers = await answersIn(kind, name, good, (who, given) => call(name, who.token, given));
        const signedOut = await outcomeOf(call(name, undefined, at(common[kind], cast, good)));

        const expected = { ...expectedIn(kind, right), signedOut: 'unauthenticated' };
        expect({ kind, ...answers, signedOut }).toEqual({ kind, ...expected });
      }
    });

    it.each(WAYS)('$name: $way', async ({ name, given, right }) => {
      for (const kind of kinds) {
        const answers = await answersIn(kind, name, { roomId: '' }, (who, { roomId }) =>
          call(name, who.token, { roomId, ...given(cast) }),
        );

        expect({ kind, ...answers }).toEqual({ kind, ...expectedIn(kind, right) });
      }
    });

    it.each(anywhere(ROUTE_RIGHTS))('%s', async (name) => {
      const right = ROUTE_RIGHTS[name] as Anywhere;
      const { access } = routes[name] as { access?: string };
      const good = async () => amongStrangers(scene, await goodOf(name));
      // What ends sessions, or asks for a password, is done by somebody new each time.
      const tokenOf = async (who: Person) =>
        name === 'logout' || routeCallers[name] ? await routeCallers.setPassword!(scene) : who.token;

      const answers = await answersAnywhere(good, async (who, given) =>
        call(name, await tokenOf(who), given),
      );
      const signedOut = await outcomeOf(call(name, undefined, await good()));

      expect({ ...answers, signedOut }).toEqual({
        ...expectedAnywhere(right, access === 'admin'),
        signedOut: right === 'everybody' ? 'ok' : 'unauthenticated',
      });
    });

    it.each(inRooms(ROUTE_RIGHTS))(
      '%s refuses what one may not know of like what there is not',
      async (name) => {
        const { token } = cast.stranger;
        const given = at(common.group, cast, await goodOf(name));
        const hidden = await wordsOf(call(name, token, given));

        expect(hidden).toBe(await wordsOf(call(name, token, elsewhere(given))));
      },
    );
  });

  describe('over the socket', () => {
    const ask = async (who: Person, name: CommandName, given: Given) =>
      fromAck(name, await who.line.send(name, given)) as unknown;
    const goodOf = async (name: CommandName) => (await commandCases[name](scene)) as Given;

    it.each(inRooms(COMMAND_RIGHTS))('%s', async (name) => {
      const good = await goodOf(name);

      for (const kind of kinds) {
        const answers = await answersIn(kind, name, good, (who, given) => ask(who, name, given));

        expect({ kind, ...answers }).toEqual({ kind, ...expectedIn(kind, COMMAND_RIGHTS[name] as InRoom) });
      }
    });

    it.each(anywhere(COMMAND_RIGHTS))('%s', async (name) => {
      const good = async () => amongStrangers(scene, await goodOf(name));

      const answers = await answersAnywhere(good, (who, given) => ask(who, name, given));

      expect(answers).toEqual(expectedAnywhere(COMMAND_RIGHTS[name] as Anywhere, false));
    });

    it.each(inRooms(COMMAND_RIGHTS))(
      '%s refuses what one may not know of like what there is not',
      async (name) => {
        const given = at(common.group, cast, await goodOf(name));
        const hidden = await wordsOf(ask(cast.stranger, name, given));

        expect(hidden).toBe(await wordsOf(ask(cast.stranger, name, elsewhere(given))));
      },
    );
  });

  it('the tables name every route and every command', () => {
    expect(Object.keys(ROUTE_RIGHTS).sort()).toEqual(Object.keys(routes).sort());
    expect(Object.keys(COMMAND_RIGHTS).sort()).toEqual(Object.keys(commands).sort());
  });
});

/** The same of a room, or of a message, that there is not. */
const elsewhere = (given: Given): Given => ({
  ...given,
  ...('roomId' in given && { roomId: randomUUID() }),
  ...('messageId' in given && { messageId: randomUUID() }),
});
