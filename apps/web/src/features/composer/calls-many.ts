import type { Room } from '@parley/shared-types';

/** Up to so many people know each other well enough to be called without a question. */
const FEW = 6;

/** A cheap look: most messages call nobody, and most rooms are small. */
export const mayCallMany = (body: string, { kind, memberCount }: Pick<Room, 'kind' | 'memberCount'>) =>
  kind !== 'direct' && memberCount > FEW && /@(?:room|here)/i.test(body);

/** Whether a message calls everyone, and which of them; the grammar is fetched for it. */
export const callsAll = async (body: string) => {
  const { mentionsIn } = await import('@parley/message-text');
  return mentionsIn(body).all;
};
