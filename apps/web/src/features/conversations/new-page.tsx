import type { Room, User } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { useCodeText } from '@/features/connection/use-code-text';
import { Avatar } from '@/ui/avatar';
import { Button, buttonClass } from '@/ui/button';
import { FullPage } from '@/ui/full-page';
import { SearchField } from '@/ui/search-field';

type NewPageProps = {
  me: User;
  query: string;
  people: User[];
  channels: Room[];
  error: string | undefined;
};

/** People and channels to begin with, as plain forms. */
export const NewPage = ({ me, query, people, channels, error }: NewPageProps) => {
  const t = useTranslations('conversation');
  const told = useCodeText(error);
  const row = 'flex min-h-12 items-center gap-3 border-b border-line py-1.5';
  return (
    <FullPage>
      <title>{`${t('new')} – Parley`}</title>
      <div className="w-full max-w-[520px] px-6">
        <h1 className="mb-5 font-display text-3xl font-[650] tracking-[-.02em]">{t('new')}</h1>
        {told && (
          <p role="alert" className="mb-4 text-danger">
            {told}
          </p>
        )}
        <form className="flex gap-2.5">
          <SearchField name="query" label={t('findPeople')} defaultValue={query} className="min-w-0 flex-1" />
          <Button look="quiet" className="h-10">
            {t('search')}
          </Button>
        </form>
        <h2 className="mt-7 mb-1 text-[13.5px] font-semibold text-muted">{t('people')}</h2>
        {people.length === 0 && <p className="text-muted">{query ? t('nobody', { query }) : t('alone')}</p>}
        {[...people, me].map(({ id, displayName, avatarUrl }) => (
          <form key={id} method="post" action="/direct" className={row}>
            <input type="hidden" name="userId" value={id} />
            <Avatar id={id} name={displayName} src={avatarUrl} size={28} />
            <bdi className="min-w-0 flex-1 truncate font-semibold">
              {id === me.id ? t('self', { name: displayName }) : displayName}
            </bdi>
            <Button look="quiet" size="sm" aria-label={t('write', { name: displayName })}>
              {t('talk')}
            </Button>
          </form>
        ))}
        <h2 className="mt-7 mb-1 text-[13.5px] font-semibold text-muted">{t('channels')}</h2>
        {channels.length === 0 && <p className="text-muted">{t('noChannels')}</p>}
        {channels.map(({ id, name, me }) => (
          <form key={id} method="post" action={`/rooms/${id}/join`} className={row}>
            <bdi className="min-w-0 flex-1 truncate font-semibold">{name}</bdi>
            {me ? (
              <a href={`/rooms/${id}`} className={buttonClass({ look: 'quiet', size: 'sm' })}>
                {t('open')}
              </a>
            ) : (
              <Button look="quiet" size="sm" aria-label={t('joinChannel', { name: name ?? '' })}>
                {t('join')}
              </Button>
            )}
          </form>
        ))}
      </div>
    </FullPage>
  );
};
