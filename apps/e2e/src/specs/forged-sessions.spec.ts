import { claimsOf, secondsFromNow, signedToken, unsignedToken } from '../people/jwt.js';
import { expect, test } from '../people/people.js';
import { SESSION_SECRET } from '../servers/session-secret.js';

test('a cookie that was forged shows the sign-in page, and nothing else', async ({ ada, grace }) => {
  const account = await ada.account();
  const room = await account.opens(await grace.account());
  await account.posts(room, 'between us');
  const claims = claimsOf(account.token);
  const good = signedToken(claims, SESSION_SECRET);
  const forged = {
    'without a signature': unsignedToken(claims),
    'signed with another key': signedToken(claims, 'another key, as long as the real one is'),
    'with an algorithm that is not ours': signedToken(claims, SESSION_SECRET, { alg: 'HS512' }),
    'that points to a key of its own': signedToken(claims, '', { alg: 'HS256', kid: '/dev/null' }),
    'whose time is over': signedToken({ ...claims, exp: secondsFromNow(-1) }, SESSION_SECRET),
    'of another issuer': signedToken({ ...claims, iss: 'parley-operator' }, SESSION_SECRET),
    'for another person': signedToken({ ...claims, sub: (await grace.account()).id }, SESSION_SECRET),
  };

  const answerTo = async (token: string) => {
    const answer = await fetch(`${ada.url}/rooms/${room.id}`, {
      headers: { cookie: `session=${token}` },
      redirect: 'manual',
    });
    const [location, text] = [answer.headers.get('location') ?? '', await answer.text()];
    return { leads: location || answer.status, says: text.includes('between us') };
  };
  expect(await answerTo(good)).toEqual({ leads: 200, says: true });
  for (const [how, token] of Object.entries(forged)) {
    const answer = await answerTo(token);
    expect(answer.leads, how).toMatch(/^\/login\?next=/);
    expect(answer.says, how).toBe(false);
  }
});
