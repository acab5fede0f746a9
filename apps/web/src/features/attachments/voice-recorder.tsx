'use client';
import { chosenFile, type OutboxFile } from '@parley/chat-client';
import { SendHorizontal } from 'lucide-react';
import { useChat } from '@parley/chat-client/react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/ui/button';
import { clsx } from '@/ui/clsx';
import { tellNotKept } from './tell-not-kept';
import { useRecording } from './use-recording';

/** `75` → `1:15`. */
const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** `2026-03-01 14.05`, which every file system takes. */
const stamp = (now: Date) => {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16).replace('T', ' ').replace(':', '.');
};

type VoiceRecorderProps = {
  /** One of `draftPlace`. */
  place: string;
  onSend: (file: OutboxFile) => void;
  onClose: () => void;
};

/** Records a voice message; takes the place of the composer's tools. */
export const VoiceRecorder = ({ place, onSend, onClose }: VoiceRecorderProps) => {
  const t = useTranslations('uploads.voice');
  const chat = useChat();
  const { seconds, trouble, finish } = useRecording();
  const row = useRef<HTMLDivElement>(null);
  const isOn = seconds !== undefined;

  useEffect(() => row.current?.focus(), []);

  const send = async () => {
    const said = await finish();
    tellNotKept(chat, place);
    if (said) onSend(chosenFile(said.blob, `${t('name')} ${stamp(new Date())}.${said.ending}`));
    onClose();
  };

  return (
    <div
      ref={row}
      role="group"
      tabIndex={-1}
      aria-label={t('recording')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
      className="flex min-h-8 flex-1 flex-wrap items-center gap-2.5 ps-2 outline-none touch:min-h-11"
    >
      {trouble ? (
        <p role="alert" className="min-w-0 flex-1 text-[13px] leading-5 text-danger">
          {t(trouble)}
        </p>
      ) : (
        <>
          <i aria-hidden="true" className={clsx('size-2.5 rounded-full bg-danger', isOn && 'animate-dot')} />
          {isOn ? (
            <span role="timer" className="text-sm tabular-nums">
              {clock(seconds)}
            </span>
          ) : (
            <span className="text-[13px] text-muted">{t('asking')}</span>
          )}
        </>
      )}
      <span className="ms-auto flex gap-2">
        <Button type="button" look="quiet" size="sm" onClick={onClose}>
          {t('cancel')}
        </Button>
        {!trouble && (
          <Button type="button" size="sm" disabled={!isOn} onClick={() => void send()} aria-label={t('send')}>
            <SendHorizontal size={15} strokeWidth={2.2} aria-hidden="true" className="rtl:-scale-x-100" />
          </Button>
        )}
      </span>
    </div>
  );
};
