'use client';
import { useChat } from '@parley/chat-client/react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useAction } from '@/features/conversations/use-action';
import { Avatar } from '@/ui/avatar';
import { Button, buttonClass } from '@/ui/button';
import { squarePicture } from './square-picture';

type PictureFieldProps = {
  /** Whose picture it is: a person, a room. */
  id: string;
  name: string;
  src: string | null;
  /** Gets the uploaded picture; null when there shall be none. */
  onChange: (attachmentId: string | null) => Promise<unknown>;
};

/** The picture of somebody or something, and how to change it. */
export const PictureField = ({ id, name, src, onChange }: PictureFieldProps) => {
  const t = useTranslations('avatar');
  const errorId = useId();
  const chat = useChat();
  const { busy, error, run } = useAction();

  const use = async (blob: Blob) => {
    const uploads = await chat.uploads();
    const { size, type: mimeType } = blob;
    const file = { fileId: `picture ${Date.now()}`, name: 'picture', blob, size, mimeType };
    try {
      const { id: attachmentId } = await uploads.whenDone({ ...file, alt: null, attachment: null });
      await onChange(attachmentId);
    } finally {
      uploads.forget(file.fileId);
    }
  };

  const choose = ({ currentTarget }: React.ChangeEvent<HTMLInputElement>) => {
    const [file] = currentTarget.files ?? [];
    if (!file) return;
    void run(async () => {
      await use(await squarePicture(file));
    });
    // The same file may be chosen again after a failure.
    currentTarget.value = '';
  };

  return (
    <div role="group" aria-label={t('label')} className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
      <Avatar id={id} name={name} src={src} size={64} />
      <div className="flex flex-wrap gap-2.5">
        <label
          className={buttonClass(
            { look: 'quiet' },
            'relative cursor-pointer has-[:disabled]:opacity-50 has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-accent',
          )}
        >
          {t(src ? 'change' : 'choose')}
          <input
            type="file"
            accept="image/*"
            disabled={busy}
            aria-describedby={error ? errorId : undefined}
            onChange={choose}
            className="sr-only"
          />
        </label>
        {src && (
          <Button type="button" look="quiet" disabled={busy} onClick={() => void run(() => onChange(null))}>
            {t('remove')}
          </Button>
        )}
      </div>
      {error && (
        <p id={errorId} role="alert" className="basis-full text-[13px] text-danger">
          {error}
        </p>
      )}
    </div>
  );
};
