import { useTranslations } from 'next-intl';
import { Button, buttonClass } from '@/ui/button';
import { FullPage } from '@/ui/full-page';
import { CodeList } from './code-list';
import { CopyCodes } from './copy-codes';

type RecoveryCodesPageProps = { username: string; codes: readonly string[]; next: string };

/** The codes as they are told, once. Opened again, it says how to come by others. */
export const RecoveryCodesPage = ({ username, codes, next }: RecoveryCodesPageProps) => {
  const t = useTranslations('recoveryCodes');
  const title = t(codes.length > 0 ? 'title' : 'gone');
  return (
    <FullPage>
      <title>{`${title} – Parley`}</title>
      <div className="grid w-full max-w-[520px] grid-cols-1 gap-5 px-6">
        <h1 className="font-display text-3xl font-[650] tracking-[-.02em]">{title}</h1>
        {codes.length > 0 ? (
          <>
            <p>{t.rich('text', { name: () => <bdi className="font-semibold">{username}</bdi> })}</p>
            <CodeList codes={codes} />
            <CopyCodes codes={codes} />
          </>
        ) : (
          <p>{t('goneText')}</p>
        )}
        <form
          method="post"
          action="/account/recovery-codes/kept"
          className="flex flex-wrap gap-2.5 print:hidden"
        >
          <input type="hidden" name="next" value={next} />
          <Button>{t('continue')}</Button>
          {codes.length === 0 && (
            <a href="/account/security" className={buttonClass({ look: 'quiet' })}>
              {t('security')}
            </a>
          )}
        </form>
      </div>
    </FullPage>
  );
};
