import { codeOf } from '@parley/chat-client/server';
import { headers } from 'next/headers';
import { answerDown, answerNotFound } from '@/features/connection/answers';
import { loadLinked } from '@/features/messages/load-linked';
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
  const [message, thread] = [firstOf(query.message), firstOf(query.thread)];
  const pins = firstOf(query.panel) === 'pins';
  const address = new URLSearchParams({ ...(thread && { thread }), ...(message && { message }) });
  const path = `/rooms/${roomId}${address.size > 0 ? `?${address}` : ''}`;
  const loaded = await loadLinked(roomId, thread, message)
    .then(async ({ around, missingMessageId }) => ({
      ...(await loadRoom({ roomId, before: seqOf(firstOf(query.before)), around, thread, pins })),
      missingMessageId,
    }))
    .catch((error: unknown) => {
      signInFirst(error, path);
      if (UNKNOWN.includes(codeOf(error))) return 'unknown' as const;
      if (isDown(error)) return null;
      throw error;
    });
  if (loaded === 'unknown') return answerNotFound();
  if (!loaded) return answerDown(path);
  const { snapshot, preview, missingMessageId } = loaded;
  const context = await pageContext(firstOf(query.error) ?? null, missingMessageId);
  return (
    <>
      <Messenger snapshot={snapshot} preview={preview} {...context} />
      <OpenAtEnd nonce={incoming.get('x-nonce') ?? undefined} />
    </>
  );
};

export default RoomPage;
