import { lazy, type ComponentType } from 'react';
import { persistently } from './persistently';

/**
 * A component whose script is fetched when it is first shown. Without a network its place stays as it is until there
 * is one, and the page around it goes on.
 */
export const onDemand = <Props>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => ({ default: await persistently(load) }));
