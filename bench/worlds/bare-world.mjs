import { randomUUID } from 'node:crypto';

/** People and rooms of a server that knows neither: a person's handshake names their rooms. */
export class BareWorld {
  roomsOfEveryone = 0;

  async signUp(count) {
    return Array.from({ length: count }, () => {
      const id = randomUUID();
      return { id, auth: { id, rooms: [] } };
    });
  }

  async openRoom(people) {
    const roomId = randomUUID();
    for (const { auth } of people) auth.rooms.push(roomId);
    return roomId;
  }
}
