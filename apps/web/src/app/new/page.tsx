import { answerDown } from '@/features/connection/answers';
import { NewPage } from '@/features/conversations/new-page';
import { requestApi } from '@/lib/server/request-api';
import { isDown, signInFirst } from '@/lib/server/sign-in-first';
import { firstOf } from '@/lib/first-of';

const New = async ({ searchParams }: PageProps<'/new'>) => {
  const asked = await searchParams;
  const query = firstOf(asked.query)?.trim().slice(0, 100) ?? '';
  const filter = query ? { query } : {};
  const api = await requestApi();
  const found = await Promise.all([
    api.call('me'),
    api.call('findUsers', filter),
    api.call('discoverRooms', filter),
  ]).catch((error: unknown) => {
    signInFirst(error, '/new');
    if (isDown(error)) return null;
    throw error;
  });
  if (!found) return answerDown('/new');
  const [me, people, channels] = found;
  const others = people.items.filter(({ id }) => id !== me.id);
  return (
    <NewPage me={me} query={query} people={others} channels={channels.items} error={firstOf(asked.error)} />
  );
};

export default New;
