import { useChat, useUsers } from '@parley/chat-client/react';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { nameList } from '@/lib/name-list';

const NAMED = 12;

/** Who reacted, in words: "you, Grace and 3 others". */
export const useReactors = (userIds: readonly string[]) => {
  const t = useTranslations('reactions');
  const locale = useLocale();
  const meId = useChat().me?.id;
  const others = useMemo(() => userIds.filter((id) => id !== meId), [userIds, meId]);
  const known = useUsers(others).slice(0, NAMED);
  const names = known.map(({ displayName }) => displayName);
  if (others.length < userIds.length) names.unshift(t('you'));
  const rest = others.length - known.length;
  if (rest > 0) names.push(t('others', { count: rest }));
  return nameList(names, locale);
};
