import { newId } from './new-id.js';

const V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const { randomUUID } = crypto;

afterEach(() => void Object.assign(crypto, { randomUUID }));

test.each([
  ['a secure', randomUUID],
  ['an insecure', undefined],
])('an id of a page of %s origin is a random UUID', (_, available) => {
  Object.assign(crypto, { randomUUID: available });
  const ids = Array.from({ length: 100 }, newId);
  expect(new Set(ids).size).toBe(100);
  for (const id of ids) expect(id).toMatch(V4);
});
