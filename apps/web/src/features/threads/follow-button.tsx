'use client';
import { useChat, useThreadState } from '@parley/chat-client/react';
import { Bell, BellOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useFailureText } from '@/features/connection/use-failure-text';
import { IconButton } from '@/ui/icon-button';
import { showToast } from '@/ui/toast-store';

/** Whether new replies of this thread are told to me. */
export const FollowButton = ({ rootId }: { rootId: string }) => {
  const t = useTranslations('threads');
  const chat = useChat();
  const failureText = useFailureText();
  const isFollowed = useThreadState(rootId)?.isFollowed ?? false;
  const toggle = () =>
    chat
      .followThread(rootId, !isFollowed)
      .catch((error: unknown) => showToast({ text: failureText(error), urgent: true }));
  const Icon = isFollowed ? Bell : BellOff;
  return (
    <IconButton label={t('follow')} aria-pressed={isFollowed} onClick={() => void toggle()}>
      <Icon size={17} strokeWidth={1.8} />
    </IconButton>
  );
};
