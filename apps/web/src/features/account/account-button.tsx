'use client';
import { useMe } from '@parley/chat-client/react';
import { useTranslations } from 'next-intl';
import { Suspense, useState } from 'react';
import { PersonFace } from '@/features/presence/person-face';
import { onDemand } from '@/lib/on-demand';

const load = () => import('./account-menu').then((module) => module.AccountMenu);

/** Lies over the row. Its name is "Account", whoever is signed in; who that is describes it. */
const Trigger = (props: React.ComponentProps<'button'>) => {
  const t = useTranslations('account');
  const presence = useTranslations('presence');
  const me = useMe();
  return (
    <button
      type="submit"
      aria-label={t('account')}
      aria-describedby="me"
      aria-haspopup="menu"
      className="absolute inset-0 rounded-md"
      {...props}
    >
      {me && <span id="me" className="sr-only">{`${me.displayName}, ${presence(me.status)}`}</span>}
    </button>
  );
};

const Face = () => {
  const t = useTranslations('presence');
  const me = useMe();
  if (!me) return null;
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none relative flex items-center gap-2.5 px-2 py-1.5 text-sm touch:min-h-11"
    >
      <PersonFace person={me} size={28} />
      <span className="min-w-0">
        <span className="block truncate leading-5 font-medium">
          <bdi>{me.displayName}</bdi>
        </span>
        <span className="block text-xs leading-[15px] text-muted">{t(me.status)}</span>
      </span>
    </div>
  );
};

const Menu = onDemand(load);

/** Who I am here, and the menu behind it; without a script it leads to a page with the same. */
export const AccountButton = () => {
  const [wanted, setWanted] = useState(false);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    setWanted(true);
  };
  return (
    <footer className="border-t border-line p-1.5">
      <div className="relative rounded-md hover:bg-pressed has-[[aria-expanded=true]]:bg-pressed">
        {wanted ? (
          <Suspense fallback={<Trigger />}>
            <Menu>
              <Trigger type="button" />
            </Menu>
          </Suspense>
        ) : (
          <form action="/account" onSubmit={submit} onPointerEnter={() => void load()}>
            <Trigger />
          </form>
        )}
        <Face />
      </div>
    </footer>
  );
};
