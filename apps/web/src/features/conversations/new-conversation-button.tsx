'use client';
import { SquarePen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Suspense, useState } from 'react';
import { onDemand } from '@/lib/on-demand';
import { Button } from '@/ui/button';
import { IconButton } from '@/ui/icon-button';

const load = () => import('./new-conversation').then((module) => module.NewConversation);
const NewConversation = onDemand(load);

/** Opens the dialog; without a script the form leads to a page that does the same. */
export const NewConversationButton = ({ labelled = false }: { labelled?: boolean }) => {
  const t = useTranslations('conversation');
  const [open, setOpen] = useState(false);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    setOpen(true);
  };
  const icon = <SquarePen size={18} strokeWidth={1.8} aria-hidden="true" />;
  return (
    <>
      <form action="/new" onSubmit={submit} onPointerEnter={() => void load()}>
        {labelled ? (
          <Button look="quiet">{t('find')}</Button>
        ) : (
          <IconButton type="submit" label={t('new')}>
            {icon}
          </IconButton>
        )}
      </form>
      {open && (
        <Suspense>
          <NewConversation onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
