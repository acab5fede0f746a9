'use client';
import { useMe } from '@parley/chat-client/react';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import { PersonFace } from '@/features/presence/person-face';

const load = () => import('./account-menu').then(({ AccountMenu }) => ({ default: AccountMenu }));

/** Its name is "Account", whoever is signed in; who that is, and how they are seen, describes it. */
const Face = (props: React.ComponentProps<'button'>) => {
  const t = useTranslations('account');
  const presence = useTranslations('presence');
  const me = useMe();
  if (!me) return null;
  return (
    <button
      type="submit"
      aria-label={t('account')}
      aria-describedby="me"
      aria-haspopup="menu"
      className="flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left text-sm hover:bg-pressed aria-expanded:bg-pressed touch:min-h-11"
      {...props}
    >
      <PersonFace person={me} size={28} />
      <span id="me" aria-hidden="true" className="min-w-0">
        <span className="block truncate leading-5 font-medium">
          <bdi>{me.displayName}</bdi>
        </span>
        <span className="block text-xs leading-[15px] text-muted">{presence(me.status)}</span>
      </span>
    </button>
  );
};

const Menu = lazy(load);

/** Who I am here, and the menu behind it; without a script it leads to a page with the same. */
export const AccountButton = () => {
  const [wanted, setWanted] = useState(false);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    setWanted(true);
  };
  return (
    <footer className="border-t border-line p-1.5">
      {wanted ? (
        <Suspense fallback={<Face />}>
          <Menu>
            <Face type="button" />
          </Menu>
        </Suspense>
      ) : (
        <form action="/account" onSubmit={submit} onPointerEnter={() => void load()}>
          <Face />
        </form>
      )}
    </footer>
  );
};
