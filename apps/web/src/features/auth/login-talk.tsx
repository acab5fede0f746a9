import { useTranslations } from 'next-intl';
import { clsx } from '@/ui/clsx';

const Bubble = ({ name, mine, children }: { name?: string; mine?: boolean; children: string }) => (
  <p
    className={clsx(
      'my-2.5 max-w-[270px] rounded-xl border px-4 py-3',
      mine ? 'ms-[90px] border-transparent bg-accent text-on-accent' : 'border-line bg-raised',
    )}
  >
    {name && <small className="block text-xs text-muted">{name}</small>}
    {children}
  </p>
);

/** A scrap of talk beside the form; decoration. */
export const LoginTalk = () => {
  const t = useTranslations('login.talk');
  return (
    <div
      aria-hidden="true"
      className="hidden place-items-center border-s border-line bg-sidebar min-[760px]:grid"
    >
      <div>
        <Bubble name="Grace">{t('one')}</Bubble>
        <Bubble mine>{t('two')}</Bubble>
        <Bubble name="Linus">{t('three')}</Bubble>
      </div>
    </div>
  );
};
