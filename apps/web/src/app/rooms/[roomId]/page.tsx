import { codeOf } from '@parley/chat-client/server';
import { headers } from 'next/headers';
import { answerDown, answerNotFound } from '@/features/connection/answers';
import { loadRoom } from '@/features/rooms/load-room';
import { Messenger } from '@/features/shell/messenger';
import { OpenAtEnd } from '@/features/timeline/open-at-end';
import { firstOf } from '@/lib/first-of';
import { pageContext } from '@/lib/server/page-context';
import { isDown, signInFirst } from '@/lib/server/sign-in-first';

const UNKNOWN = ['not_found', 'validation_failed'];

const seqOf = (value: string | undefined) => (value && /^\d{1,15}$/.test(value) ? Number(value) : undefined);

const RoomPage = async ({ params, searchParams }: PageProps<'/rooms/[roomId]'>) => {
  const [{ roomId }, query, incoming] = await Promise.all([params, searchParams, headers()]);
  const message = firstOf(query.message);
  const path = `/rooms/${roomId}${message ? `?message=${encodeURIComponent(message)}` : ''}`;
  const loaded = await loadRoom({ roomId, before: seqOf(firstOf(query.before)), message }).catch(
    (error: unknown) => {
      signInFirst(error, path);
      if (UNKNOWN.includes(codeOf(error))) return 'unknown' as const;
      if (isDown(error)) return null;
      throw error;
    },
  );
  if (loaded === 'unknown') return answerNotFound();
  if (!loaded) return answerDown(path);
  return (
    <>
      <Messenger {...loaded} {...await pageContext(firstOf(query.error) ?? null)} />
      <OpenAtEnd nonce={incoming.get('x-nonce') ?? undefined} />
    </>
  );
};

export default RoomPage;
