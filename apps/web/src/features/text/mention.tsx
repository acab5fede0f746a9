import { allCalledBy, nameCandidates } from '@parley/message-text/plain';
import { useMe, useUsers } from '@parley/chat-client/react';
import type { Message } from '@parley/shared-types';
import { nameKey } from '@/lib/name-key';
import { clsx } from '@/ui/clsx';

/** Whom the server found in a message. */
export type Called = { mentions: readonly string[]; mentionsAll: Message['mentionsAll'] };

const Chip = ({ isMe, title, children }: { isMe: boolean; title?: string; children: React.ReactNode }) => (
  <span
    title={title}
    className={clsx(
      '-mx-0.5 rounded-[5px] px-0.5 font-medium',
      isMe ? 'bg-wash text-text ring-1 ring-accent/40' : 'bg-link/10 text-link',
    )}
  >
    {children}
  </span>
);

/** `@name` in a text: the person, if one was mentioned by it, else what was typed. */
export const Mention = ({ name, called }: { name: string; called: Called }) => {
  const me = useMe();
  const people = useUsers(called.mentions);
  const all = called.mentionsAll && allCalledBy(name);
  if (all)
    return (
      <>
        <Chip isMe>@{all}</Chip>
        {name.slice(all.length)}
      </>
    );
  for (const candidate of nameCandidates(name)) {
    const person = people.find(({ username }) => nameKey(username) === nameKey(candidate));
    if (person)
      return (
        <>
          <Chip isMe={person.id === me?.id} title={`@${person.username}`}>
            @<bdi>{person.displayName}</bdi>
          </Chip>
          {name.slice(candidate.length)}
        </>
      );
  }
  return `@${name}`;
};
