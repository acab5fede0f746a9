'use client';
import { useChat } from '@parley/chat-client/react';
import { Command } from 'cmdk';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFailureText } from '@/features/connection/use-failure-text';
import { useAction } from '@/features/conversations/use-action';
import { goTo } from '@/features/shell/route';
import { Dialog } from '@/ui/dialog';
import { ResultState } from '@/ui/result-state';
import { PersonChoice, RoomChoice } from './choices';
import { Commands } from './commands';
import { useChoices } from './use-choices';

const MOVES = ['ArrowDown', 'ArrowUp', 'Home', 'End'];
const GROUP =
  '[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-muted';

/** To any room or person by a few letters: what was opened last comes first. */
export const Switcher = ({ onClose }: { onClose: () => void }) => {
  const t = useTranslations('switcher');
  const chat = useChat();
  const failureText = useFailureText();
  const [typed, setTyped] = useState('');
  const { rooms, people, channels, isLoading, error } = useChoices(typed);
  const { busy, error: failure, run } = useAction();
  const [chosen, setChosen] = useState('');
  const [isMoved, setMoved] = useState(false);
  // What the server finds comes a moment later: until somebody moves, the best of all is chosen.
  const best = rooms[0]?.id ?? people[0]?.id ?? channels[0]?.id ?? 'search';
  const nothing = rooms.length + people.length + channels.length === 0;

  const open = (path: string) => {
    onClose();
    goTo(path);
  };
  const talkTo = (userId: string) => run(async () => open(`/rooms/${(await chat.openDirect(userId)).id}`));
  const join = (roomId: string) => run(async () => open(`/rooms/${(await chat.joinRoom(roomId)).id}`));
  const told = failure ?? (error ? failureText(error) : null);

  return (
    <Dialog title={t('title')} closeLabel={t('close')} onClose={onClose}>
      <Command
        label={t('title')}
        shouldFilter={false}
        loop
        value={isMoved ? chosen : best}
        onValueChange={setChosen}
        onKeyDown={({ key }) => MOVES.includes(key) && setMoved(true)}
        onPointerMove={({ target }) => (target as Element).closest('[cmdk-item]') && setMoved(true)}
        className="flex min-h-0 flex-1 flex-col"
      >
        <Command.Input
          data-autofocus
          value={typed}
          onValueChange={(next) => {
            setTyped(next);
            setMoved(false);
          }}
          disabled={busy}
          placeholder={t('hint')}
          className="field mx-5 mt-2 mb-1 h-10 rounded-md px-3 text-base sm:text-[15px] touch:h-11"
        />
        <Command.List label={t('places')} className="min-h-0 flex-1 scroll-py-2 overflow-y-auto px-3 pb-3">
          {rooms.length > 0 && (
            <Command.Group heading={t('mine')} className={GROUP}>
              {rooms.map((room) => (
                <RoomChoice key={room.id} room={room} onChoose={() => open(`/rooms/${room.id}`)} />
              ))}
            </Command.Group>
          )}
          {people.length > 0 && (
            <Command.Group heading={t('people')} className={GROUP}>
              {people.map((person) => (
                <PersonChoice key={person.id} person={person} onChoose={() => void talkTo(person.id)} />
              ))}
            </Command.Group>
          )}
          {channels.length > 0 && (
            <Command.Group heading={t('channels')} className={GROUP}>
              {channels.map((room) => (
                <RoomChoice key={room.id} room={room} onChoose={() => void join(room.id)} />
              ))}
            </Command.Group>
          )}
          <ResultState
            loading={isLoading && nothing}
            loadingText={t('searching')}
            error={told}
            empty={nothing ? t('nothing', { typed: typed.trim() }) : null}
          />
          {/* While there may be something better than a search, Enter must not lead to one. */}
          {!(isLoading && nothing) && (
            <Command.Group heading={t('more')} className={GROUP}>
              <Commands typed={typed} onClose={onClose} />
            </Command.Group>
          )}
        </Command.List>
      </Command>
    </Dialog>
  );
};
