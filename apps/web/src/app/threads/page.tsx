import { answerDown } from '@/features/connection/answers';
import { Messenger } from '@/features/shell/messenger';
import { ThreadsPage } from '@/features/threads/threads-page';
import { pageContext } from '@/lib/server/page-context';
import { requestApi } from '@/lib/server/request-api';
import { isDown, signInFirst } from '@/lib/server/sign-in-first';

/** The threads that a person follows. */
const Threads = async () => {
  const api = await requestApi();
  const loaded = await Promise.all([
    api.call('me'),
    api.call('rooms', { limit: 500 }),
    api.call('threads', {}),
  ]).catch((error: unknown) => {
    signInFirst(error, '/threads');
    if (isDown(error)) return null;
    throw error;
  });
  if (!loaded) return answerDown('/threads');
  const [me, rooms, threads] = loaded;
  const snapshot = { me, rooms: rooms.items, users: threads.users, threads };
  return <Messenger snapshot={snapshot} threads={<ThreadsPage />} {...await pageContext(null)} />;
};

export default Threads;
