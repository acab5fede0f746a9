'use client';
import { usePinsPanel } from '#pins-panel';
import { WithModule } from '@/lib/with-module';
import type { PinsPanelProps } from './pins-panel';

/** The pins beside a room. */
export const OpenPins = (props: PinsPanelProps) => (
  <WithModule className="contents" module={usePinsPanel()}>
    {({ PinsPanel }) => <PinsPanel {...props} />}
  </WithModule>
);
