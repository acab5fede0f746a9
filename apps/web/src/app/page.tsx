import { redirect } from 'next/navigation';
import { answerDown } from '@/features/connection/answers';
import { preferences } from '@/lib/server/preferences';
import { requestApi } from '@/lib/server/request-api';
import { isDown, signInFirst } from '@/lib/server/sign-in-first';

/** The last room, or the liveliest one, or the list when there is none. */
const Home = async () => {
  const [api, { lastRoom }] = await Promise.all([requestApi(), preferences()]);
  const rooms = await api.call('rooms', { limit: 500 }).catch((error: unknown) => {
    signInFirst(error, '/');
    if (isDown(error)) return null;
    throw error;
  });
  if (!rooms) return answerDown('/');
  const room = rooms.items.find(({ id }) => id === lastRoom) ?? rooms.items[0];
  redirect(room ? `/rooms/${room.id}` : '/rooms');
};

export default Home;
