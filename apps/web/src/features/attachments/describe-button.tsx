import { MAX_ALT_LENGTH } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/ui/button';
import { clsx } from '@/ui/clsx';
import { Popover } from '@/ui/popover';
import { TextField } from '@/ui/text-field';

type DescribeButtonProps = {
  name: string;
  alt: string;
  onDescribe: (alt: string) => void;
};

/** Says what a picture shows, for whoever does not see it. */
export const DescribeButton = ({ name, alt, onDescribe }: DescribeButtonProps) => {
  const t = useTranslations('uploads');
  const button = useRef<HTMLButtonElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);

  const save = () => {
    onDescribe(input.current?.value ?? '');
    setOpen(false);
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={t('describe', { name })}
        title={t('describe', { name })}
        aria-expanded={open}
        aria-haspopup="dialog"
        onClick={() => setOpen(!open)}
        className={clsx(
          'h-7 flex-none rounded-[7px] border border-line px-1.5 text-xs font-semibold hover:bg-pressed touch:h-11 touch:min-w-11',
          alt ? 'text-ok' : 'text-muted',
        )}
      >
        {t(alt ? 'altDone' : 'alt')}
      </button>
      {open && (
        <Popover label={t('describe', { name })} anchor={button} onClose={() => setOpen(false)}>
          <div
            className="flex w-[min(320px,calc(100vw-40px))] flex-col gap-2.5 p-2"
            // Nothing that is typed here is the message's, around which this stands.
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              save();
            }}
          >
            <TextField
              ref={input}
              label={t('altLabel')}
              hint={t('altHint')}
              defaultValue={alt}
              maxLength={MAX_ALT_LENGTH}
            />
            <Button type="button" size="sm" onClick={save} className="self-end">
              {t('altSave')}
            </Button>
          </div>
        </Popover>
      )}
    </>
  );
};
