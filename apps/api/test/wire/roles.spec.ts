import type { Room, RoomRole } from '@parley/shared-types';
import { people } from '../people.js';
import type { Person } from '../person.js';
import { refusalOf } from '../refusal.js';
import { Server } from '../server.js';

describe('roles', () => {
  let server: Server;
  let ada: Person, grace: Person, linus: Person;
  let room: Room;

  beforeAll(async () => {
    server = await Server.start();
    ({ ada, grace, linus } = await people(server));
  });
  beforeEach(async () => {
    room = await ada.creates('group', 'roles', grace, linus);
  });
  afterAll(() => server.stop());

  const makes = (who: Person, other: Person, role: RoomRole) =>
    who.calls('updateMember', { roomId: room.id, userId: other.id, role });
  const rename = (who: Person, name: string) => who.calls('updateRoom', { roomId: room.id, name });
  const archive = (who: Person) => who.calls('archiveRoom', { roomId: room.id });
  const rolesNow = async () => {
    const { items } = await ada.calls('members', { roomId: room.id });
    return Object.fromEntries(items.map(({ user, role }) => [user.username, role]));
  };

  it('members may talk and invite, and nothing more', async () => {
    expect(await refusalOf(rename(grace, 'x'))).toBe('forbidden');
    expect(await refusalOf(archive(grace))).toBe('forbidden');
    expect(await refusalOf(grace.removes(linus, room))).toBe('forbidden');
    expect(await refusalOf(makes(grace, grace, 'owner'))).toBe('forbidden');
  });

  it('moderators rename and remove members, but neither each other nor the owner', async () => {
    await makes(ada, grace, 'moderator');

    await rename(grace, 'renamed');
    await linus.isTold('room:updated', ({ id, name }) => id === room.id && name === 'renamed');
    expect(await refusalOf(archive(grace))).toBe('forbidden');
    expect(await refusalOf(makes(grace, linus, 'moderator'))).toBe('forbidden');
    expect(await refusalOf(grace.removes(ada, room))).toBe('forbidden');
    await makes(ada, linus, 'moderator');
    expect(await refusalOf(grace.removes(linus, room))).toBe('forbidden');
    await makes(ada, linus, 'member');
    await grace.removes(linus, room);
    expect(await rolesNow()).toEqual({ ada: 'owner', grace: 'moderator' });
  });

  it('making somebody owner passes the room on', async () => {
    await makes(ada, grace, 'owner');

    expect(await rolesNow()).toEqual({ ada: 'moderator', grace: 'owner', linus: 'member' });
    expect(await refusalOf(archive(ada))).toBe('forbidden');
    const told = await ada.isTold('room:updated', ({ id }) => id === room.id);
    expect(told.me).toMatchObject({ role: 'moderator' });
  });

  it('of two who are made owner at once, one is', async () => {
    const outcomes = await Promise.allSettled([makes(ada, grace, 'owner'), makes(ada, linus, 'owner')]);

    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(Object.values(await rolesNow()).sort()).toEqual(['member', 'moderator', 'owner']);
  });

  it('an owner cannot step down without an heir', async () => {
    expect(await refusalOf(makes(ada, ada, 'member'))).toBe('forbidden');
  });

  it('when the owner leaves a moderator inherits, else who was there first', async () => {
    await makes(ada, linus, 'moderator');

    await ada.leaves(room);
    const mine = async (who: Person) => (await who.sees(room)).me!.role;
    expect([await mine(linus), await mine(grace)]).toEqual(['owner', 'member']);
    await linus.leaves(room);
    expect(await mine(grace)).toBe('owner');
    await grace.leaves(room);
    expect(await refusalOf(grace.sees(room))).toBe('not_found');
  });

  it('who inherits a room hears of it and owns it at once', async () => {
    await grace.says(room, 'only a member');

    await ada.leaves(room);

    const told = await grace.isTold('room:updated', ({ id, me }) => id === room.id && me?.role === 'owner');
    expect(told.memberCount).toBe(2);
    expect((await archive(grace)).archivedAt).not.toBeNull();
  });
});
