'use client';
import { useChat } from '@parley/chat-client/react';
import { MIN_PASSWORD_LENGTH } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/text-field';
import { signInTrouble, type Field, type SignInTrouble } from './sign-in-trouble';
import { useTroubleText } from './use-trouble-text';

type SignInFormProps = {
  username: string;
  onDone: (signedIn: { userId: string; codes: string[] }) => void;
};

const NO_TROUBLE: SignInTrouble = { ask: null, at: 'username', code: null };

/** The sign-in page's form, over a page that is open: asks for more when the name needs more. */
export const SignInForm = ({ username, onDone }: SignInFormProps) => {
  const t = useTranslations('login');
  const chat = useChat();
  const [typed, setTyped] = useState({ username, password: '', recoveryCode: '' });
  const [byCode, setByCode] = useState(false);
  const [trouble, setTrouble] = useState(NO_TROUBLE);
  const [busy, setBusy] = useState(false);
  const told = useTroubleText(trouble);
  const { ask } = trouble;
  const asksCode = ask === 'recoveryCode' || (ask === 'password' && byCode);

  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const proof = asksCode
      ? { recoveryCode: typed.recoveryCode || undefined }
      : { password: (ask && typed.password) || undefined };
    try {
      const { user, recoveryCodes } = await chat.login({ username: typed.username.trim(), ...proof });
      onDone({ userId: user.id, codes: recoveryCodes });
    } catch (failure) {
      setTrouble(signInTrouble(failure, { ask, ...proof }));
    }
    setBusy(false);
  };

  const field = (name: Field, rest: Partial<React.ComponentProps<typeof TextField>>) => (
    <TextField
      label={t(name)}
      value={typed[name]}
      error={trouble.at === name ? told : null}
      onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
      {...rest}
    />
  );
  return (
    <form onSubmit={(event) => void submit(event)} className="mt-5 grid gap-4">
      {field('username', { required: true, autoComplete: 'username' })}
      {ask &&
        !asksCode &&
        // Comes when it is asked for, so the focus comes with it.
        field('password', {
          type: 'password',
          autoFocus: true,
          ...(ask === 'newPassword'
            ? {
                autoComplete: 'new-password',
                minLength: MIN_PASSWORD_LENGTH,
                hint: t('chooses', { count: MIN_PASSWORD_LENGTH }),
              }
            : { autoComplete: 'current-password' }),
        })}
      {asksCode && field('recoveryCode', { autoFocus: true, spellCheck: false })}
      {ask === 'password' && (
        <button
          type="button"
          onClick={() => setByCode(!byCode)}
          className="w-fit text-[13.5px] font-semibold text-link underline underline-offset-2 touch:min-h-11"
        >
          {t(byCode ? 'usePassword' : 'useCode')}
        </button>
      )}
      <Button disabled={busy}>{t('continue')}</Button>
    </form>
  );
};
