import { randomUUID } from 'node:crypto';

const FILLER = 'The ferry leaves at nine and the kettle is already on, so take your time.';

/** The `message:send` payload as JSON; `mark` can be read back from the body with `markOf`. */
export const messagePayload = (roomId, mark = 0) =>
  `{"roomId":"${roomId}","clientId":"${randomUUID()}","body":"${mark} ${FILLER}"}`;

export const markOf = (body) => Number.parseInt(body, 10);
