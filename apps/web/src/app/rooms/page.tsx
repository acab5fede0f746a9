import { answerDown } from '@/features/connection/answers';
import { Messenger } from '@/features/shell/messenger';
import { pageContext } from '@/lib/server/page-context';
import { requestApi } from '@/lib/server/request-api';
import { isDown, signInFirst } from '@/lib/server/sign-in-first';

/** The room list; on a phone a page of its own. */
const Rooms = async () => {
  const api = await requestApi();
  const loaded = await Promise.all([api.call('me'), api.call('rooms', { limit: 500 })]).catch(
    (error: unknown) => {
      signInFirst(error, '/rooms');
      if (isDown(error)) return null;
      throw error;
    },
  );
  if (!loaded) return answerDown('/rooms');
  const [me, rooms] = loaded;
  return <Messenger snapshot={{ me, rooms: rooms.items }} {...await pageContext(null)} />;
};

export default Rooms;
