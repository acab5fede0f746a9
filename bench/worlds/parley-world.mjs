import { randomBytes } from 'node:crypto';
import { inParallel } from '../load/in-parallel.mjs';

const CALLS_AT_ONCE = 16;
const MEMBERS_PER_CALL = 100;

/** People and rooms made through the REST API, as any client would. */
export class ParleyWorld {
  /** Everyone is in `general`. */
  roomsOfEveryone = 1;

  constructor(origin) {
    this.api = `${origin}/api/v1`;
  }

  async signUp(count) {
    const run = randomBytes(4).toString('hex');
    const names = Array.from({ length: count }, (_, n) => `load-${run}-${n}`);
    return inParallel(names, CALLS_AT_ONCE, async (username) => {
      const { user, token } = await this.#post('/auth/login', { username });
      return { id: user.id, auth: { token } };
    });
  }

  /** A direct room for two, a group for more. */
  async openRoom(people) {
    const [owner, ...others] = people;
    const ids = others.map(({ id }) => id);
    if (ids.length === 1) return (await this.#post('/rooms/direct', { userId: ids[0] }, owner)).id;

    const memberIds = ids.splice(0, MEMBERS_PER_CALL);
    const { id } = await this.#post('/rooms', { kind: 'group', name: 'load', memberIds }, owner);
    while (ids.length > 0) {
      await this.#post(`/rooms/${id}/members`, { userIds: ids.splice(0, MEMBERS_PER_CALL) }, owner);
    }
    return id;
  }

  async #post(path, body, person) {
    const response = await fetch(this.api + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(person && { authorization: `Bearer ${person.auth.token}` }),
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }
}
