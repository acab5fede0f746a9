import type { Chat } from '@parley/chat-client';
import { forgetDrafts } from '@/features/composer/draft-store';

/** Ends the session and leaves; when the server cannot be asked, the form says so on its page. */
export const signOut = async (chat: Chat) => {
  if (chat.me) forgetDrafts(chat.me.id);
  try {
    await chat.logout();
    location.assign('/login');
  } catch {
    const form = Object.assign(document.createElement('form'), { method: 'post', action: '/sign-out' });
    document.body.append(form);
    form.submit();
  }
};
