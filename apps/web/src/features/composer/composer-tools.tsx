import type { OutboxFile } from '@parley/chat-client';
import { Camera, Mic, Plus, SendHorizontal, Type } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Suspense, useState } from 'react';
import { onDemand } from '@/lib/on-demand';
import { clsx } from '@/ui/clsx';
import { IconButton } from '@/ui/icon-button';
import { EmojiButton } from './emoji-button';
import { PickButton } from './pick-button';

const loadRecorder = () => import('@/features/attachments/voice-recorder');
const VoiceRecorder = onDemand(() => loadRecorder().then((module) => module.VoiceRecorder));

type ComposerToolsProps = {
  place: string;
  field: React.RefObject<HTMLTextAreaElement | null>;
  /** The page has its script. */
  isLive: boolean;
  hasFormats: boolean;
  onFormats: () => void;
  onEmoji: (emoji: string) => void;
  onFiles: (files: FileList | null) => void;
  onVoice: (file: OutboxFile) => void;
  sendLabel: string;
  isEmpty: boolean;
};

/** Below the field: what else a message can be made of, and what sends it. */
export const ComposerTools = ({
  place,
  field,
  isLive,
  hasFormats,
  onFormats,
  onEmoji,
  onFiles,
  onVoice,
  sendLabel,
  isEmpty,
}: ComposerToolsProps) => {
  const t = useTranslations('uploads');
  const composer = useTranslations('composer');
  const [isRecording, setIsRecording] = useState(false);

  const stopRecording = () => {
    setIsRecording(false);
    field.current?.focus();
  };

  if (isRecording)
    return (
      <div className="flex p-[7px] pt-0">
        <Suspense>
          <VoiceRecorder place={place} onSend={onVoice} onClose={stopRecording} />
        </Suspense>
      </div>
    );
  return (
    <div className="flex flex-wrap items-center gap-0.5 p-[7px] pt-0">
      <noscript>
        <input
          type="file"
          name="files"
          multiple
          aria-label={t('attach')}
          className="max-w-full min-w-0 text-[13px] text-muted"
        />
      </noscript>
      <span className={clsx('flex flex-none gap-0.5', !isLive && 'invisible')}>
        <PickButton label={t('attach')} multiple onFiles={onFiles}>
          <Plus size={19} strokeWidth={1.8} aria-hidden="true" />
        </PickButton>
        <PickButton
          label={t('photo')}
          accept="image/*"
          capture="environment"
          onFiles={onFiles}
          className="not-touch:hidden"
        >
          <Camera size={18} strokeWidth={1.8} aria-hidden="true" />
        </PickButton>
        <EmojiButton anchor={field} onPick={onEmoji} />
        <IconButton
          label={composer('formats')}
          aria-expanded={hasFormats}
          onClick={onFormats}
          className="max-sm:hidden"
        >
          <Type size={17} strokeWidth={1.8} aria-hidden="true" />
        </IconButton>
        <IconButton
          label={t('voice.record')}
          onPointerEnter={() => void loadRecorder().catch(() => undefined)}
          onClick={() => setIsRecording(true)}
        >
          <Mic size={17} strokeWidth={1.8} aria-hidden="true" />
        </IconButton>
      </span>
      <button
        type="submit"
        aria-disabled={isLive && isEmpty}
        className={clsx(
          'ms-auto flex h-8 flex-none items-center gap-1.5 rounded-[9px] bg-accent px-3.5 text-sm font-semibold text-on-accent transition-[background-color] duration-100 touch:h-11',
          'hover:bg-accent-deep aria-disabled:cursor-default aria-disabled:hover:bg-accent',
        )}
      >
        {sendLabel}
        <SendHorizontal
          size={15}
          strokeWidth={2.2}
          aria-hidden="true"
          className="max-sm:hidden rtl:-scale-x-100"
        />
      </button>
    </div>
  );
};
